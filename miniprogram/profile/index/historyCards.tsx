import type { LearnerProfile } from '@common/contract/profile';
import { PERSONNEL_STATUSES, TITLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { StatusTag } from '@/components/status-tag/statusTag';
import { dayWords, dayWordsOf } from '@/services/dayWords';

/** 职称 held, 单位 worked in, 人员状态: kept by the unit, read here. */
export function HistoryCards({ profile }: { profile: LearnerProfile }) {
  return (
    <>
      <Card title="职称经历">
        {profile.titles.map(({ title, since }, index) => (
          <ListRow
            key={`${title}${since}`}
            title={TITLES[title]}
            detail={since ? `${dayWords(since)}取得` : '取得时间未填写'}
            value={index === 0 ? '现任' : undefined}
          />
        ))}
      </Card>
      {profile.units.length > 0 ? (
        <Card title="单位经历">
          {profile.units.map(({ name, from, to }) => (
            <ListRow
              key={`${name}${from}`}
              title={name}
              detail={`${dayWordsOf(from)} 至 ${to ? dayWordsOf(to) : '今'}`}
            />
          ))}
        </Card>
      ) : null}
      <Card
        title="人员状态"
        aside={
          <StatusTag tone={profile.status === 'active' ? 'done' : 'plain'}>
            {PERSONNEL_STATUSES[profile.status]}
          </StatusTag>
        }
      >
        {profile.statusPeriods.map((period) => (
          <ListRow
            key={period.id}
            title={PERSONNEL_STATUSES[period.status]}
            detail={`${dayWords(period.from)} 至 ${period.to ? dayWords(period.to) : '今'}${period.reason ? ` · ${period.reason}` : ''}`}
          />
        ))}
        <View className="t-small gap-s">人员状态由单位管理员登记，影响年度达标的计算。</View>
      </Card>
    </>
  );
}
