import type { ActivityView } from '@common/contract/activities';
import { changeDiff } from './changeDiff';
import './change.css';

interface Props {
  activity: ActivityView;
  change: NonNullable<ActivityView['change']>;
}

/** 变更前 and 变更后, side by side; once it is in force there is no other plan to set it against. */
export function ChangeTable({ activity, change }: Props) {
  const lines = changeDiff(activity, change);
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th aria-label="变更内容" />
          <th>变更前</th>
          <th>变更后</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {before.map((text) => (
                <p key={text} className={after.includes(text) ? undefined : 'change-table__old'}>
                  {text}
                </p>
              ))}
            </td>
            <td>
              {after.map((text) => (
                <p key={text} className={before.includes(text) ? undefined : 'change-table__new'}>
                  {text}
                </p>
              ))}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">变更原因</th>
          <td colSpan={2}>{change.reason}</td>
        </tr>
      </tbody>
    </table>
  );
}
