import type { ActivityRow } from '@common/contract/activities';
import { View } from '@tarojs/components';
import { ActivityFacts } from '@/components/activity-facts/activityFacts';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Stat } from '@/components/stat/stat';
import { StatusTag } from '@/components/status-tag/statusTag';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { open, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import './index.scss';

/** 管理: what waits for the unit's administrator, and what is held today. */
export default function AdminHomePage() {
  return (
    <Page className="admin">
      <SessionGate>
        {(me) =>
          me.unit ? (
            <UnitHome name={me.unit.name} />
          ) : (
            <Empty icon="key" title="需要单位账号" detail="请用单位账号和密码登录后审核人员、查看现场">
              <Button onPress={() => replaceWith('signIn', { for: 'unit' })}>单位管理员登录</Button>
            </Empty>
          )
        }
      </SessionGate>
    </Page>
  );
}

function UnitHome({ name }: { name: string }) {
  const isLearner = Boolean(useSession().me?.learner);
  const { data, error, reload } = useLoad(() => api.overview.unitOverview({}), name);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  const waiting = data.waitingLearners;
  return (
    <>
      <View className="admin__unit">{name}</View>
      <Card className="admin__stats">
        <View className="row">
          <Stat value={waiting} unit="人" label="待审核" tone={waiting > 0 ? 'waiting' : 'plain'} />
          <Stat value={data.approvedLearners} unit="人" label="已通过" />
          <Stat value={data.checkInsToday} unit="次" label="今天签到" />
        </View>
      </Card>
      <Card className="admin__list">
        <ListRow
          id="go-pending"
          icon="person"
          title="人员信息审核"
          detail="核对后逐一或批量审核"
          value={
            waiting > 0 ? (
              <StatusTag tone="act">{`${waiting} 人待审核`}</StatusTag>
            ) : (
              <StatusTag tone="done">已审完</StatusTag>
            )
          }
          onPress={() => open('adminPending')}
        />
        <ListRow
          id="go-people"
          icon="people"
          title="人员"
          detail="查找审核通过的人员"
          onPress={() => open('adminPeople')}
        />
        {data.waitingCreditings > 0 ? (
          <ListRow
            icon="hourglass"
            title="授分审核中"
            detail="等待行政部门审核，可在电脑端查看"
            value={`${data.waitingCreditings} 批`}
          />
        ) : null}
      </Card>
      <View className="admin__heading">今天的活动</View>
      {data.activitiesNow.map((activity) => (
        <NowCard key={activity.id} activity={activity} />
      ))}
      {data.activitiesNow.length === 0 ? (
        <Card>
          <Empty
            isCompact
            icon="screen"
            title="今天没有举办中的活动"
            detail="申请活动、打开会场二维码，请在电脑上登录管理平台"
          />
        </Card>
      ) : null}
      {isLearner ? (
        <Button kind="quiet" onPress={() => open('home')}>
          返回个人首页
        </Button>
      ) : null}
    </>
  );
}

function NowCard({ activity }: { activity: ActivityRow }) {
  return (
    <Card>
      <ActivityFacts activity={activity} />
      <View className="gap-m">
        <Button
          kind="secondary"
          onPress={() => open('adminBoard', { activityId: activity.id, name: activity.name })}
        >
          现场签到情况
        </Button>
      </View>
    </Card>
  );
}
