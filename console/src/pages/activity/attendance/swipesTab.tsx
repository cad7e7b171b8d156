import { CHECK_IN_METHODS, codesOf, DIRECTIONS } from '@common/terms';
import { Button } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { Guarded } from '../../../components/guarded';
import { ListTable } from '../../../components/listTable';
import { idOf, useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import type { TabProps } from './attendanceTabs';
import { EnterSwipeModal } from './enterSwipeModal';
import { swipeColumns } from './swipeColumns';
import { SwipeFilterBar } from './swipeFilterBar';
import { NO_SWIPE_FILTERS } from './swipeFilters';
import { SwipesEmpty } from './swipesEmpty';

/** A value of the address where the API knows it. */
const known = <T extends string>(codes: readonly T[], value: string) => codes.find((code) => code === value);

/** 考勤明细: every swipe that counts, and 补录 for who could not scan. */
export default function SwipesTab({ activity, onChange }: TabProps) {
  const activityId = activity.id;
  const [filters, setFilters] = useAddress(NO_SWIPE_FILTERS);
  const { q, page, pageSize } = filters;
  const courseId = activity.courses.find(({ id }) => id === filters.courseId)?.id;
  const learnerId = idOf(filters.learnerId);
  const direction = known(codesOf(DIRECTIONS), filters.direction);
  const method = known(codesOf(CHECK_IN_METHODS), filters.method);
  const list = useLoad(
    () =>
      client.attendance.listSwipes({ activityId, q, courseId, direction, method, learnerId, page, pageSize }),
    [activityId, filters],
  );
  const [isEntering, setEntering] = useState(false);
  const isNarrowed = Boolean(q || courseId || learnerId || direction || method);
  const enter = (
    <Guarded permission="holdActivities">
      <Button onClick={() => setEntering(true)}>补录考勤</Button>
    </Guarded>
  );

  return (
    <>
      <section className="card">
        <SwipeFilterBar
          activity={activity}
          filters={filters}
          found={list.data}
          isNobody={!isNarrowed && list.data?.total === 0}
          onChange={setFilters}
        >
          {enter}
        </SwipeFilterBar>
        <ListTable
          load={list}
          rowKey="id"
          unit="人次"
          columns={swipeColumns((row) => setFilters({ learnerId: row.learnerId, page: 1 }))}
          scroll={{ x: 1120 }}
          onPage={(nextPage, nextSize) => setFilters({ page: nextPage, pageSize: nextSize })}
          empty={
            <SwipesEmpty
              isNarrowed={isNarrowed}
              activityId={activityId}
              onShowAll={() => setFilters(NO_SWIPE_FILTERS)}
            />
          }
        />
      </section>
      <EnterSwipeModal
        open={isEntering}
        activity={activity}
        onClose={() => setEntering(false)}
        onEntered={() => {
          list.reload();
          onChange();
        }}
      />
    </>
  );
}
