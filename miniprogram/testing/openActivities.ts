/** Activities that can be enrolled for, for tests. All invented. */
import type { OpenActivityView } from '@common/contract/enrolments';
import { idOf } from './people';

const DAY_MS = 24 * 3_600_000;
/** The n-th day from now, at this hour of China's clock. */
export const inDays = (days: number, hour: number): string => {
  const midnight = Math.floor((Date.now() + 8 * 3_600_000) / DAY_MS) * DAY_MS - 8 * 3_600_000;
  return new Date(midnight + days * DAY_MS + hour * 3_600_000).toISOString();
};

/** The n-th activity, of two days from the day after tomorrow. */
export function openActivityOf(n: number, part: Partial<OpenActivityView> = {}): OpenActivityView {
  return {
    id: idOf(n),
    name: `学习班${n}`,
    projectNumber: '2020-14-02-049 (国)',
    term: 1,
    discipline: '护理学/外科护理学',
    level: 'national',
    creditClass: 'classI',
    credits: 250,
    minutes: 450,
    form: 'onSite',
    unitName: '漯河市中心医院',
    regionName: '河南省 漯河市 源汇区',
    venue: '门诊楼六楼学术报告厅',
    from: inDays(2, 8),
    to: inDays(3, 12),
    capacity: 200,
    enrolled: 188,
    distance: null,
    mine: null,
    address: '人民东路56号',
    point: { longitude: 114.02, latitude: 33.58 },
    leader: '李雪梅',
    periods: [
      { from: inDays(2, 8), to: inDays(2, 12) },
      { from: inDays(2, 14), to: inDays(2, 18) },
      { from: inDays(3, 8), to: inDays(3, 12) },
    ],
    courses: [
      { name: '围手术期护理', minutes: 270, lecturer: '李雪梅' },
      { name: '安全管理', minutes: 180, lecturer: '' },
    ],
    contact: '王芳',
    contactPhone: '0395-3112233',
    audience: '全市外科护理人员',
    isOpen: true,
    waiting: 0,
    ...part,
  };
}
