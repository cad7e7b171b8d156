import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { showCount } from '../../format';

interface Props {
  to: string;
  label: string;
  count: number;
  unit: string;
  go: string;
}

/** What waits for an authority, as one large number that leads to it. */
export function RegionWaiting({ to, label, count, unit, go }: Props) {
  return (
    <Link to={to} className={`card region__waiting${count > 0 ? ' region__waiting--act' : ''}`}>
      <span>{label}</span>
      <strong>
        {showCount(count)}
        <small>{unit}</small>
      </strong>
      <b>
        {go}
        <Icon name="forward" size={14} />
      </b>
    </Link>
  );
}
