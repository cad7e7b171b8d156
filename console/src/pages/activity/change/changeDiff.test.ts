import { activityOf } from '../../../../testing/rows';
import { changeDiff } from './changeDiff';

const now = activityOf();

test('only what is altered is shown, old and new', () => {
  expect(changeDiff(now, { ...now, venue: '行政楼三楼会议室' })).toEqual([
    { name: '会场', before: ['门诊楼六楼学术报告厅'], after: ['行政楼三楼会议室'] },
  ]);
});

test('periods are told by day and time', () => {
  const periods = [
    { from: '2026-07-21T00:00:00.000Z', to: '2026-07-21T04:00:00.000Z' },
    { from: '2026-07-22T00:00:00.000Z', to: '2026-07-22T04:00:00.000Z' },
  ];
  expect(changeDiff(now, { ...now, periods, address: '' })).toEqual([
    { name: '详细地址', before: ['漯河市人民东路56号'], after: ['未填写'] },
    {
      name: '举办周期',
      before: ['2026-07-20 08:00–18:00'],
      after: ['2026-07-21 08:00–12:00', '2026-07-22 08:00–12:00'],
    },
  ]);
});

test('a place on the map that is not given goes with the old venue', () => {
  const placed = { ...now, point: { longitude: 114.016, latitude: 33.581 } };
  expect(changeDiff(placed, { ...placed, venue: '行政楼三楼会议室', point: null })).toContainEqual({
    name: '地图位置',
    before: ['114.016, 33.581'],
    after: ['未填写'],
  });
  expect(changeDiff(placed, { ...placed, point: null })).toEqual([]);
});

test('nothing altered, nothing shown', () => {
  expect(changeDiff(now, now)).toEqual([]);
});
