import type { ReportForm, ReportRow, ReportView } from '@common/contract/reports';
import { AUTHORITY } from './rows';

/** All that has to be filled in. */
export const REPORT_FORM: ReportForm = {
  holding: { participants: 86, lecturers: 4, place: '门诊楼六楼学术报告厅', deviations: '' },
  summary: { effect: '掌握了围手术期护理要点', problems: '无', advice: '' },
};
export const NO_REPORT_FORM: ReportForm = {
  holding: { participants: 0, lecturers: 0, place: '', deviations: '' },
  summary: { effect: '', problems: '', advice: '' },
};

/** One that the unit has twelve working days to write. */
export const reportOf = (some: Partial<ReportRow> = {}): ReportRow => ({
  id: 'e'.repeat(24),
  activityId: '1'.repeat(24),
  projectNumber: '2020-14-02-049 (国)',
  term: 1,
  name: '外科护理学新进展与安全管理学习班',
  unitName: '漯河市中心医院',
  endedOn: '2026-07-20',
  dueOn: '2026-08-31',
  daysLeft: 12,
  isProvisional: false,
  isLate: false,
  state: 'draft',
  waitingFor: null,
  note: '',
  submittedAt: null,
  can: ['submit'],
  version: 2,
  ...some,
});

/** The same with its four pages; five were there, nobody has been credited. */
export const reportViewOf = (some: Partial<ReportView> = {}): ReportView => ({
  ...reportOf(),
  form: REPORT_FORM,
  missing: [],
  analysis: {
    windows: [{ from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T10:00:00.000Z' }],
    persons: 5,
    effectivePersons: 4,
    creditedPersons: 0,
    pictureUrl: '/api/analysis-pictures/ticket',
  },
  creditings: [],
  steps: [{ step: 'city', ownerName: AUTHORITY.name, state: 'ahead' }],
  moves: [],
  ...some,
});

/** Handed in, as `AUTHORITY` or the unit sees it. */
export const waitingReport = (can: ReportView['can']): Partial<ReportView> => ({
  state: 'waiting',
  waitingFor: AUTHORITY.name,
  daysLeft: null,
  can,
  steps: [{ step: 'city', ownerName: AUTHORITY.name, state: 'waiting' }],
  moves: [
    {
      move: 'submit',
      at: '2026-08-10T01:00:00.000Z',
      byName: '漯河市中心医院',
      administratorName: '王芳',
      reason: '',
      pages: [],
    },
  ],
});
