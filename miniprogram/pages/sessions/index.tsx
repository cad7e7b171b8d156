import type { Client } from '@common/contract/client';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/errorState';
import { Icon } from '@/components/icon/icon';
import { Page } from '@/components/page/page';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/statusTag';
import { useLoad } from '@/hooks/useLoad';
import { ask, tell } from '@/services/feedback';
import { restartAt } from '@/services/navigate';
import { api, session } from '@/services/session';
import { moment } from '@/services/words';
import './index.scss';

type Device = Awaited<ReturnType<Client['accounts']['listSessions']>>['items'][number];

/** 登录设备: where this account is signed in, and signing out from afar. */
export default function SessionsPage() {
  return <Page className="sessions">{<SessionGate>{() => <Devices />}</SessionGate>}</Page>;
}

function Devices() {
  const { data, error, reload } = useLoad(async () => (await api.accounts.listSessions({})).items);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton cards={2} lines={2} />;
  }
  const close = async (device: Device) => {
    if (!(await ask('退出这台设备', `“${device.device}”需要重新登录才能使用。`, '退出'))) {
      return;
    }
    await api.accounts.closeSession({ sessionId: device.id });
    tell('该设备已退出登录');
    await reload();
  };
  const closeOthers = async () => {
    if (!(await ask('退出其他设备', '除本机外的设备都需要重新登录。', '全部退出'))) {
      return;
    }
    const { closed } = await api.accounts.closeOtherSessions({});
    tell(`已退出 ${closed} 台设备`);
    await reload();
  };
  const leave = async () => {
    if (await ask('退出登录', '本机退出后需要重新登录。', '退出')) {
      await session.signOut();
      await restartAt('signIn');
    }
  };
  const hasOthers = data.some((device) => !device.isCurrent);
  return (
    <>
      <View className="sessions__intro">发现不认识的设备时，请让它退出，并修改密码。</View>
      {data.map((device) => (
        <DeviceCard
          key={device.id}
          device={device}
          onClose={() => (device.isCurrent ? leave() : close(device))}
        />
      ))}
      {hasOthers ? (
        <Button id="close-others" kind="danger" onPress={closeOthers}>
          退出其他所有设备
        </Button>
      ) : null}
    </>
  );
}

function DeviceCard({ device, onClose }: { device: Device; onClose: () => Promise<void> }) {
  return (
    <Card className="device">
      <View className="row row--top">
        <View className="device__icon">
          <Icon name="screen" size={22} color={theme.color.brand} />
        </View>
        <View className="grow">
          <View className="device__name">{device.device}</View>
          {device.administratorName ? (
            <View className="device__line">管理员 {device.administratorName}</View>
          ) : null}
          <View className="device__line">{moment(device.openedAt)} 登录</View>
          <View className="device__line">
            {device.isCurrent ? '正在使用' : `${moment(device.lastSeenAt)} 最近使用`}
          </View>
        </View>
        {device.isCurrent ? (
          <StatusTag tone="done">本机</StatusTag>
        ) : (
          <Button kind="danger" size="small" inline onPress={onClose}>
            退出
          </Button>
        )}
      </View>
    </Card>
  );
}
