import type { ApiError } from '@common/contract/errors';
import { Alert } from 'antd';
import { showWait } from '../../format';

interface Props {
  failure: ApiError | null;
  /** Seconds until a locked account opens again. */
  locked: number;
  isExpired: boolean;
}

/** Why one is not in: what went wrong, how long an account stays locked, or that the session has ended. */
export function SignInNotice({ failure, locked, isExpired }: Props) {
  if (failure?.code === 'ACCOUNT_LOCKED' && failure.retryAfter) {
    return locked > 0 ? (
      <Alert
        type="error"
        showIcon
        title={`密码错误次数过多，账号已临时锁定，${showWait(locked)}后可以再试`}
        description="如忘记密码，请联系上级卫生行政部门重置，重置后立即解除锁定。"
      />
    ) : (
      <Alert type="info" showIcon title="锁定时间已到，请重新输入密码登录" />
    );
  }
  if (failure) {
    return <Alert type="error" showIcon title={failure.message} />;
  }
  return isExpired ? (
    <Alert type="warning" showIcon title="登录已失效，请重新登录，登录后回到刚才的页面" />
  ) : null;
}
