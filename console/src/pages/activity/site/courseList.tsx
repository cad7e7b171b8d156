import { EmptyState } from '../../../components/states';
import { ScreenButtons } from '../screenButtons';
import type { Displays } from '../useDisplays';
import type { Board } from './siteSection';

interface Props {
  board: Board;
  isApproved: boolean;
  displays: Displays;
}

/** Each course with how many came and left, and its screens. */
export function CourseList({ board, isApproved, displays }: Props) {
  if (board.courses.length === 0) {
    return (
      <EmptyState
        isSmall
        icon="calendar"
        title="还没有课程"
        hint="每门课程单独签到，请联系上级卫生行政部门补充课程和学时"
      />
    );
  }
  return (
    <ul className="site-courses">
      {board.courses.map((course) => (
        <li key={course.courseId}>
          <b className="site-courses__name">{course.name}</b>
          <span className="site-courses__counts">
            <span>
              签到 <b>{course.inPersons}</b> 人
            </span>
            <span>
              撤离 <b>{course.outPersons}</b> 人
            </span>
            <span className="faint">{course.swipes} 人次</span>
          </span>
          <ScreenButtons
            courseId={course.courseId}
            reason={isApproved ? null : '活动审核通过后才能打开大屏'}
            displays={displays}
          />
        </li>
      ))}
    </ul>
  );
}
