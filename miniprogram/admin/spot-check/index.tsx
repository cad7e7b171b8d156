import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { decodeOnce } from '@/services/launch';
import { api } from '@/services/session';
import { type Admin, AdminGate } from '../parts/adminGate';
import { AskManager } from '../parts/askManager';
import { PastCheck } from './pastCheck';
import { RunningCheck } from './runningCheck';
import { useSpotChecks } from './useSpotChecks';
import './index.scss';

const PERSONS = ['3', '5', '10', '20', '50'].map((value) => ({ value, label: `${value} 人` }));

/** 点名: some of those who are here, drawn by lot, confirm on their phones within a minute; their answers come in live. */
export default function SpotCheckPage() {
  const { activityId = '', name = '' } = useRouter().params;
  return (
    <Page className="spot">
      <AdminGate>
        {(admin) => <SpotChecks admin={admin} activityId={activityId} name={decodeOnce(name)} />}
      </AdminGate>
    </Page>
  );
}

interface SpotChecksProps {
  admin: Admin;
  activityId: string;
  name: string;
}

function SpotChecks({ admin, activityId, name }: SpotChecksProps) {
  const { checks, total, error, isStale, reload, more } = useSpotChecks(activityId);
  if (!checks) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} />;
  }
  const running = checks.find((check) => !check.isOver);
  const past = checks.filter((check) => check.isOver);
  return (
    <>
      <View className="spot__name">{name}</View>
      {isStale ? <View className="spot__stale">网络中断，正在重连</View> : null}
      {running ? (
        <RunningCheck key={running.id} check={running} />
      ) : admin.may('holdActivities') ? (
        <StartCard activityId={activityId} onStarted={reload} />
      ) : (
        <AskManager permission="holdActivities" />
      )}
      {past.map((check, at) => (
        <PastCheck key={check.id} check={check} isOpen={at === 0 && !running} />
      ))}
      {total > checks.length ? (
        <Button kind="secondary" onPress={more}>
          加载更多
        </Button>
      ) : null}
      {checks.length === 0 ? (
        <Empty icon="people" title="还没有点过名" detail="点名后，谁应答、谁没有应答都记录在这里" />
      ) : null}
    </>
  );
}

function StartCard({ activityId, onStarted }: { activityId: string; onStarted: () => Promise<void> }) {
  const [persons, setPersons] = useState('10');
  const start = async () => {
    await api.presence.startSpotCheck({ activityId, persons: Number(persons) });
    await onStarted();
  };
  return (
    <Card title="随机点名">
      <View className="t-soft">
        从现在在场的学员中随机抽取，请他们在一分钟内用手机确认。没有应答的，授分时会提示。
      </View>
      <View className="spot__persons">
        <Chips options={PERSONS} value={persons} onChange={setPersons} />
      </View>
      <Button id="spot-start" onPress={start}>
        开始点名
      </Button>
    </Card>
  );
}
