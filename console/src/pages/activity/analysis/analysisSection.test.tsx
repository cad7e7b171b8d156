import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import { fireEvent, screen, within } from '@testing-library/react';
import { analysisRowOf, savedOf } from '../../../../testing/analyses';
import { refusal } from '../../../../testing/fakeServer';
import { draw, settle } from '../../../../testing/render';
import { activityOf, authorityMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import AnalysisSection from './analysisSection';

const FIRST = savedOf();
const SECOND = savedOf({
  id: '8'.repeat(24),
  no: 2,
  creditings: 1,
  counts: { ...FIRST.counts, effective: 4 },
});
const HOME = `/activities/${activityOf().id}/analysis`;
const ABSENT = analysisRowOf({
  learnerId: '6'.repeat(24),
  name: '许雅琴',
  swipes: [1, 0],
  effective: false,
  exclusions: ['windows'],
  reason: '第2个刷卡周期（07-20 17:30–19:00）内没有考勤',
  doubts: ['sharedDevice'],
});
const DIFFERENCE = {
  learnerId: ABSENT.learnerId,
  name: ABSENT.name,
  unitName: ABSENT.unitName,
  first: { effective: false, reason: ABSENT.reason },
  second: { effective: true, reason: null },
};

interface Given {
  address: string;
  saved?: SavedAnalysis[];
  rows?: AnalysisRow[];
  isReadOnly?: boolean;
}

async function open({
  address,
  saved = [SECOND, FIRST],
  rows = [analysisRowOf(), ABSENT],
  isReadOnly,
}: Given) {
  const sent = await signedIn(isReadOnly ? authorityMe : unitMe, ({ path }) => {
    const { pathname, searchParams } = new URL(path, 'http://a');
    const page = <T,>(items: T[]) => ({ items, total: items.length, page: 1, pageSize: 50 });
    if (pathname.endsWith('.xlsx')) {
      return { file: '考勤分析.xlsx' };
    }
    if (pathname.endsWith('/analyses')) {
      return { body: page(saved) };
    }
    if (pathname.endsWith('/analysis-comparison')) {
      const shown = searchParams.get('show') === 'onlyFirst' ? [] : [DIFFERENCE];
      return { body: { ...page(shown), both: 3, onlyFirst: 0, onlySecond: 1 } };
    }
    if (pathname.endsWith('/rows')) {
      const isIn = (row: AnalysisRow) => searchParams.get('only') !== 'excluded' || !row.effective;
      return { body: page(rows.filter(isIn)) };
    }
    const one = saved.find(({ id }) => pathname.endsWith(id));
    return one ? { body: { ...one, bars: [], barMinutes: 5 } } : refusal(404, 'NOT_FOUND', '没有找到');
  });
  draw(
    <AnalysisSection activity={activityOf()} isReadOnly={isReadOnly ?? false} onChange={() => undefined} />,
    address,
  );
  await settle();
  await settle();
  return sent;
}
beforeAll(async () => {
  // So that nothing of a page comes later than what it asks for.
  await Promise.all([
    import('./result/analysisResult'),
    import('./saved/savedAnalyses'),
    import('./saved/comparison'),
  ]);
});
const result = (some: Partial<SavedAnalysis> = {}) =>
  open({ address: `${HOME}?analysis=${FIRST.id}`, saved: [{ ...FIRST, ...some }] });
const address = () => screen.getByTestId('address').textContent;

describe('a result', () => {
  test('who, when, by which windows; everybody with what there is in each, and why not', async () => {
    await result();
    const row = within(await screen.findByRole('row', { name: /许雅琴/ }));
    expect(row.getByText(String(ABSENT.reason))).toBeTruthy();
    expect(row.getByText('疑点：同一手机为多人签到').getAttribute('href')).toContain(
      `attendance?tab=doubts&learnerId=${ABSENT.learnerId}`,
    );
    expect(within(screen.getByRole('row', { name: /韩雪/ })).getByTitle('2次').textContent).toBe('✓ 2');
    const head = screen.getByRole('region', { name: '第1次考勤分析' }).textContent;
    for (const words of [
      '王芳，2026-07-20 19:00',
      '须考试合格',
      '1. 2026-07-20 07:00 至 08:305人',
      '1人有疑点',
    ]) {
      expect(head).toContain(words);
    }
    expect(screen.getByAltText('第1次考勤分析截图，点击放大').getAttribute('src')).toBe(FIRST.pictureUrl);
  });

  test('a reason shows those whom it leaves out, and stands in the address', async () => {
    const sent = await result();
    await screen.findByRole('row', { name: /韩雪/ });
    fireEvent.click(screen.getByText('刷卡周期内没有考勤 1'));
    await settle();
    await settle();
    expect(address()).toBe(`${HOME}?analysis=${FIRST.id}&only=excluded&reason=windows`);
    expect(sent.at(-1)?.path).toContain('only=excluded&reason=windows');
    expect(screen.queryByRole('row', { name: /韩雪/ })).toBeNull();
  });

  test('确定 leads to 授分 by this analysis', async () => {
    await result();
    fireEvent.click(await screen.findByRole('button', { name: '确定，去授分' }));
    expect(address()).toBe(`/activities/${FIRST.activityId}/crediting?analysis=${FIRST.id}`);
  });

  test.each([
    ['a later demand', { outdated: '行政部门已要求考试合格' }, '行政部门已要求考试合格'],
    ['new swipes', { newSwipes: 3 }, '分析之后又有3条考勤（补传、补录或刷卡机上传），没有计算在内'],
  ])('%s: it is told, and begun anew with the same windows', async (_, some, words) => {
    await result(some);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText('重新分析').getAttribute('href')).toBe(`${HOME}?again=${FIRST.id}`);
    const next = screen.getByRole<HTMLButtonElement>('button', { name: '确定，去授分' });
    expect(next.disabled).toBe('outdated' in some);
  });

  test('one that is not there leads back', async () => {
    await open({ address: `${HOME}?analysis=${'c'.repeat(24)}` });
    expect(await screen.findByText('没有找到这次考勤分析')).toBeTruthy();
  });
});

