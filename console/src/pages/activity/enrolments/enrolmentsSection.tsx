import type { ActivityView } from '@common/contract/activities';
import { ENROLMENT_STATES } from '@common/terms';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { Guarded } from '../../../components/guarded';
import { ListTable } from '../../../components/listTable';
import { useAction } from '../../../hooks/useAction';
import { oneOf, useAddress } from '../../../hooks/useAddress';
import { useLoad } from '../../../hooks/useLoad';
import { CapacityModal } from './capacityModal';
import { enrolmentColumns } from './enrolmentColumns';
import { EnrolmentHead } from './enrolmentHead';
import { EnrolmentsEmpty } from './enrolmentsEmpty';
import { PosterModal } from './posterModal';
import './enrolments.css';

type Shown = 'all' | 'enrolled' | 'waiting';
const SHOWN: [Shown, ...Shown[]] = ['all', 'enrolled', 'waiting'];
const OPTIONS = [
  { value: 'all', label: '全部' },
  { value: 'enrolled', label: ENROLMENT_STATES.enrolled },
  { value: 'waiting', label: ENROLMENT_STATES.waiting },
];

interface Props {
  activity: ActivityView;
  /** The number of places has changed. */
  onChange: () => void;
}

/** 报名: who will come, who waits for a place, and the poster that brings more. */
export default function EnrolmentsSection({ activity, onChange }: Props) {
  const activityId = activity.id;
  const [filters, setFilters] = useAddress({ state: 'all', page: 1, pageSize: 50 });
  const state = oneOf(SHOWN, filters.state);
  const list = useLoad(
    () => client.enrolments.listEnrolments({ activityId, ...filters, state }),
    [activityId, filters],
  );
  const [opened, setOpened] = useState<'poster' | 'capacity' | null>(null);
  const download = useAction(async () => {
    const file = await client.enrolments.exportEnrolments({ activityId });
    await file.save();
  });
  const close = () => setOpened(null);
  const poster = (
    <Guarded permission="holdActivities">
      <Button onClick={() => setOpened('poster')}>报名海报</Button>
    </Guarded>
  );
  const isNobody = list.data !== null && list.data.enrolled + list.data.waiting === 0;

  return (
    <>
      <EnrolmentHead load={list} holding={activity.holding} onCapacity={() => setOpened('capacity')} />
      <section className="card">
        <div className="filter-bar">
          <Segmented
            options={OPTIONS}
            value={state}
            onChange={(value) => setFilters({ state: value, page: 1 })}
          />
          <div className="filter-bar__end cell-actions">
            {!isNobody && poster}
            <Button disabled={isNobody || !list.data} loading={download.busy} onClick={() => download.run()}>
              导出Excel
            </Button>
          </div>
        </div>
        <ListTable
          load={list}
          rowKey="learnerId"
          unit="人"
          columns={enrolmentColumns}
          scroll={{ x: 900 }}
          onPage={(page, pageSize) => setFilters({ page, pageSize })}
          empty={
            <EnrolmentsEmpty
              isNobody={isNobody}
              poster={poster}
              onShowAll={() => setFilters({ state: 'all', page: 1 })}
            />
          }
        />
      </section>
      <PosterModal open={opened === 'poster'} activityId={activityId} onClose={close} />
      {list.data && (
        <CapacityModal
          open={opened === 'capacity'}
          activityId={activityId}
          counts={list.data}
          onClose={close}
          onSaved={() => {
            close();
            list.reload();
            onChange();
          }}
        />
      )}
    </>
  );
}
