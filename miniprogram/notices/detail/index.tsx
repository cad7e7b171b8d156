import { ApiError } from '@common/contract/errors';
import type { Notice } from '@common/contract/notices';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorState } from '@/components/error-state/errorState';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useOnce } from '@/hooks/useOnce';
import { PAGES, replaceWith } from '@/services/navigate';
import { api } from '@/services/session';
import { AttachmentsCard } from './attachmentsCard';
import { TextCard } from './textCard';
import { useMarkRead } from './useMarkRead';
import './index.scss';

/** A 通知, or a 常见问题 with its answer. Open to everybody, and to whom it is shared with. */
export default function NoticePage() {
  const { noticeId = '' } = useRouter().params;
  // Once: an opening is counted, coming back from an attachment is none.
  const { data, error, reload } = useOnce(() => api.notices.publicNotice({ noticeId }));
  useMarkRead(data?.id);
  useShareAppMessage(() => ({
    title: data?.title ?? '继教通 通知与帮助',
    path: data ? `${PAGES.notice}?noticeId=${data.id}` : PAGES.notices,
  }));
  return (
    <Page>
      {data ? (
        <NoticeView notice={data} />
      ) : isGone(error) ? (
        <Empty icon="bell" title="这条通知已撤回或不存在" detail="请查看其他通知">
          <Button id="go-notices" onPress={() => replaceWith('notices')}>
            查看全部通知
          </Button>
        </Empty>
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Skeleton cards={1} lines={8} />
      )}
    </Page>
  );
}

const isGone = (error: unknown) =>
  error instanceof ApiError && (error.code === 'NOT_FOUND' || error.code === 'INVALID_INPUT');

function NoticeView({ notice }: { notice: Notice }) {
  return (
    <>
      <TextCard notice={notice} />
      <AttachmentsCard notice={notice} />
    </>
  );
}
