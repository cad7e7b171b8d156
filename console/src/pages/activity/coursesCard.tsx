import type { ActivityView } from '@common/contract/activities';
import { TITLES } from '@common/terms';
import { Alert } from 'antd';
import { EmptyState } from '../../components/states';
import { showHours } from '../../format';
import './overview.css';

type Lecturer = ActivityView['courses'][number]['lecturers'][number];

const toldOf = ({ unitName, title, personnelNo }: Lecturer) =>
  [unitName, title && TITLES[title], personnelNo && `人员编号${personnelNo}`].filter(Boolean).join('，');

/** The courses with their hours and lecturers. */
export function CoursesCard({ activity }: { activity: ActivityView }) {
  const { courses } = activity;
  const minutes = courses.reduce((sum, course) => sum + course.minutes, 0);
  return (
    <section className="card">
      <div className="card__head">
        <h2>课程</h2>
        {courses.length > 0 && <span className="faint">合计 {showHours(minutes)}</span>}
      </div>
      {courses.length === 0 ? (
        <EmptyState
          isSmall
          icon="calendar"
          title="还没有课程"
          hint="由举办单位在提交申请前填写；每门课程单独签到"
        />
      ) : (
        <>
          {minutes !== activity.projectMinutes && (
            <Alert
              className="card__alert"
              type="warning"
              showIcon
              title={`课程学时合计${showHours(minutes)}，与项目的${showHours(activity.projectMinutes)}不一致，请核对课程信息`}
            />
          )}
          <ul className="courses">
            {courses.map((course, index) => (
              <li key={course.id}>
                <span className="faint">{index + 1}</span>
                <div>
                  <b>{course.name}</b>
                  {course.lecturers.map((lecturer) => (
                    <p key={`${lecturer.personnelNo} ${lecturer.name}`} className="courses__lecturer">
                      {lecturer.name}
                      <span className="faint">{toldOf(lecturer)}</span>
                    </p>
                  ))}
                  {course.lecturers.length === 0 && (
                    <p className="soft">{course.lecturer || '未填写主讲人'}</p>
                  )}
                </div>
                <span className="nowrap">{showHours(course.minutes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
