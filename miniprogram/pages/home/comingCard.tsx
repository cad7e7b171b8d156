import type { OpenActivity } from '@common/contract/enrolments';
import { View } from '@tarojs/components';
import { ActivityFacts } from '@/components/activity-facts/activityFacts';
import { Card } from '@/components/card/card';
import { EnrolmentTag } from '@/components/enrolment-tag/enrolmentTag';
import { ListRow } from '@/components/list-row/listRow';
import { Pressable } from '@/components/pressable/pressable';
import { useLoad } from '@/hooks/useLoad';
import { open } from '@/services/navigate';
import { api } from '@/services/session';
import { ms } from '@/services/words';

/** Enough to find one among those that are queued for. */
const LOOKED_AT = 10;

/** The next activity that one has enrolled for, and the ways to others. */
export function ComingCard({ learnerId }: { learnerId: string }) {
  // By itself: the page is whole without it.
  const { data } = useLoad(() => api.enrolments.myEnrolments({ page: 1, pageSize: LOOKED_AT }), learnerId);
  const next = data && nextOf(data.items);
  return (
    <Card
      title={next ? '接下来的活动' : '继教活动'}
      aside={next ? <EnrolmentTag mine={next.mine} /> : null}
      id="coming"
    >
      {next ? (
        <Pressable
          id="next-activity"
          className="coming__next"
          onPress={() => open('activity', { id: next.id })}
        >
          <ActivityFacts activity={next} />
        </Pressable>
      ) : null}
      <View>
        <ListRow
          id="go-activities"
          icon="search"
          title="找活动"
          detail="按学科、地区、时间查找，提前报名"
          onPress={() => open('activities')}
        />
        {next ? (
          <ListRow id="go-enrolments" icon="book" title="我的报名" onPress={() => open('enrolments')} />
        ) : null}
      </View>
    </Card>
  );
}

/** What is enrolled for before what is queued for, the soonest first. */
function nextOf(items: readonly OpenActivity[]): OpenActivity | undefined {
  const nowMs = Date.now();
  const coming = items.filter(({ to }) => ms(to) > nowMs).sort((a, b) => ms(a.from) - ms(b.from));
  return (
    coming.find(({ mine }) => mine?.state === 'enrolled') ??
    coming.find(({ mine }) => mine?.state === 'waiting')
  );
}
