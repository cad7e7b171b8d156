/** 为什么查不到学分: what he had to do, and what the last 考勤分析 said (manual 004: 不符合医院授分标准). */
import type { LearnerTask } from '../contract/tasks';
import type { Exclusion, TaskKind } from '../terms';
import { LABELS, type Step, stepOf } from './missingSteps';
import type { Period } from './periods';
import { formatDateTime } from './shanghaiTime';

/** The last one of the activity; times in ms. */
export interface AnalysisFact {
  no: number;
  at: number;
  /** What it demanded beside the attendance. */
  demands: readonly TaskKind[];
  /** His result; null where he had no check-in then. */
  row: {
    isEffective: boolean;
    exclusions: readonly Exclusion[];
    /** 第2个刷卡周期（07-21 16:30–18:00）内没有考勤；考试未合格. */
    reason: string | null;
    /** He has a swipe by now in every window that lacked one. */
    isWindowMended: boolean;
  } | null;
}

export interface AnalysisFacts {
  now: number;
  /** Who holds the activity. */
  holder: string;
  periods: readonly Period[];
  swipes: number;
  tasks: readonly LearnerTask[];
  analysis: AnalysisFact | null;
}

/** 撤离, 考试 and 项目评价, as far as the authority or the last analysis demands them. */
export function taskSteps({ holder, tasks, analysis }: AnalysisFacts): Step[] {
  return tasks
    .filter(({ kind, isRequired }) => isRequired || analysis?.demands.includes(kind))
    .map((task) => taskStep(task, holder));
}

function taskStep({ kind, state, words, opensAt }: LearnerTask, holder: string): Step {
  const name = LABELS[kind];
  switch (state) {
    case 'done':
      return stepOf(kind, 'done', words || `${name}已完成`);
    case 'open':
      return stepOf(kind, 'mine', `还没有完成${name}，${words}`, {
        advice: `请尽快完成${name}，完成后才能授予学分。`,
      });
    case 'ahead':
      // Without a time it is not opened at all: the exam was not published.
      return opensAt === null
        ? stepOf(kind, 'theirs', words, { waitingFor: holder, advice: `请联系${holder}。` })
        : stepOf(kind, 'ahead', words);
    case 'missed':
      return stepOf(kind, 'missed', `${name}：${words}`, {
        advice: `如有疑问，请联系${holder}。`,
      });
  }
}

export function analysisStep(facts: AnalysisFacts): Step {
  const { now, holder, periods, swipes, analysis } = facts;
  const waits = { waitingFor: holder };
  if (!analysis) {
    return periods.some(({ to }) => now <= to)
      ? stepOf('analysis', 'ahead', `活动结束后，由${holder}进行考勤分析`)
      : stepOf('analysis', 'theirs', `${holder}还没有进行考勤分析`, waits);
  }
  const name = `第${analysis.no}次考勤分析（${formatDateTime(analysis.at)}）`;
  if (!analysis.row) {
    return swipes > 0
      ? stepOf('analysis', 'theirs', `${name}之后才有您的考勤，等待${holder}重新分析`, {
          ...waits,
          advice: `请联系${holder}重新进行考勤分析。`,
        })
      : stepOf('analysis', 'missed', `${name}中没有您的考勤`);
  }
  return analysis.row.isEffective
    ? stepOf('analysis', 'done', `${name}：考勤有效`)
    : excludedStep(facts, name, analysis.row);
}

/** Left out by it: whether that has been mended since, can be, or cannot. */
function excludedStep(
  { holder, tasks }: AnalysisFacts,
  name: string,
  { exclusions, reason, isWindowMended }: NonNullable<AnalysisFact['row']>,
): Step {
  const states = exclusions.map((exclusion) => mendingOf(exclusion, tasks, isWindowMended));
  const words = `${name}：${reason ?? '不符合授分标准'}`;
  if (states.includes('missed')) {
    return stepOf('analysis', 'missed', `${words}，不符合举办单位的授分标准`, {
      advice: `如您当时在场，请联系${holder}核对、补录考勤后重新分析。`,
    });
  }
  if (states.includes('mine')) {
    return stepOf('analysis', 'mine', words, {
      advice: `请先完成，再由${holder}重新进行考勤分析。`,
    });
  }
  return stepOf('analysis', 'theirs', `${words}；现已补全，等待${holder}重新分析`, {
    waitingFor: holder,
    advice: `请联系${holder}重新进行考勤分析。`,
  });
}

const TASK_OF = { departure: 'departure', exam: 'exam', evaluation: 'evaluation', paper: 'exam' } as const;

function mendingOf(
  exclusion: Exclusion,
  tasks: readonly LearnerTask[],
  isWindowMended: boolean,
): 'missed' | 'mine' | 'theirs' {
  if (exclusion === 'windows') {
    return isWindowMended ? 'theirs' : 'missed';
  }
  const task = tasks.find(({ kind }) => kind === TASK_OF[exclusion]);
  if (!task || task.state === 'done') {
    // Nothing is asked of him any more, or he did it since.
    return 'theirs';
  }
  if (exclusion === 'paper' && task.state === 'ahead') {
    return 'theirs';
  }
  return task.state === 'missed' ? 'missed' : 'mine';
}
