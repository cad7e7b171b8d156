import { formatHours } from '@common/rules/credits';
import { Alert, Button, Input } from 'antd';
import { Icon } from '../../components/icon';
import type { PageProps } from './formPage';
import { HoursInput } from './hoursInput';
import { Lecturers } from './lecturers';

const MOST = 50;
const EMPTY = { name: '', minutes: 0, lecturers: [] };

/** 4 课程与师资: courses with hours and lecturers; their sum must be the project's hours. */
export function CoursesPage({ form: { basics, courses }, change, faultOf }: PageProps) {
  const set = (at: number, some: Partial<(typeof courses)[number]>) =>
    change(
      'courses',
      courses.map((course, index) => (index === at ? { ...course, ...some } : course)),
    );
  const fault = faultOf('courses');
  return (
    <>
      <div className="course-table">
        <div className="course-table__row course-table__head">
          <span>序号</span>
          <span className="starred">课程名称</span>
          <span className="starred">学时</span>
          <span className="starred">主讲人</span>
          <span />
        </div>
        {courses.map((course, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a course has no name of its own; its fields are controlled.
          <div key={at} className="course-table__row">
            <span className="faint">{at + 1}</span>
            <div>
              <Input
                value={course.name}
                maxLength={200}
                aria-label={`第${at + 1}门课程名称`}
                status={faultOf(`courses.${at}.name`) ? 'error' : undefined}
                onChange={(event) => set(at, { name: event.target.value })}
              />
              <Fault text={faultOf(`courses.${at}.name`)} />
            </div>
            <div>
              <HoursInput
                id={`course-${at}-minutes`}
                label={`第${at + 1}门课程学时`}
                value={course.minutes}
                hasFault={Boolean(faultOf(`courses.${at}.minutes`))}
                onChange={(minutes) => set(at, { minutes })}
              />
              <Fault text={faultOf(`courses.${at}.minutes`)} />
            </div>
            <div>
              <Lecturers
                lecturers={course.lecturers}
                label={`第${at + 1}门课程`}
                onChange={(lecturers) => set(at, { lecturers })}
              />
              <Fault text={faultOf(`courses.${at}.lecturers`)} />
            </div>
            <Button
              type="text"
              aria-label={`删除第${at + 1}门课程`}
              title="删除这门课程"
              icon={<Icon name="close" size={16} />}
              onClick={() =>
                change(
                  'courses',
                  courses.filter((_, index) => index !== at),
                )
              }
            />
          </div>
        ))}
        {courses.length === 0 && <p className="course-table__none faint">还没有课程，请添加</p>}
        <div className="course-table__foot">
          <Button
            icon={<Icon name="add" size={16} />}
            disabled={courses.length >= MOST}
            onClick={() => change('courses', [...courses, EMPTY])}
          >
            添加课程
          </Button>
          <Sum courses={courses} total={basics.minutes} />
        </div>
      </div>
      {fault && <Alert type="error" showIcon title={fault} />}
    </>
  );
}

const Fault = ({ text }: { text: string | undefined }) =>
  text ? <p className="field-fault">{text}</p> : null;

/** The running sum against 总学时. */
function Sum({ courses, total }: { courses: readonly { minutes: number }[]; total: number }) {
  const sum = courses.reduce((minutes, course) => minutes + course.minutes, 0);
  const left = total - sum;
  return (
    <p className="course-table__sum" role="status">
      合计 <b>{formatHours(sum)}</b> 学时
      {total === 0 ? (
        <span className="faint">总学时还没有填写（第1页）</span>
      ) : left === 0 ? (
        <span className="course-table__even">与总学时{formatHours(total)}学时一致</span>
      ) : (
        <span className="course-table__odd">
          总学时{formatHours(total)}学时，{left > 0 ? '还差' : '多出'}
          {formatHours(Math.abs(left))}学时
        </span>
      )}
    </p>
  );
}
