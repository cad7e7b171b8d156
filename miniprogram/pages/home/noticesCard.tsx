import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { NoticeLine } from '@/components/notice-line/noticeLine';
import { useLoad } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { EVERYWHERE, findNotices } from '@/services/notices';

/** Of so many the ones are chosen that are shown. */
const LOOKED_AT = 10;
const SHOWN = 2;

/** 通知与帮助: what is important or has not been read, and the way to everything else. */
export function NoticesCard({ learnerId }: { learnerId: string | null }) {
  // By itself, and quietly: the page is whole without it.
  const { data } = useLoad(
    () =>
      findNotices({ kind: 'notice', page: 1, pageSize: LOOKED_AT }, learnerId ? null : EVERYWHERE).catch(
        () => null,
      ),
    learnerId ?? EVERYWHERE,
  );
  const shown = (data?.items ?? [])
    .filter(({ isImportant, isRead }) => isImportant || isRead === false)
    .slice(0, SHOWN);
  return (
    <Card title="通知与帮助" id="notices">
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
      <ListRow
        id="go-notices"
        icon="bell"
        title="通知、常见问题"
        detail="活动通知、学分审核标准、常见问题解答"
        onPress={() => open('notices')}
      />
    </Card>
  );
}
