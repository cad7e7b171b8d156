import type { LearnerActivity } from '@common/contract/activities';
import type { LearnerTask } from '@common/contract/tasks';
import { TASK_KINDS } from '@common/terms';
import { type Links, pageLink, plainName } from './links';

type Task = LearnerTask & { activityId: string; activityName: string };

/** Where each is done; 撤离 is scanned at the venue. */
const PAGES: Partial<Record<LearnerTask['kind'], { path: string; words: string }>> = {
  exam: { path: 'study/exam/index', words: '去考试' },
  evaluation: { path: 'study/evaluation/index', words: '去评价' },
};

/** 考试: the exams and evaluations that are to be done, those that can be done now first. */
export function tasksText(activities: readonly LearnerActivity[], links: Links): string[] {
  const tasks = activities.flatMap(({ id, name, tasks: own }) =>
    own
      .filter(({ kind }) => PAGES[kind] !== undefined)
      .map((task): Task => ({ ...task, activityId: id, activityName: name })),
  );
  const open = tasks.filter(({ state }) => state === 'open');
  const ahead = tasks.filter(({ state }) => state === 'ahead');
  return [
    ...(open.length > 0
      ? [`待完成${open.length}项：`, ...open.map((task, i) => taskLines(task, i, links))]
      : ['没有待完成的考试和评价。']),
    ...(ahead.length > 0 ? ['', '还没有到时间：', ...ahead.map((task, i) => taskLines(task, i, links))] : []),
    '',
    pageLink(links, 'study/records/index', '查看我的活动'),
  ];
}

function taskLines(
  { kind, state, activityId, activityName, words, isRequired }: Task,
  i: number,
  links: Links,
) {
  const page = PAGES[kind];
  return [
    `${i + 1}. ${TASK_KINDS[kind]}：${plainName(activityName)}`,
    `　${words}${isRequired ? '（完成后才能授分）' : ''}`,
    ...(page && state === 'open'
      ? [`　${pageLink(links, `${page.path}?activityId=${activityId}`, page.words)}`]
      : []),
  ].join('\n');
}
