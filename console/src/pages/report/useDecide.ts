import type { ReportView } from '@common/contract/reports';
import { App } from 'antd';
import { client } from '../../api/session';
import type { Reason } from '../../components/review/decisionModal';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';

const WORDS = { pass: '审核通过', return: '退回修改' } as const;

interface Decide {
  busy: boolean;
  decide: (view: ReportView, decision: 'pass' | 'return', reason?: Reason) => void;
}

/**
 * Decides on a report.
 * @param onDone Gets the activity of the next one that waits, where there is one and this one was decided here.
 */
export function useDecide(onDone: (nextActivityId: string | null) => void): Decide {
  const { message } = App.useApp();
  const { busy, run } = useAction(
    async ({ id, version, name }: ReportView, decision: 'pass' | 'return', reason?: Reason) => {
      const { results } = await client.reports.decideReports({
        items: [{ id, version }],
        decision,
        ...reason,
      });
      void refreshCounts('authority');
      if (results[0]?.outcome !== 'done') {
        message.warning('刚刚有人处理过或举办单位已撤回，没有改变，已更新为最新状态');
        onDone(null);
        return;
      }
      message.success(`${WORDS[decision]}：${name}`);
      // That the next one is not found is no failure of the decision.
      const next = await client.reports.listReports({ show: 'waiting', pageSize: 1 }).catch(() => null);
      onDone(next?.items[0]?.activityId ?? null);
    },
  );
  return { busy, decide: (view, decision, reason) => void run(view, decision, reason) };
}
