import type { LearnerProfile } from '@common/contract/profile';
import { EDUCATION_LEVELS, SEXES, TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { Notice } from '@/components/notice/notice';
import { shortDate } from '@/services/words';
import type { Admin } from './adminGate';
import { Numbers } from './numbers';
import './parts.scss';

export interface PersonFactsProps {
  learner: LearnerProfile & { isDepartmentKnown: boolean };
  admin: Admin;
}

/** The five pages of a person's 个人信息, as he filled them in; what is empty is left out. */
export function PersonFacts({ learner, admin }: PersonFactsProps) {
  return (
    <>
      <Card title="基本资料" className="facts-card">
        <Facts
          rows={[
            ['性别', SEXES[learner.sex]],
            ['出生日期', learner.birthDate],
            ['民族', learner.ethnicity],
          ]}
        />
        <Numbers learner={learner} admin={admin} />
      </Card>
      <Section
        title="联系信息"
        rows={[
          ['电子邮箱', learner.email],
          ['通讯地址', learner.address],
        ]}
      />
      <Card title="工作信息" className="facts-card">
        <Facts
          rows={[
            ['科室', learner.department],
            ['职称', TITLES[learner.title]],
            ['职称取得时间', learner.titleSince],
            ['职务', learner.position],
            ['参加工作时间', learner.workStartedOn],
            ['医通卡号', learner.personnelNo],
          ]}
        />
        {learner.department && !learner.isDepartmentKnown ? (
          <View className="facts-card__hint">
            <Notice tone="waiting">“{learner.department}”还不是本单位建立的科室，可以调整到已有科室。</Notice>
          </View>
        ) : null}
      </Card>
      <Educations learner={learner} />
      <Section
        title="其他"
        rows={[
          ['执业证书编号', learner.certificateNo],
          ['专业特长', learner.expertise],
          ['学术任职', learner.socialPositions],
          ['备注', learner.remark],
        ]}
      />
      <History learner={learner} />
    </>
  );
}

type Row = readonly [string, string | null];

function Facts({ rows }: { rows: readonly Row[] }) {
  return (
    <>{rows.map(([title, value]) => (value ? <ListRow key={title} title={title} value={value} /> : null))}</>
  );
}

function Section({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <Card title={title} className="facts-card">
      {rows.some(([, value]) => value) ? <Facts rows={rows} /> : <View className="t-small">本人未填写</View>}
    </Card>
  );
}

function Educations({ learner: { educations } }: Pick<PersonFactsProps, 'learner'>) {
  return (
    <Card title="教育经历" className="facts-card">
      {educations.length === 0 ? <View className="t-small">本人未填写</View> : null}
      {educations.map((one) => (
        <ListRow
          key={`${one.school}${one.level}${one.from ?? ''}`}
          title={[one.school, one.major].filter(Boolean).join(' · ')}
          detail={one.from || one.to ? `${one.from ?? ''} 至 ${one.to ?? '今'}` : undefined}
          value={EDUCATION_LEVELS[one.level]}
        />
      ))}
    </Card>
  );
}

/** Shown only where there is something before the present. */
function History({ learner: { titles, units } }: Pick<PersonFactsProps, 'learner'>) {
  if (titles.length < 2 && units.length < 2) {
    return null;
  }
  return (
    <Card title="职称与单位经历" className="facts-card">
      {titles.map((one) => (
        <ListRow
          key={one.title}
          title={TITLES[one.title]}
          value={one.since ? `${one.since} 取得` : '时间未填'}
        />
      ))}
      {units.map((one) => (
        <ListRow
          key={one.from}
          title={one.name}
          detail={`${shortDate(one.from)} 至 ${one.to ? shortDate(one.to) : '今'}`}
        />
      ))}
    </Card>
  );
}
