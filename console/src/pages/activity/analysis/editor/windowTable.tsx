import type { ActivityView } from '@common/contract/activities';
import { DIRECTIONS } from '@common/terms';
import { Button, Select } from 'antd';
import { Icon } from '../../../../components/icon';
import { type Draft, isRight, overlapping } from './draft';
import { TimeInput } from './timeInput';
import type { DraftActions } from './useDraft';
import type { Preview } from './usePreview';

const ANY = '';
const DIRECTION_OPTIONS = [
  { value: ANY, label: '签到撤离都算' },
  ...Object.entries(DIRECTIONS).map(([value, label]) => ({ value, label: `只算${label}` })),
];

interface Props {
  activity: ActivityView;
  windows: Draft['windows'];
  actions: DraftActions;
  preview: Preview;
}

/** The windows as a table: the same as on the timeline, to the minute and by keyboard. */
export function WindowTable({ activity, windows, actions, preview }: Props) {
  const courses = [
    { value: ANY, label: '全部课程' },
    ...activity.courses.map(({ id, name }) => ({ value: id, label: name })),
  ];
  // A window that was bound to a course which is gone keeps the choice in sight, and says so.
  const coursesOf = (courseId: string | null) =>
    courseId === null || courses.some(({ value }) => value === courseId)
      ? courses
      : [...courses, { value: courseId, label: '已删除的课程' }];
  const isByCourse = activity.courses.length > 1 || windows.some(({ courseId }) => courseId !== null);
  return (
    <table className="analysis-windows" aria-label="刷卡周期">
      <thead>
        <tr>
          <th scope="col" aria-label="序号" />
          <th scope="col">开始时间</th>
          <th scope="col">结束时间</th>
          <th scope="col">签到或撤离</th>
          {isByCourse && <th scope="col">课程</th>}
          <th scope="col">有考勤</th>
          <th scope="col" aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {windows.map((window, index) => {
          const { key, direction, courseId } = window;
          const number = index + 1;
          const persons = preview.persons.get(key);
          const isWrong = !isRight(window);
          const note = noteOf(windows, index, persons);
          const ends = { onBlur: actions.settle, isWrong };
          return (
            <tr key={key}>
              <th scope="row">{number}</th>
              <td>
                <TimeInput
                  {...ends}
                  label={`第${number}个刷卡周期的开始时间`}
                  value={window.from}
                  onChange={(from) => actions.change(key, { from })}
                />
              </td>
              <td>
                <TimeInput
                  {...ends}
                  label={`第${number}个刷卡周期的结束时间`}
                  value={window.to}
                  onChange={(to) => actions.change(key, { to })}
                />
              </td>
              <td>
                <Select
                  className="analysis-windows__choice"
                  aria-label={`第${number}个刷卡周期的签到或撤离`}
                  value={direction ?? ANY}
                  options={DIRECTION_OPTIONS}
                  onChange={(next) =>
                    actions.change(key, { direction: next === 'in' || next === 'out' ? next : null })
                  }
                />
              </td>
              {isByCourse && (
                <td>
                  <Select
                    className="analysis-windows__choice"
                    aria-label={`第${number}个刷卡周期的课程`}
                    value={courseId ?? ANY}
                    options={coursesOf(courseId)}
                    onChange={(next) => actions.change(key, { courseId: next || null })}
                  />
                </td>
              )}
              <td className="analysis-windows__persons">
                <span className={preview.busy ? 'faint' : undefined}>
                  {persons === undefined ? '—' : `${persons}人`}
                </span>
                {note && <span className={isWrong ? 'analysis-windows__wrong' : 'cell-sub'}>{note}</span>}
              </td>
              <td>
                <Button
                  type="text"
                  aria-label={`删除第${number}个刷卡周期`}
                  icon={<Icon name="close" size={15} />}
                  onClick={() => actions.remove(key)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What is wrong with a window, or should be looked at. */
function noteOf(windows: Draft['windows'], index: number, persons: number | undefined): string | null {
  const window = windows[index];
  if (window && !isRight(window)) {
    return '结束时间须在开始时间之后';
  }
  const other = overlapping(windows, index);
  if (other !== null) {
    return `与第${other}个重叠，一次刷卡两处都算`;
  }
  return persons === 0 ? '这段时间没有人刷卡' : null;
}
