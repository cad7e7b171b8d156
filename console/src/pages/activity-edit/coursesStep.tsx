import { Button } from 'antd';
import { Icon } from '../../components/icon';
import { CourseCard } from './courseCard';
import type { DraftCourse } from './draft';
import { HoursSum } from './hoursSum';
import type { ActivityDraft } from './useActivityDraft';

const MOST = 50;
let made = 0;

/** 2 课程: one total course, or several that are signed into separately; their hours add up to the project's. */
export function CoursesStep({ draft, view, change }: Pick<ActivityDraft, 'draft' | 'view' | 'change'>) {
  const { courses } = draft;
  const project = { minutes: view.projectMinutes, credits: view.credits };
  const sum = courses.reduce((total, { minutes }) => total + minutes, 0);
  const put = (course: DraftCourse) =>
    change({ courses: courses.map((one) => (one.key === course.key ? course : one)) });
  const add = () => {
    const key = `new-${++made}`;
    const minutes = Math.max(0, project.minutes - sum);
    change({
      courses: [...courses, { key, name: courses.length === 0 ? view.name : '', minutes, lecturers: [] }],
    });
  };
  return (
    <>
      <p className="edit-hint">
        可以只设一门总课程；也可以设多门课程，每门分别签到考勤。各门课程的学时之和要等于项目的总学时。
      </p>
      <HoursSum sum={sum} project={project} creditClass={view.creditClass} />
      <ol className="course-cards">
        {courses.map((course, index) => (
          <CourseCard
            key={course.key}
            number={index + 1}
            course={course}
            project={project}
            rest={project.minutes - sum}
            onChange={put}
            onRemove={
              courses.length > 1
                ? () => change({ courses: courses.filter(({ key }) => key !== course.key) })
                : undefined
            }
          />
        ))}
      </ol>
      <Button
        type="dashed"
        block
        icon={<Icon name="add" size={16} />}
        disabled={courses.length >= MOST}
        onClick={add}
      >
        {courses.length >= MOST ? `最多${MOST}门课程` : '继续添加课程'}
      </Button>
    </>
  );
}
