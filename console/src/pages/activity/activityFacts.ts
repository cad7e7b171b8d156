import type { ActivityView } from '@common/contract/activities';
import type { SavedAnalysis } from '@common/contract/analyses';
import type { CreditingRow } from '@common/contract/crediting';
import { client } from '../../api/session';
import { asApiError, type Load, useLoad } from '../../hooks/useLoad';
import type { PaperFacts } from './paperStep';
import type { ReportFacts } from './reportStep';

const EVERY_MS = 30_000;
/** The contract's largest page: an activity is credited in a few batches. */
const BATCHES = 200;

/** What the step line needs beside the activity itself. */
export interface ActivityFacts {
  activity: ActivityView;
  /** Null for an authority, which does not see the attendance, and before the approval. */
  attendance: { persons: number } | null;
  /** The last 考勤分析; null where there is none. */
  analysis: SavedAnalysis | null;
  batches: CreditingRow[];
  /** Its 在线考试; null for an authority, and until it is loaded. */
  paper?: PaperFacts | null;
  /** Its 执行情况反馈; absent before it has ended. */
  report?: ReportFacts | null;
}

/** Loads an activity with how far its attendance and crediting have come. */
export function useActivityFacts(activityId: string, isUnit: boolean): Load<ActivityFacts> {
  const facts = useLoad(
    async () => {
      const activity = await client.activities.getActivity({ activityId });
      // Nobody has signed into it before.
      if (activity.state !== 'approved') {
        return { activity, attendance: null, analysis: null, batches: [], report: null };
      }
      const [swipes, analyses, batches, report] = await Promise.all([
        isUnit ? client.attendance.listSwipes({ activityId, pageSize: 1 }) : null,
        client.analyses.listAnalyses({ activityId, pageSize: 1 }),
        client.crediting.listCreditings({ activityId, pageSize: BATCHES }),
        reportOf(activity),
      ]);
      return {
        activity,
        attendance: swipes && { persons: swipes.persons },
        analysis: analyses.items[0] ?? null,
        batches: batches.items,
        report,
      };
    },
    [activityId, isUnit],
    { everyMs: EVERY_MS },
  );
  // Not every half minute: it may have five hundred questions, and changes only here.
  const paper = useLoad(
    async () => (isUnit ? client.papers.getPaper({ activityId }) : null),
    [activityId, isUnit],
  );
  return {
    ...facts,
    data: facts.data && { ...facts.data, paper: paper.data },
    reload: () => {
      facts.reload();
      paper.reload();
    },
  };
}

/** The system makes it within minutes after the last period. */
async function reportOf({ id, holding }: ActivityView): Promise<ReportFacts | null> {
  if (holding !== 'after') {
    return null;
  }
  return client.reports.getReport({ activityId: id }).catch((error: unknown) => {
    if (asApiError(error).code === 'NOT_FOUND') {
      return null;
    }
    throw error;
  });
}
