import type { ActivityView } from '@common/contract/activities';
import type { CreditingRow } from '@common/contract/crediting';
import { CREDITING_KINDS, codesOf } from '@common/terms';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { oneOf } from '../../../hooks/useAddress';
import { refreshCounts } from '../../../layout/counts';
import { GrantOutcome, type Outcome } from './grantOutcome';
import { LecturersTab } from './lecturersTab';
import { ManualTab } from './manualTab';
import { ParticipantsTab } from './participants/participantsTab';
import './crediting.css';

const KINDS = codesOf(CREDITING_KINDS);

interface Props {
  activity: ActivityView;
  batches: CreditingRow[];
  /** The crediting of this activity has changed. */
  onChange: () => void;
}

/** 授分 (manual 000 §四): of those who took part by a 考勤分析, of the lecturers, and by hand who could not be scanned. */
export default function CreditingSection({ activity, batches, onChange }: Props) {
  const [search, setSearch] = useSearchParams();
  const kind = oneOf(KINDS, search.get('tab') ?? '');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [turn, setTurn] = useState(0);
  const refresh = () => {
    setTurn((count) => count + 1);
    onChange();
    void refreshCounts('unit');
  };
  const settle = (next: Outcome) => {
    setOutcome(next);
    refresh();
  };
  const writing = batches.find(({ state }) => state === 'writing');
  // One that was begun before this page was opened is told of as well.
  const shown: Outcome | null =
    outcome ?? (writing ? { type: 'granted', crediting: writing, alreadyCredited: 0 } : null);
  const to = `/activities/${activity.id}`;
  return (
    <>
      <div className="crediting-bar">
        <Segmented
          size="large"
          value={kind}
          options={KINDS.map((value) => ({ value, label: CREDITING_KINDS[value] }))}
          // The filters of one tab mean nothing in another.
          onChange={(value) => setSearch(value === KINDS[0] ? {} : { tab: value })}
        />
        <nav aria-label="授分依据">
          <Link to={`${to}/attendance`}>
            <Button>考勤明细</Button>
          </Link>
          <Link to={`${to}/analysis`}>
            <Button>考勤分析</Button>
          </Link>
        </nav>
      </div>
      {shown && (
        <GrantOutcome
          key={shown.type === 'granted' ? shown.crediting.id : shown.text}
          outcome={shown}
          activityId={activity.id}
          onClose={() => setOutcome(null)}
          onDone={() => {
            setOutcome(shown);
            refresh();
          }}
        />
      )}
      {kind === 'participants' && <ParticipantsTab activity={activity} turn={turn} onOutcome={settle} />}
      {kind === 'lecturers' && <LecturersTab activity={activity} turn={turn} onOutcome={settle} />}
      {kind === 'manual' && <ManualTab activity={activity} onOutcome={settle} />}
    </>
  );
}
