import { ApiError } from '@common/contract/errors';
import { theme } from '@common/theme';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { wordsOf } from '@/services/feedback';
import { open } from '@/services/navigate';

/** What went wrong and the way out: sign in where that is missing, else try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  const code = error instanceof ApiError ? error.code : undefined;
  const needsSignIn = code === 'NOT_SIGNED_IN' || code === 'FORBIDDEN';
  return (
    <Empty
      icon={code === 'NETWORK' ? 'offline' : 'alert'}
      color={theme.color.waiting}
      title={needsSignIn ? '需要重新登录' : '没有加载成功'}
      detail={wordsOf(error)}
    >
      <Button onPress={needsSignIn ? () => open('signIn') : onRetry}>
        {needsSignIn ? '去登录' : '重试'}
      </Button>
    </Empty>
  );
}
