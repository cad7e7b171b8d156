/** An exam for tests: a single choice and a multiple one, taken by LEARNER. All invented. */
import type { AttemptResult, AttemptView, ExamView } from '@common/contract/exams';
import { idOf } from './people';

export const Q1 = idOf(501);
export const Q2 = idOf(502);
export const ACTIVITY_ID = idOf(200);
export const ATTEMPT_ID = idOf(600);

export function attemptOf(part: Partial<AttemptView> = {}): AttemptView {
  return {
    id: ATTEMPT_ID,
    activityId: ACTIVITY_ID,
    activityName: '基层心电图诊断培训班',
    tryNumber: 1,
    questions: [
      {
        id: Q1,
        kind: 'single',
        stem: '房颤最典型的心电图表现是',
        pictureUrl: null,
        options: ['P波消失', 'P波高尖'],
      },
      {
        id: Q2,
        kind: 'multiple',
        stem: '胸痛患者应当排除',
        pictureUrl: '/api/exam-pictures/t1',
        options: ['心肌梗死', '肺栓塞', '感冒'],
      },
    ],
    answers: [],
    revision: 0,
    passScore: 60,
    startedAt: '2026-11-21T01:00:00.000Z',
    deadline: null,
    serverTime: '2026-11-21T01:00:00.000Z',
    ...part,
  };
}

export function resultOf(part: Partial<AttemptResult> = {}): AttemptResult {
  const [first, second] = attemptOf().questions;
  return {
    id: ATTEMPT_ID,
    activityId: ACTIVITY_ID,
    activityName: '基层心电图诊断培训班',
    tryNumber: 1,
    score: 50,
    passScore: 60,
    isPassed: false,
    right: 1,
    total: 2,
    startedAt: '2026-11-21T01:00:00.000Z',
    submittedAt: '2026-11-21T01:05:03.000Z',
    isTimedOut: false,
    triesLeft: 2,
    review:
      first && second
        ? [
            { ...first, chosen: [0], right: [0], isRight: true, explanation: '' },
            { ...second, chosen: [0, 2], right: [0, 1], isRight: false, explanation: '感冒不致命。' },
          ]
        : [],
    reviewWords: '',
    ...part,
  };
}

export function examOf(part: Partial<ExamView> = {}): ExamView {
  return {
    activityId: ACTIVITY_ID,
    activityName: '基层心电图诊断培训班',
    unitName: '宜章县第二人民医院',
    state: 'open',
    words: '11月28日 24:00 前完成考试',
    isRequired: true,
    questions: 2,
    passScore: 60,
    minutes: 30,
    tries: 3,
    triesLeft: 3,
    opensAt: '2026-11-21T00:00:00.000Z',
    closesAt: '2026-11-28T15:59:59.999Z',
    openAttemptId: null,
    best: null,
    attempts: [],
    ...part,
  };
}
