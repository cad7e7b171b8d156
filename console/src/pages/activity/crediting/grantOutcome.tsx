import type { CreditingRow } from '@common/contract/crediting';
import type { ApiError } from '@common/contract/errors';
import { CREDITING_KINDS } from '@common/terms';
import { Alert, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../../api/session';
import { showWaiting } from '../../../format';
import { useLoad } from '../../../hooks/useLoad';
import { eachWords } from '../../creditings/creditingWords';

/** What 授分 came to. */
export type Outcome =
  | { type: 'granted'; crediting: CreditingRow; alreadyCredited: number }
  | { type: 'refused'; text: string; isOutdated: boolean };

const EVERY_MS = 2_000;

/** A refusal that is about the list, which has to be read anew; null for another error. */
export function refusalOf({ code, message }: ApiError): Outcome | null {
  if (code === 'ANALYSIS_OUTDATED') {
    return { type: 'refused', text: message, isOutdated: true };
  }
  return code === 'NOT_PRESENT' || code === 'NOTHING_TO_CREDIT'
    ? { type: 'refused', text: `${message}。名单已更新，请重新选择`, isOutdated: false }
    : null;
}

interface Props {
  outcome: Outcome;
  activityId: string;
  onClose: () => void;
  /** A long list is through. */
  onDone: () => void;
}

/** Tells what 授分 came to; while a long list is being written, how far it is. */
export function GrantOutcome({ outcome, activityId, onClose, onDone }: Props) {
  if (outcome.type === 'granted') {
    return <Granted {...outcome} onClose={onClose} onDone={onDone} />;
  }
  return (
    <Alert
      className="notice"
      type="error"
      showIcon
      closable={{ onClose }}
      title={outcome.text}
      action={outcome.isOutdated && <Link to={`/activities/${activityId}/analysis`}>重新进行考勤分析</Link>}
    />
  );
}

interface GrantedProps extends Omit<Props, 'outcome' | 'activityId'> {
  crediting: CreditingRow;
  alreadyCredited: number;
}

function Granted({ crediting, alreadyCredited, onClose, onDone }: GrantedProps) {
  const batch = useWritten(crediting, onDone);
  const to = `/creditings/${batch.id}`;
  if (batch.state === 'writing') {
    const { done, total } = batch.progress ?? { done: 0, total: batch.persons };
    return (
      <Alert
        className="notice"
        type="info"
        showIcon
        title={`正在授分：已完成${done}人，共${total}人。可以离开本页，授分会继续进行`}
        description={
          <Progress percent={total > 0 ? Math.floor((done / total) * 100) : 0} aria-label="授分进度" />
        }
        action={<Link to={to}>查看本批</Link>}
      />
    );
  }
  const before = alreadyCredited > 0 ? `；另有${alreadyCredited}人此前已授分，没有重复授予` : '';
  const next = batch.state === 'waiting' ? `，${showWaiting(batch)}` : '';
  return (
    <Alert
      className="notice"
      type="success"
      showIcon
      closable={{ onClose }}
      title={`${CREDITING_KINDS[batch.kind]}完成：已给${batch.persons}人授分，每人${eachWords(batch)}${before}${next}`}
      action={<Link to={to}>查看本批</Link>}
    />
  );
}

/** The batch as it is now: a long one is asked for again and again until it is written. */
function useWritten(crediting: CreditingRow, onDone: () => void): CreditingRow {
  const isLong = crediting.state === 'writing';
  const [isWriting, setWriting] = useState(isLong);
  const { data } = useLoad<CreditingRow>(
    async () => (isLong ? client.crediting.getCrediting({ creditingId: crediting.id }) : crediting),
    [crediting.id],
    { everyMs: isWriting ? EVERY_MS : undefined },
  );
  const now = data ?? crediting;
  const latest = useRef(onDone);
  latest.current = onDone;
  useEffect(() => {
    if (isWriting && now.state !== 'writing') {
      setWriting(false);
      latest.current();
    }
  }, [isWriting, now.state]);
  return now;
}
