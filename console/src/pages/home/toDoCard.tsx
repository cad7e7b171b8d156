import { Link } from 'react-router';
import { Icon, type IconName } from '../../components/icon';
import type { Tone } from '../../components/statusTag';
import { showCount } from '../../format';

interface Props {
  to: string;
  icon: IconName;
  label: string;
  count: number;
  unit: string;
  /** What the number means for this person, with and without anything to do. */
  note: string;
  /** The colour while there is something. */
  tone: Tone;
  go: string;
}

/** A number that leads to the page where it is worked on. */
export function ToDoCard({ to, icon, label, count, unit, note, tone, go }: Props) {
  return (
    <Link to={to} className={`card to-do${count > 0 ? ` to-do--${tone}` : ''}`}>
      <span className="to-do__label">
        <Icon name={icon} size={17} />
        {label}
      </span>
      <span className="to-do__count">
        {showCount(count)}
        <small>{unit}</small>
      </span>
      <span className="to-do__foot">
        <span>{note}</span>
        <b>
          {go}
          <Icon name="forward" size={14} />
        </b>
      </span>
    </Link>
  );
}
