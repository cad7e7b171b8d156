import type { Permission } from '@common/terms';
import type { ReactNode } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { SessionGate } from '@/components/session-gate/sessionGate';
import { open, replaceWith } from '@/services/navigate';

/** The unit's administrator who is here. */
export interface Admin {
  name: string;
  unit: { id: string; name: string };
  /** Whether he holds a 权限. The server decides; this only keeps what cannot work off the screen. */
  may(permission: Permission): boolean;
}

/** As SessionGate, for what only a named administrator of a unit has. Everyone else is shown the way. */
export function AdminGate({ children }: { children: (admin: Admin) => ReactNode }) {
  return (
    <SessionGate>
      {({ unit, administrator }) => {
        if (!unit) {
          return (
            <Empty icon="key" title="需要单位账号" detail="请用单位账号和密码登录后审核人员、查看现场">
              <Button onPress={() => replaceWith('signIn', { for: 'unit' })}>单位管理员登录</Button>
            </Empty>
          );
        }
        if (!administrator) {
          return (
            <Empty icon="person" title="请先确认您的身份" detail="选择管理员姓名，用短信验证码确认后继续">
              <Button onPress={() => open('administrator')}>去确认</Button>
            </Empty>
          );
        }
        const { name, permissions } = administrator;
        return children({ name, unit, may: (permission) => permissions.includes(permission) });
      }}
    </SessionGate>
  );
}
