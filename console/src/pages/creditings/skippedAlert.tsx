import type { crediting } from '@common/contract/crediting';
import type { OutputOf } from '@common/contract/endpoint';
import { Alert } from 'antd';
import { Link } from 'react-router';

export type Approved = OutputOf<(typeof crediting)['approveMany']>;

/** What 批量通过 came to: those that were skipped, each with why and the way to it. */
export function SkippedAlert({ result, onClose }: { result: Approved; onClose: () => void }) {
  const { approved, skipped } = result;
  return (
    <Alert
      className="notice"
      type={skipped.length > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose }}
      title={
        skipped.length > 0
          ? `审核通过${approved}批，跳过${skipped.length}批`
          : `审核通过${approved}批，学员的学分已生效`
      }
      description={
        skipped.length > 0 && (
          <ul>
            {skipped.map(({ id, activityName, message }) => (
              <li key={id}>
                <Link to={`/creditings/${id}`}>{activityName}</Link>：{message}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
