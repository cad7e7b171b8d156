import type { AnalysisFact } from '@common/rules/missingAnalysis';
import type { TaskKind } from '@common/terms';
import type { AnalysisDoc, WindowDoc } from '../analyses/model';
import type { CheckInDoc } from '../check-ins/model';
import type { Services } from '../services';

/** What the last 考勤分析 of an activity said of somebody; null where there is none. */
export async function analysisFact(
  services: Services,
  { learnerId, activityId, checkIns }: { learnerId: string; activityId: string; checkIns: CheckInDoc[] },
): Promise<AnalysisFact | null> {
  const analysis = (await services.analyses.latestOf([activityId])).get(activityId);
  if (!analysis) {
    return null;
  }
  const row = (await services.analyses.rowsOf(String(analysis._id), [learnerId])).get(learnerId);
  const { no, at, windows, conditions } = analysis;
  const lacking = (row?.missing ?? []).flatMap((index) => windows[index] ?? []);
  return {
    no,
    at: at.getTime(),
    demands: demandsOf(conditions),
    row: row
      ? {
          isEffective: row.effective,
          exclusions: row.exclusions,
          reason: row.reason,
          isWindowMended:
            lacking.length > 0 && lacking.every((window) => checkIns.some((each) => isWithin(each, window))),
        }
      : null,
  };
}

const demandsOf = ({
  isDepartureRequired,
  isExamRequired,
  isEvaluationRequired,
}: AnalysisDoc['conditions']): TaskKind[] => [
  ...(isDepartureRequired ? (['departure'] as const) : []),
  ...(isExamRequired ? (['exam'] as const) : []),
  ...(isEvaluationRequired ? (['evaluation'] as const) : []),
];

const isWithin = ({ at, direction, courseId }: CheckInDoc, window: WindowDoc) =>
  window.from <= at &&
  at <= window.to &&
  (window.direction ?? direction) === direction &&
  String(window.courseId ?? courseId) === String(courseId);
