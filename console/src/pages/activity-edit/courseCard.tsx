import { Button, Form, Input } from 'antd';
import { showCredits, showHours } from '../../format';
import { HoursInput } from '../application/hoursInput';
import type { DraftCourse } from './draft';
import { creditsOfPart } from './hours';
import { LecturersField } from './lecturersField';

interface Props {
  number: number;
  course: DraftCourse;
  project: { minutes: number; credits: number };
  /** Minutes that no course has yet; negative where there are too many. */
  rest: number;
  onChange: (course: DraftCourse) => void;
  /** Absent for the last one: an activity has at least one course. */
  onRemove?: () => void;
}

/** One course: its name, its 学时 with the credits that follow, who lectures. */
export function CourseCard({ number, course, project, rest, onChange, onRemove }: Props) {
  const idOf = (name: string) => `course-${course.key}-${name}`;
  const fits = course.minutes + rest;
  return (
    <li className="course-card">
      <div className="course-card__head">
        <h3>第{number}门课程</h3>
        {onRemove && (
          <Button type="link" danger className="inline-link" onClick={onRemove}>
            删除这门课程
          </Button>
        )}
      </div>
      <div className="course-card__fields">
        <Form.Item label="课程名称" required htmlFor={idOf('name')} layout="vertical">
          <Input
            id={idOf('name')}
            value={course.name}
            maxLength={200}
            placeholder="例如：围手术期护理新进展"
            onChange={({ target }) => onChange({ ...course, name: target.value })}
          />
        </Form.Item>
        <Form.Item
          label="学时"
          required
          htmlFor={idOf('hours')}
          layout="vertical"
          help={
            rest !== 0 && fits > 0 ? (
              <Button
                type="link"
                className="inline-link"
                onClick={() => onChange({ ...course, minutes: fits })}
              >
                改为{showHours(fits)}
              </Button>
            ) : (
              `对应${showCredits(creditsOfPart(course.minutes, project))}`
            )
          }
        >
          <HoursInput
            id={idOf('hours')}
            label={`第${number}门课程的学时`}
            value={course.minutes}
            onChange={(minutes) => onChange({ ...course, minutes })}
          />
        </Form.Item>
      </div>
      <LecturersField
        lecturers={course.lecturers}
        label={`第${number}门课程的主讲人`}
        onChange={(lecturers) => onChange({ ...course, lecturers })}
      />
    </li>
  );
}
