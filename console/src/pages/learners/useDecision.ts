import { App } from 'antd';
import { useState } from 'react';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { type Decided, decideAll } from './decideAll';
import { decisionOutcome, type Outcome } from './decisionOutcome';

interface Person {
  id: string;
  name: string;
}

/** Decides on people and says what it came to: in passing where all is well, else as an outcome that stays. */
export function useDecision(onDone: (decided: Decided, people: readonly Person[]) => void) {
  const { message } = App.useApp();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);

  const { busy, run } = useAction(async (people: readonly Person[], asOf: string | null, reason?: string) => {
    setOutcome(null);
    setProgress({ done: 0, total: people.length });
    try {
      const decided = await decideAll({ learnerIds: people.map(({ id }) => id), reason, asOf }, (done) =>
        setProgress({ done, total: people.length }),
      );
      const next = decisionOutcome(decided, people, reason === undefined);
      if (next.isWhole) {
        message.success(next.text);
      } else {
        setOutcome(next);
      }
      void refreshCounts('unit');
      onDone(decided, people);
    } finally {
      setProgress(null);
    }
  });
  return { busy, run, outcome, progress, clearOutcome: () => setOutcome(null) };
}
