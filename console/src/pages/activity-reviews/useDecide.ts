import type { ActivityRow } from '@common/contract/activities';
import type { InputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { App } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { outcomeWords } from '../application-reviews/outcomeWords';

export type Decision = Omit<InputOf<Contract['activities']['decideActivities']>, 'items'>;

/** Decides on applications to hold activities, at most a page at once, and says what it came to. */
export function useDecide(onDone: (didAnything: boolean) => void) {
  const { message } = App.useApp();
  const me = useMe();
  const [warning, setWarning] = useState<string | null>(null);
  const { busy, run } = useAction(
    async (rows: readonly Pick<ActivityRow, 'id' | 'version'>[], decision: Decision) => {
      setWarning(null);
      const items = rows.map(({ id, version }) => ({ id, version }));
      const { results } = await client.activities.decideActivities({ ...decision, items });
      const { text, isWhole } = outcomeWords({ results, left: 0, error: null }, decision.decision);
      if (isWhole) {
        message.success(text);
      } else {
        setWarning(text);
      }
      void refreshCounts(me.roles.includes('unit') ? 'unit' : 'authority');
      onDone(results.some(({ outcome }) => outcome === 'done'));
    },
  );
  return { busy, decide: run, warning, clearWarning: () => setWarning(null) };
}
