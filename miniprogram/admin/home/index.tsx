import type { ActivityRow } from '@common/contract/activities';
import { PERMISSIONS } from '@common/terms';
import { View } from '@tarojs/components';
import { ActivityFacts } from '@/components/activity-facts/activityFacts';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { ListRow } from '@/components/list-row/listRow';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Stat } from '@/components/stat/stat';
import { useLoad } from '@/hooks/useLoad';
import { useSession } from '@/hooks/useSession';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { type Admin, AdminGate } from '../parts/adminGate';
import { AskManager } from '../parts/askManager';
import { Tasks } from './tasks';
import './index.scss';

/** 管理: what waits for the unit's administrator, and what is held today. */
export default function AdminHomePage() {
  return (
    <Page className="admin">
      <AdminGate>{(admin) => <UnitHome admin={admin} />}</AdminGate>
    </Page>
  );
}

function UnitHome({ admin }: { admin: Admin }) {
  const { me } = useSession();
  const { data, error, reload } = useLoad(() => api.overview.unitOverview({}), admin.unit.id);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={3} />;
  }
  const waiting = data.waitingLearners;
  return (
    <>
      <View className="admin__head">
        <View className="admin__unit">{admin.unit.name}</View>
        <View className="t-soft">管理员 {admin.name}</View>
      </View>
      <Card className="admin__stats">
        <View className="row">
          <Stat value={waiting} unit="人" label="待审核" tone={waiting > 0 ? 'waiting' : 'plain'} />
          <Stat value={data.approvedLearners} unit="人" label="已通过" />
          <Stat value={data.checkInsToday} unit="次" label="今天签到" />
        </View>
      </Card>
      {admin.may('approveLearners') ? null : <AskManager permission="approveLearners" />}
      <Tasks overview={data} />
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
            detail={
              admin.may('holdActivities')
                ? '申请活动、打开会场二维码，请在电脑上登录管理平台'
                : `由有“${PERMISSIONS.holdActivities}”权限的管理员在电脑上申请`
            }
          />
        </Card>
      ) : null}
      <View className="admin__heading">账号</View>
      <Card className="admin__list">
        <ListRow icon="screen" title="登录设备" onPress={() => open('sessions')} />
        <ListRow icon="key" title="修改密码" value={me?.accountName} onPress={() => open('password')} />
      </Card>
      {me?.learner ? (
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
