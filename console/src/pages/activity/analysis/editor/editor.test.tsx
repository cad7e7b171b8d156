import type { AnalysisCounts, AnalysisMethod } from '@common/contract/analyses';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { savedOf, timelineOf } from '../../../../../testing/analyses';
import { type Answer, refusal, type Sent } from '../../../../../testing/fakeServer';
import { drag } from '../../../../../testing/pointer';
import { draw } from '../../../../../testing/render';
import { activityOf, courseOf, readerMe, unitMe } from '../../../../../testing/rows';
import { signedIn } from '../../../../../testing/signIn';
import AnalysisSection from '../analysisSection';

const { counts } = savedOf();
const HOME = `/activities/${activityOf().id}/analysis`;
const at = (time: string) => `2026-07-20T${time}:00.000Z`;
const methodOf = ({ body }: Sent) => (body as { method: AnalysisMethod }).method;
const previews = (sent: Sent[]) => sent.filter(({ path }) => path.endsWith('analysis-preview'));

/** The lists that a request asks for; `preview` and `save` are answered by the test where it wants. */
async function open({
  timeline = timelineOf(),
  activity = activityOf(),
  me = unitMe,
  address = HOME,
  saved = savedOf({ no: 2 }),
  preview = () => ({ body: counts }),
}: {
  timeline?: ReturnType<typeof timelineOf>;
  activity?: ReturnType<typeof activityOf>;
  me?: typeof unitMe;
  address?: string;
  saved?: ReturnType<typeof savedOf>;
  preview?: (method: AnalysisMethod) => Answer | Promise<Answer>;
} = {}) {
  const sent = await signedIn(me, (request) => {
    if (request.path.includes('/timeline')) {
      return { body: timeline };
    }
    if (request.path.endsWith('analysis-preview')) {
      return preview(methodOf(request));
    }
    if (request.path.includes('/rows')) {
      return { body: { items: [], total: 0, page: 1, pageSize: 50 } };
    }
    return { body: { ...saved, bars: [], barMinutes: 5 } };
  });
  const onChange = jest.fn();
  draw(<AnalysisSection activity={activity} isReadOnly={false} onChange={onChange} />, address);
  await turn();
  return { sent, onChange };
}
/** Everything that is under way comes to its end: lazy pages, answers. */
const turn = async (times = 6) => {
  for (let count = 0; count < times; count++) {
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1);
    });
  }
};
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await turn();
};
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const count = () => screen.getByRole('complementary', { name: '符合条件人数' }).textContent;

beforeAll(async () => {
  // Drawn by real time: a page that comes later is not waited for by a stopped clock.
  await Promise.all([import('./analysisEditor'), import('../result/analysisResult')]);
});
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the windows', () => {
  test('a suggestion is taken, and what it comes to is counted with the reasons', async () => {
    const { sent } = await open();
    expect(count()).toContain('有考勤5人');
    await press('课前和课后（2个）');
    expect(screen.getAllByRole('slider')).toHaveLength(2);
    expect(field('第1个刷卡周期的开始时间').value).toBe('2026-07-20 07:00');
    await pass(400);
    expect(methodOf(previews(sent)[0] as Sent).windows).toEqual([
      { from: at('00:00').replace('20T00', '19T23'), to: at('00:30'), direction: null, courseId: null },
      { from: at('09:30'), to: at('11:00'), direction: null, courseId: null },
    ]);
    for (const words of ['有考勤5人', '刷卡周期内4人', '有效3人', '考试未合格 1人', '有效人员中1人有疑点']) {
      expect(count()).toContain(words);
    }
    expect(within(screen.getByRole('table', { name: '刷卡周期' })).getByText('4人')).toBeTruthy();
  });

  test('drawn on the timeline, and set to the minute in the table', async () => {
    const { sent } = await open();
    // 7 to 19 o'clock on 960 pixels.
    drag(document.querySelector('[data-day]') as Element, 80, 160);
    expect(field('第1个刷卡周期的结束时间').value).toBe('2026-07-20 09:00');
    const end = field('第1个刷卡周期的结束时间');
    fireEvent.change(end, { target: { value: '2026-07-20 09:1' } });
    fireEvent.change(end, { target: { value: '2026-07-20 09:17' } });
    fireEvent.keyDown(end, { key: 'ArrowDown' });
    await pass(400);
    expect(previews(sent).map((each) => methodOf(each).windows[0]?.to)).toEqual([at('01:12')]);
    await press('删除第1个刷卡周期');
    expect(screen.queryByRole('slider')).toBeNull();
  });

  test('one that ends before it begins is told, and nothing is counted or saved', async () => {
    const { sent } = await open();
    await press('添加刷卡周期');
    fireEvent.change(field('第1个刷卡周期的结束时间'), { target: { value: '2026-07-20 07:00' } });
    await pass(400);
    expect(screen.getByText('结束时间须在开始时间之后')).toBeTruthy();
    expect(previews(sent)).toEqual([]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '考勤分析' }).disabled).toBe(true);
  });

  test('several are cleared after being asked', async () => {
    await open();
    await press('课前和课后（2个）');
    await press('清空');
    expect(screen.getByRole('dialog').textContent).toContain('清空2个刷卡周期？');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '清空' }));
    await turn();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  test('a course is asked for where there are several', async () => {
    const activity = activityOf({
      courses: [courseOf(), courseOf({ id: '9'.repeat(24), name: '伤口护理' })],
    });
    await open({ activity });
    await press('添加刷卡周期');
    expect(screen.getByLabelText('第1个刷卡周期的课程')).toBeTruthy();
    expect(screen.getByLabelText('时间轴上的课程')).toBeTruthy();
  });
});

