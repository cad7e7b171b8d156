import type { AnalysisRow, analyses, SavedAnalysis } from '@common/contract/analyses';
import type { OutputOf } from '@common/contract/endpoint';

/** The day of `activityOf`, as its swipes and periods have it. */
export const timelineOf = (
  some: Partial<OutputOf<typeof analyses.timeline>> = {},
): OutputOf<typeof analyses.timeline> => ({
  days: ['2026-07-20'],
  barMinutes: 5,
  bars: [
    { at: '2026-07-20T00:10:00.000Z', in: 5, out: 0 },
    { at: '2026-07-20T09:55:00.000Z', in: 0, out: 4 },
  ],
  swipes: 9,
  persons: 5,
  periods: [{ from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T10:00:00.000Z' }],
  courses: [{ id: '2'.repeat(24), name: '围手术期护理', minutes: 360 }],
  suggestions: [
    {
      name: '课前和课后',
      windows: [
        { from: '2026-07-19T23:00:00.000Z', to: '2026-07-20T00:30:00.000Z' },
        { from: '2026-07-20T09:30:00.000Z', to: '2026-07-20T11:00:00.000Z' },
      ],
    },
  ],
  forced: { isDepartureRequired: false, isExamRequired: false, isEvaluationRequired: false },
  hasExam: true,
  ...some,
});

/** Five have swiped; one was not there after the class, one of the others has not passed. */
export const savedOf = (some: Partial<SavedAnalysis> = {}): SavedAnalysis => ({
  id: '7'.repeat(24),
  activityId: '1'.repeat(24),
  no: 1,
  at: '2026-07-20T11:00:00.000Z',
  byName: '王芳',
  windows:
    timelineOf().suggestions[0]?.windows.map((window) => ({
      ...window,
      direction: null,
      courseId: null,
      courseName: null,
    })) ?? [],
  strategy: 'everyWindow',
  conditions: { isDepartureRequired: false, isExamRequired: true, isEvaluationRequired: false },
  counts: {
    persons: 5,
    swipes: 9,
    perWindow: [5, 4],
    attended: 4,
    effective: 3,
    excluded: [
      { reason: 'windows', persons: 1 },
      { reason: 'exam', persons: 1 },
    ],
    doubted: 1,
  },
  grantable: 3,
  creditings: 0,
  outdated: null,
  newSwipes: 0,
  pictureUrl: '/api/analysis-pictures/ticket',
  ...some,
});

/** 韩雪, who was there and has done all. */
export const analysisRowOf = (some: Partial<AnalysisRow> = {}): AnalysisRow => ({
  learnerId: '4'.repeat(24),
  name: '韩雪',
  idNoMasked: '4111**********1205',
  personnelNo: '1000000021',
  unitName: '舞阳县中医院',
  department: '新生儿科',
  title: 'nurse',
  swipes: [1, 2],
  firstAt: '2026-07-20T00:12:05.000Z',
  lastAt: '2026-07-20T09:58:00.000Z',
  courses: [],
  credits: 200,
  minutes: 360,
  exam: 'passed',
  isEvaluated: true,
  hasLeft: null,
  doubts: [],
  effective: true,
  exclusions: [],
  reason: null,
  credited: false,
  ...some,
});
