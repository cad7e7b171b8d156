import type { Me } from '@common/contract/accounts';
import type { LearnerSelf } from '@common/contract/learners';
import type { ReactNode } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useSession } from '@/hooks/useSession';
import { open } from '@/services/navigate';
import { session } from '@/services/session';

/** Draws its inside once it is known who is here; until then a skeleton, an error with a retry, or the way to sign in. */
export function SessionGate({ children }: { children: (me: Me) => ReactNode }) {
  const { status, me, error } = useSession();
  if (me) {
    return <>{children(me)}</>;
  }
  if (status === 'failed') {
    return <ErrorState error={error} onRetry={() => session.start()} />;
  }
  if (status === 'signedOut') {
    return (
      <Empty icon="person" title="您还没有登录" detail="登录后可以签到、查询学分">
        <Button onPress={() => open('signIn')}>去登录</Button>
      </Empty>
    );
  }
  return <Skeleton cards={3} />;
}

/** As SessionGate, for what only a learner has. Everyone else is shown the way that is his. */
export function LearnerGate({ children }: { children: (learner: LearnerSelf) => ReactNode }) {
  return <SessionGate>{(me) => (me.learner ? children(me.learner) : <NotRegistered me={me} />)}</SessionGate>;
}

function NotRegistered({ me }: { me: Me }) {
  if (me.unit) {
    return (
      <Empty icon="switch" title="当前是单位管理员" detail={`${me.unit.name}的管理功能在“管理”中`}>
        <Button onPress={() => open('adminHome')}>进入管理</Button>
      </Empty>
    );
  }
  return (
    <Empty icon="person" title="您还没有注册" detail="注册并由单位审核通过后，扫码签到就能获得电子学分">
      <Button onPress={() => open('register')}>立即注册</Button>
    </Empty>
  );
}
