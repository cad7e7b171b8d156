import { reviewFaults } from './creditingReview';

const batch = { kind: 'participants', hasAnalysis: true, isReportRequired: false, hasReport: false } as const;

test('凡是未经考勤分析所授学分，一律审核不通过: of participants, not of lecturers or by hand', () => {
  expect(reviewFaults(batch)).toEqual([]);
  expect(reviewFaults({ ...batch, hasAnalysis: false })).toEqual(['CREDITING_NOT_ANALYSED']);
  for (const kind of ['lecturers', 'manual'] as const) {
    expect(reviewFaults({ ...batch, kind, hasAnalysis: false })).toEqual([]);
  }
});

test('the report, only where it is demanded; both faults are told', () => {
  expect(reviewFaults({ ...batch, isReportRequired: true })).toEqual(['REPORT_REQUIRED']);
  expect(reviewFaults({ ...batch, isReportRequired: true, hasReport: true })).toEqual([]);
  expect(reviewFaults({ ...batch, hasAnalysis: false, isReportRequired: true })).toEqual([
    'CREDITING_NOT_ANALYSED',
    'REPORT_REQUIRED',
  ]);
});
