import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { App, Button } from 'antd';
import { client, useMe } from '../../api/session';
import { Icon } from '../../components/icon';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { showDateTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import './sessions.css';

type Device = OutputOf<Contract['accounts']['listSessions']>['items'][number];

/** 登录设备: where this account is signed in, and signing out there. */
export default function SessionsPage() {
  const me = useMe();
  const { message, modal } = App.useApp();
  const list = useLoad(() => client.accounts.listSessions({}), []);

  const close = useAction(async (device: Device) => {
    await client.accounts.closeSession({ sessionId: device.id });
    message.success(`${device.device}已退出登录`);
    list.reload();
  });
  const closeOthers = useAction(async () => {
    const { closed } = await client.accounts.closeOtherSessions({});
    message.success(closed > 0 ? `已让其他${closed}台设备退出登录` : '其他设备都已退出登录');
    list.reload();
  });
  const ask = (title: string, content: string, run: () => Promise<void>) =>
    modal.confirm({
      title,
      content,
      icon: null,
      okText: '退出登录',
      okButtonProps: { danger: true },
      onOk: run,
    });

  const others = list.data?.items.filter((device) => !device.isCurrent).length ?? 0;
  return (
    <>
      <PageHeader
        title="登录设备"
        note={`账号 ${me.accountName ?? ''} 登录着的设备。有不认识的，请让它退出登录并修改密码。`}
        extra={
          others > 0 && (
            <Button
              danger
              loading={closeOthers.busy}
              onClick={() =>
                ask(
                  `让其他${others}台设备都退出登录？`,
                  '本机不受影响。其他设备再次使用时，需要重新输入密码和短信验证码。',
                  closeOthers.run,
                )
              }
            >
              其他设备全部退出
            </Button>
          )
        }
      />
      <section className="card">
        <Loaded load={list}>
          {({ items }) => (
            <ul className="devices">
              {items.map((device) => (
                <li key={device.id}>
                  <span className="devices__mark">
                    <Icon name={device.device.includes('微信') ? 'phone' : 'screen'} size={22} />
                  </span>
                  <div className="devices__main">
                    <p>
                      <b>{device.device}</b>
                      {device.isCurrent && <span className="pill pill--done">本机</span>}
                    </p>
                    <p className="devices__facts">
                      {device.administratorName && <span>{device.administratorName}</span>}
                      <span>登录于 {showDateTime(device.openedAt)}</span>
                      {!device.isCurrent && <span>最近使用 {showDateTime(device.lastSeenAt)}</span>}
                    </p>
                  </div>
                  {!device.isCurrent && (
                    <Button
                      disabled={close.busy}
                      onClick={() =>
                        ask(
                          `让“${device.device}”退出登录？`,
                          '这台设备再次使用时，需要重新输入密码和短信验证码。',
                          () => close.run(device),
                        )
                      }
                    >
                      退出登录
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </section>
    </>
  );
}
