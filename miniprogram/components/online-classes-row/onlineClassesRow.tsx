import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';
import { useLoad } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { api } from '@/services/session';

/** The way to 线上课程, for those who have some; nothing for the others, and nothing while it is not known. */
export function OnlineClassesRow() {
  const { data } = useLoad(() => api.onlineClasses.myOnlineClasses({}));
  if (!data || data.items.length === 0) {
    return null;
  }
  const left = data.items.filter(({ isDone }) => !isDone).length;
  return (
    <Card>
      <ListRow
        id="go-online-classes"
        icon="book"
        title="线上课程"
        detail={left > 0 ? `还有${left}门没有学完，在手机上学习即可签到` : '都已学完'}
        onPress={() => open('onlineClasses')}
      />
    </Card>
  );
}
