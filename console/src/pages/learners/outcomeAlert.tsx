import { Alert } from 'antd';
import { Link } from 'react-router';
import type { Outcome } from './decisionOutcome';

/** So many names are written out, the rest is counted. */
const SHOWN = 20;

interface Props {
  outcome: Outcome;
  search: string;
  onClose: () => void;
}

/** Stays on the page until it is closed, because it names people who have to be looked at again. */
export function OutcomeAlert({ outcome, search, onClose }: Props) {
  const { byColleague, newer, gone } = outcome;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      closable={{ onClose }}
      title={outcome.text}
      description={
        byColleague.length + newer.length + gone.length > 0 && (
          <ul className="outcome">
            {byColleague.length > 0 && <li>同事已审核：{some(byColleague)}</li>}
            {newer.length > 0 && (
              <li>
                有新资料：
                {newer.slice(0, SHOWN).map(({ id, name }) => (
                  <Link key={id} to={`/learners/${id}${search}`}>
                    {name}
                  </Link>
                ))}
                {newer.length > SHOWN && `等${newer.length}人`}
              </li>
            )}
            {gone.length > 0 && <li>已不在本单位：{some(gone)}</li>}
          </ul>
        )
      }
    />
  );
}

const some = (names: string[]) =>
  names.slice(0, SHOWN).join('、') + (names.length > SHOWN ? `等${names.length}人` : '');
