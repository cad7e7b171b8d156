import type { ActivityView } from '@common/contract/activities';
import { CREDIT_CLASSES } from '@common/terms';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { client } from '../../../api/session';
import { Guarded } from '../../../components/guarded';
import { EmptyState } from '../../../components/states';
import { showCredits } from '../../../format';
import { useAction } from '../../../hooks/useAction';
import { type Attendee, FindAttendee } from '../attendance/findAttendee';
import { GrantModal } from './grantModal';
import { type Outcome, refusalOf } from './grantOutcome';
import { type ManualPerson, ManualPersons } from './manualPersons';

/** The contract takes so many in one batch. */
const MOST = 200;

interface Props {
  activity: ActivityView;
  onOutcome: (outcome: Outcome) => void;
}

/** 手工授分 (manual 001 §三(三)1): one by one, each with a reason, for who could not be scanned; the authority looks at each. */
export function ManualTab({ activity, onOutcome }: Props) {
  const { message } = App.useApp();
  const [persons, setPersons] = useState<ManualPerson[]>([]);
  const [fault, setFault] = useState<{ index: number; text: string } | null>(null);
  const [isAsking, setAsking] = useState(false);
  // Another number of the field: the one before has been added.
  const [turn, setTurn] = useState(0);
  const change = (next: ManualPerson[]) => {
    setFault(null);
    setPersons(next);
  };
  const add = (person: Attendee | null) => {
    if (!person) {
      return;
    }
    setTurn(turn + 1);
    if (persons.some(({ learnerId }) => learnerId === person.learnerId)) {
      message.info(`${person.name}已在名单中`);
    } else {
      change([...persons, { ...person, reason: persons[persons.length - 1]?.reason ?? '' }]);
    }
  };
  const settle = (outcome: Outcome) => {
    setAsking(false);
    onOutcome(outcome);
  };
  const grant = useAction(
    async (activityDate: string) => {
      const { alreadyCredited, ...crediting } = await client.crediting.grantManually({
        activityId: activity.id,
        persons: persons.map(({ learnerId, reason }) => ({ learnerId, reason: reason.trim() })),
        activityDate,
      });
      setPersons([]);
      settle({ type: 'granted', crediting, alreadyCredited });
    },
    (error) => {
      const index = /^persons\.(\d+)/.exec(error.field ?? '')?.[1];
      if (index !== undefined) {
        setAsking(false);
        setFault({ index: Number(index), text: error.message });
        return true;
      }
      const refusal = refusalOf(error);
      if (refusal) {
        settle(refusal);
      }
      return refusal !== null;
    },
  );
  const isComplete = persons.length > 0 && persons.every(({ reason }) => reason.trim() !== '');
  const each = `${CREDIT_CLASSES[activity.creditClass]} ${showCredits(activity.credits)}`;
  return (
    <section className="card manual" aria-label="手工授分">
      <div className="card__head">
        <h2>手工授分</h2>
        <span className="faint">个别无法考勤的人员，如线上培训；有考勤的请用“项目参加者授分”</span>
      </div>
      <div className="manual__body">
        <Alert
          type="warning"
          showIcon
          title="手工授分没有考勤分析作依据，行政部门审核时须逐一核对每个人和原因，请如实填写"
        />
        {persons.length < MOST ? (
          <FindAttendee key={turn} activityId={activity.id} found={null} onFound={add} />
        ) : (
          <p className="faint">一次最多{MOST}人，请先给名单中的人员授分，再添加其余的</p>
        )}
        {persons.length === 0 ? (
          <EmptyState
            isSmall
            icon="people"
            title="还没有添加人员"
            hint="输入完整的人员编号（医通卡号）或身份证号，查到后加入名单"
          />
        ) : (
          <ManualPersons persons={persons} fault={fault} onChange={change} />
        )}
        <div className="manual__foot">
          <span className="faint">
            {isComplete || persons.length === 0 ? `每人${each}` : '请为每个人填写原因'}
          </span>
          <Guarded permission="credit">
            <Button type="primary" disabled={!isComplete} onClick={() => setAsking(true)}>
              {persons.length > 0 ? `手工授分（${persons.length}人）` : '手工授分'}
            </Button>
          </Guarded>
        </div>
      </div>
      <GrantModal
        open={isAsking}
        activity={activity}
        persons={persons.length}
        each={each}
        busy={grant.busy}
        onCancel={() => setAsking(false)}
        onGrant={grant.run}
      >
        <p className="warning-line">手工授分须由行政部门逐一核对后才能审核通过。</p>
      </GrantModal>
    </section>
  );
}