describe('the live count', () => {
  test('is asked once, a moment after the last change; an answer that was overtaken is dropped', async () => {
    const answers: ((body: AnalysisCounts) => void)[] = [];
    const { sent } = await open({
      preview: () => new Promise((resolve) => answers.push((body) => resolve({ body }))),
    });
    await press('添加刷卡周期');
    await pass(200);
    await press('添加刷卡周期');
    await pass(380);
    expect(previews(sent)).toEqual([]);
    await pass(20);
    expect(previews(sent)).toHaveLength(1);
    await press('添加刷卡周期');
    await pass(400);
    expect(previews(sent)).toHaveLength(2);
    answers[1]?.({ ...counts, effective: 2, perWindow: [5, 4, 2] });
    await turn();
    answers[0]?.({ ...counts, effective: 1, perWindow: [5, 4] });
    await turn();
    expect(count()).toContain('有效2人');
  });

  test('a failure is told and can be tried again', async () => {
    let isBroken = true;
    await open({ preview: () => (isBroken ? refusal(500, 'INTERNAL', '系统繁忙') : { body: counts }) });
    await press('添加刷卡周期');
    await pass(400);
    await turn();
    expect(count()).toContain('系统繁忙');
    isBroken = false;
    await press('重新计算');
    expect(count()).toContain('有效3人');
  });
});

test('what the authority demands is ticked and cannot be chosen away; an exam that is not there cannot be asked for', async () => {
  const forced = { isDepartureRequired: true, isExamRequired: true, isEvaluationRequired: false };
  await open({ timeline: timelineOf({ forced, hasExam: false }) });
  for (const name of [/须有撤离/, /须考试合格/]) {
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name });
    expect([box.checked, box.disabled]).toEqual([true, true]);
  }
  expect(screen.getAllByText('本地区规定')).toHaveLength(2);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /项目评价/ }).disabled).toBe(false);
  expect(screen.getByText('去启用考试').getAttribute('href')).toBe(`/activities/${activityOf().id}/exam`);
});

test('考勤分析 saves what is set and shows the result', async () => {
  const { sent, onChange } = await open();
  await press('课前和课后（2个）');
  fireEvent.click(screen.getByRole('radio', { name: /任意课程/ }));
  fireEvent.click(screen.getByRole('checkbox', { name: /项目评价/ }));
  await press('考勤分析');
  const [saved] = sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/analyses'));
  expect(methodOf(saved as Sent)).toMatchObject({
    strategy: 'anyCourse',
    isExamRequired: false,
    isEvaluationRequired: true,
  });
  expect(onChange).toHaveBeenCalled();
  expect(screen.getByTestId('address').textContent).toBe(`${HOME}?analysis=${savedOf().id}`);
  expect(screen.getByRole('region', { name: '第2次考勤分析' })).toBeTruthy();
});

test('重新分析 begins with the windows and the strategy of an earlier one', async () => {
  await open({ address: `${HOME}?again=${savedOf().id}` });
  expect(screen.getAllByRole('slider')).toHaveLength(2);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /须考试合格/ }).checked).toBe(true);
  expect(screen.getByText(/已载入第2次考勤分析/)).toBeTruthy();
});

test('a window that was bound to a course which is gone says so, and counts every course once that is chosen', async () => {
  const [window] = savedOf().windows;
  const windows = window ? [{ ...window, courseId: '9'.repeat(24), courseName: '伤口护理' }] : [];
  const { sent } = await open({ address: `${HOME}?again=${savedOf().id}`, saved: savedOf({ windows }) });
  expect(screen.getByText('已删除的课程')).toBeTruthy();
  fireEvent.mouseDown(screen.getByLabelText('第1个刷卡周期的课程'));
  fireEvent.click(screen.getByText('全部课程', { selector: '.ant-select-item-option-content' }));
  await pass(400);
  expect(methodOf(previews(sent).at(-1) as Sent).windows[0]?.courseId).toBeNull();
});

test('who may not credit is told whom to ask', async () => {
  await open({ me: readerMe });
  await press('课前和课后（2个）');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '考勤分析' }).disabled).toBe(true);
});

test('without a swipe there is nothing to draw over, and the way to some', async () => {
  await open({ timeline: timelineOf({ swipes: 0, persons: 0, bars: [] }) });
  expect(screen.getByText('还没有考勤记录，不能分析')).toBeTruthy();
  expect(screen.getByText('去现场打开大屏').getAttribute('href')).toContain('/site');
});