describe('what was saved', () => {
  test('two are chosen and compared', async () => {
    await open({ address: `${HOME}?tab=saved` });
    expect(await screen.findByText('已用于1批')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('选择第1次分析'));
    expect(screen.getByText('再选择一次，比较两次分析的结果')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('选择第2次分析'));
    fireEvent.click(screen.getByRole('button', { name: '比较' }));
    const row = within(await screen.findByRole('row', { name: /许雅琴/ }));
    expect(address()).toBe(`${HOME}?first=${FIRST.id}&second=${SECOND.id}`);
    expect(row.getByText(String(ABSENT.reason))).toBeTruthy();
    expect(row.getByText('有效')).toBeTruthy();
    fireEvent.click(screen.getByText('仅第1次有效', { selector: '.ant-segmented-item-label' }));
    expect(await screen.findByText('没有这样的人员')).toBeTruthy();
  });

  test('nothing yet: the way to the first', async () => {
    await open({ address: `${HOME}?tab=saved`, saved: [] });
    expect((await screen.findByText('设置刷卡周期', { selector: 'a' })).getAttribute('href')).toBe(HOME);
  });

  test('an authority reads them and changes nothing', async () => {
    const sent = await open({ address: HOME, isReadOnly: true });
    expect(await screen.findByText('第1次分析')).toBeTruthy();
    expect(screen.queryByText('重新分析')).toBeNull();
    expect(screen.queryByText('设置刷卡周期')).toBeNull();
    expect(sent.map(({ path }) => new URL(path, 'http://a').pathname)).toEqual([
      `/api/activities/${FIRST.activityId}/analyses`,
    ]);
  });
});
