import type { ApplicationForm } from '@common/contract/applications';
import { disciplineName } from '@common/disciplines';
import { PROJECT_FORMS, TITLES } from '@common/terms';
import type { ReactNode } from 'react';
import { showHours } from '../../format';
import { FORM_PAGES } from './formPage';
import { lecturerInWords } from './lecturers';

type Facts = [name: string, value: ReactNode][];

interface Props {
  form: ApplicationForm;
  unitName: string;
}

/** The five pages to be read, one below the other. */
export function FormSections({ form, unitName }: Props) {
  const { basics, content, leader, courses, organiser } = form;
  const bodies: Record<(typeof FORM_PAGES)[number]['key'], ReactNode> = {
    basics: (
      <FactList
        facts={[
          ['项目名称', basics.name],
          ['所属学科', disciplineName(basics.discipline)],
          ['举办方式', PROJECT_FORMS[basics.form]],
          ['举办地点', basics.place],
          ['起止日期', basics.from && basics.to && `${basics.from} 至 ${basics.to}`],
          ['期数', `${basics.terms}期`],
          ['拟招生人数', basics.persons > 0 && `${basics.persons}人`],
          ['总学时', basics.minutes > 0 && showHours(basics.minutes)],
          ['教学对象', basics.audience],
        ]}
      />
    ),
    content: (
      <FactList
        isLong
        facts={[
          ['目的意义', content.purpose],
          ['主要内容', content.outline],
          ['国内外进展', content.background],
          ['预期效果', content.effect],
        ]}
      />
    ),
    leader: (
      <FactList
        facts={[
          ['姓名', leader.name],
          ['技术职务', leader.title && TITLES[leader.title]],
          ['从事专业', leader.specialty],
          ['联系电话', leader.phone],
          ['所在科室', leader.department],
          ['学历学位', leader.education],
          ['经历与成绩', leader.experience],
        ]}
      />
    ),
    courses: <CourseList courses={courses} total={basics.minutes} />,
    organiser: (
      <FactList
        facts={[
          ['举办单位', unitName],
          ['联系人', organiser.contact],
          ['联系电话', organiser.phone],
          ['通讯地址', organiser.address],
          ['电子邮箱', organiser.email],
          ['联合举办单位', organiser.partners],
          ['备注', organiser.remark],
        ]}
      />
    ),
  };
  return (
    <div className="form-sections">
      {FORM_PAGES.map(({ key, label }, index) => (
        <section key={key} className="card form-section" aria-label={label}>
          <h2>
            {index + 1} {label}
          </h2>
          {bodies[key]}
        </section>
      ))}
    </div>
  );
}

function FactList({ facts, isLong }: { facts: Facts; isLong?: boolean }) {
  return (
    <dl className={`form-facts${isLong ? ' form-facts--long' : ''}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || <span className="faint">未填写</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function CourseList({ courses, total }: { courses: ApplicationForm['courses']; total: number }) {
  if (courses.length === 0) {
    return <p className="faint">未填写</p>;
  }
  const sum = courses.reduce((minutes, course) => minutes + course.minutes, 0);
  return (
    <table className="form-courses">
      <thead>
        <tr>
          <th>序号</th>
          <th>课程名称</th>
          <th>学时</th>
          <th>主讲人</th>
        </tr>
      </thead>
      <tbody>
        {courses.map(({ name, minutes, lecturers }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: courses have no name of their own and do not move here.
          <tr key={index}>
            <td className="faint">{index + 1}</td>
            <td>{name || <span className="faint">未填写</span>}</td>
            <td className="nowrap">{showHours(minutes)}</td>
            <td>
              {lecturers.length === 0 && <span className="faint">未填写</span>}
              {lecturers.map((lecturer, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two of a name can lecture together.
                <div key={at}>{lecturerInWords(lecturer)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td>合计</td>
          <td className="nowrap">{showHours(sum)}</td>
          <td className={sum === total ? 'faint' : 'warning-line'}>
            {sum === total ? '与总学时一致' : `与总学时${showHours(total)}不一致`}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
