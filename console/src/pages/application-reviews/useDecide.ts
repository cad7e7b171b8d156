import type { ApplicationRow } from '@common/contract/applications';
import { App } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { type Decision, decideAll, publishAll } from './decideAll';
import { outcomeWords } from './outcomeWords';

/** A project that has just got its number. */
export interface Numbered {
  id: string;
  name: string;
  projectNumber: string;
}
export interface Decide {
  busy: boolean;
  decide: (rows: readonly ApplicationRow[], decision: Decision) => void;
  publish: (rows: readonly ApplicationRow[]) => void;
  /** What did not go as wished; stays until it is closed. */
  warning: string | null;
  clearWarning: () => void;
  /** The numbers that were given, to be told; null once they have been read. */
  numbered: Numbered[] | null;
  clearNumbered: () => void;
}

/**
 * Decides and publishes, and says what it came to: in passing where all is well, else as a warning that stays.
 * @param onDone Whether something was decided; what was published, or not done, is no reason to go on to the next.
 */
export function useDecide(onDone: (decided: boolean) => void): Decide {
  const { message } = App.useApp();
  const me = useMe();
  const [warning, setWarning] = useState<string | null>(null);
  const [numbered, setNumbered] = useState<Numbered[] | null>(null);

  const tell = (outcome: { text: string; isWhole: boolean }) => {
    if (outcome.isWhole) {
      message.success(outcome.text);
    } else {
      setWarning(outcome.text);
    }
    void refreshCounts(me.roles.includes('unit') ? 'unit' : 'authority');
  };
  const decide = useAction(async (rows: readonly ApplicationRow[], decision: Decision) => {
    setWarning(null);
    const done = await decideAll(rows, decision);
    tell(outcomeWords(done, decision.decision));
    onDone(done.results.some(({ outcome }) => outcome === 'done'));
  });
  const publish = useAction(async (rows: readonly ApplicationRow[]) => {
    setWarning(null);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const done = await publishAll(rows.map(({ id }) => id));
    tell(outcomeWords(done, 'publish'));
    const given = done.results.flatMap(({ id, projectNumber }) =>
      projectNumber ? [{ id, name: names.get(id) ?? '', projectNumber }] : [],
    );
    setNumbered(given.length > 0 ? given : null);
    onDone(false);
  });
  return {
    busy: decide.busy || publish.busy,
    decide: (rows, decision) => void decide.run(rows, decision),
    publish: (rows) => void publish.run(rows),
    warning,
    clearWarning: () => setWarning(null),
    numbered,
    clearNumbered: () => setNumbered(null),
  };
}
