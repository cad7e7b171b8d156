import type { ActivityRow } from '@common/contract/activities';
import { freePlaces } from '@common/rules/waitingList';
import { Button } from 'antd';
import { Allowed } from '../../../components/allowed';
import { Figure } from '../../../components/figure';
import type { Load } from '../../../hooks/useLoad';
import { usePermission } from '../../../hooks/usePermission';

export interface Counts {
  enrolled: number;
  waiting: number;
  /** 0: without limit. */
  capacity: number;
}

interface Props {
  load: Load<Counts>;
  holding: ActivityRow['holding'];
  onCapacity: () => void;
}

/** 已报名, 名额 and 候补 as numbers, and the way to more places. */
export function EnrolmentHead({ load, holding, onCapacity }: Props) {
  const forbidden = usePermission('holdActivities');
  const reason = forbidden ?? (holding === 'after' ? '活动已经结束，不能再调整名额' : null);
  const { data } = load;
  if (!data) {
    return null;
  }
  const { enrolled, waiting, capacity } = data;
  const left = freePlaces(capacity, enrolled);
  return (
    <section className="card enrolment-head">
      <div className="figures">
        <Figure label="已报名" value={enrolled} unit="人" tone={enrolled > 0 ? 'done' : undefined} />
        {capacity === 0 ? (
          <Figure label="名额" value="不限" />
        ) : (
          <Figure label="名额" value={capacity} unit="个" note={left > 0 ? `还余${left}个` : '已满'} />
        )}
        <Figure
          label="候补"
          value={waiting}
          unit="人"
          tone={waiting > 0 ? 'waiting' : undefined}
          note={waiting > 0 ? '有人取消时按顺序递补' : undefined}
        />
      </div>
      <Allowed reason={reason}>
        {(disabled) => (
          <Button disabled={disabled} onClick={onCapacity}>
            调整名额
          </Button>
        )}
      </Allowed>
    </section>
  );
}
