import { showDateTime } from '../../../format';

interface Props {
  in?: string | null;
  out?: string | null;
}

/** When somebody signed in and when he left, one under the other; or that he did not. */
export function Stay({ in: from, out: to }: Props) {
  return (
    <span className="cell-sub nowrap">
      {from ? showDateTime(from) : <span className="no-swipe">未签到</span>}
      <br />
      {to ? showDateTime(to) : <span className="no-swipe">未撤离</span>}
    </span>
  );
}
