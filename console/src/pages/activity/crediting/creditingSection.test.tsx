import type { Me } from '@common/contract/accounts';
import type { AnalysisRow, SavedAnalysis } from '@common/contract/analyses';
import type { CreditingRow, LecturerRow } from '@common/contract/crediting';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { analysisRowOf, savedOf } from '../../../../testing/analyses';
import { creditingOf, lecturerOf } from '../../../../testing/crediting';
import { type Answer, refusal } from '../../../../testing/fakeServer';
import { draw, settle } from '../../../../testing/render';
import { activityOf, batchOf, readerMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import CreditingSection from './creditingSection';

const AT = `/activities/${activityOf().id}/crediting`;
const DOUBTED = analysisRowOf({ learnerId: '5'.repeat(24), name: '周宁', doubts: ['sharedDevice'] });
const THIRD = analysisRowOf({ learnerId: '6'.repeat(24), name: '许雅琴' });
const ROWS = [analysisRowOf(), DOUBTED, THIRD];
const ATTENDEE = {
  learnerId: '4'.repeat(24),
  name: '韩雪',
  idNoMasked: '4111**********1205',
  unitName: '舞阳县中医院',
};

interface Given {
  me?: Me;
  analyses?: SavedAnalysis[];
  rows?: AnalysisRow[];
  lecturers?: LecturerRow[];
  batches?: CreditingRow[];
  granted?: Answer;
  batch?: () => CreditingRow;
}

async function open(search = '', given: Given = {}) {
  const {
    me = unitMe,
    analyses = [savedOf()],
    rows = ROWS,
    lecturers = [lecturerOf()],
    batches = [],
  } = given;
  const onChange = jest.fn();
  const sent = await signedIn(me, ({ path, method }) => {
    const { pathname, searchParams } = new URL(path, 'http://a');
    const page = (items: object[]) => ({ body: { items, total: items.length, page: 1, pageSize: 50 } });
    if (pathname.endsWith('/search')) {
      return { body: ATTENDEE };
    }
    if (method === 'POST') {
      return given.granted ?? { body: { ...batchOf({ persons: 2 }), alreadyCredited: 1 } };
    }
    if (pathname.endsWith('/analyses')) {
      return page(analyses);
    }
    if (pathname.endsWith('/rows')) {
      return page(searchParams.get('only') === 'doubted' ? rows.filter(({ doubts }) => doubts.length) : rows);
    }
    return pathname.endsWith('/lecturers')
      ? { body: { items: lecturers } }
      : { body: given.batch?.() ?? creditingOf() };
  });
  draw(<CreditingSection activity={activityOf()} batches={batches} onChange={onChange} />, AT + search);
  await settle();
  return { sent, onChange };
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const effective = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `${name}有效` });
const dialog = () => within(screen.getByRole('dialog'));
const grants = (sent: { method: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'POST').map(({ body }) => body);
const click = async (element: HTMLElement) => {
  fireEvent.click(element);
  await settle();
};

describe('项目参加者授分', () => {
  test('without an analysis there is nothing to grant by', async () => {
    await open('', { analyses: [] });
    expect(screen.getByRole('link', { name: '去考勤分析' }).getAttribute('href')).toBe(
      `/activities/${activityOf().id}/analysis`,
    );
    expect(screen.queryByRole('button', { name: '全选' })).toBeNull();
  });

  test('全选, 有效 taken from one with a reason, 活动日期, 授分', async () => {
    const { sent, onChange } = await open('', { rows: [analysisRowOf(), THIRD] });
    await click(button('全选'));
    expect(screen.getByLabelText('批量操作').textContent).toContain('已选 3 人');
    await click(effective('许雅琴'));
    expect(dialog().getByRole<HTMLButtonElement>('button', { name: '取消有效' }).disabled).toBe(true);
    fireEvent.click(dialog().getByText('代签嫌疑'));
    await click(dialog().getByRole('button', { name: '取消有效' }));
    expect(effective('许雅琴').checked).toBe(false);
    expect(screen.getByRole('region', { name: '取消有效的人员' }).textContent).toContain('许雅琴代签嫌疑');
    await click(button('授分'));
    await click(screen.getByRole('button', { name: '授分给2人' }));
    expect(grants(sent)).toEqual([
      {
        analysisId: '7'.repeat(24),
        except: [{ learnerId: THIRD.learnerId, reason: '代签嫌疑' }],
        activityDate: '2026-07-20',
      },
    ]);
    expect(
      screen.getByText(/已给2人授分，每人I类学分 2分；另有1人此前已授分.*等待 漯河市卫生健康委员会 审核/),
    ).toBeTruthy();
    expect(onChange).toHaveBeenCalled();
  });

  test('who was excepted can be restored', async () => {
    await open('', { rows: [analysisRowOf(), THIRD] });
    await click(button('全选'));
    await click(effective('许雅琴'));
    fireEvent.click(dialog().getByText('中途离开'));
    await click(dialog().getByRole('button', { name: '取消有效' }));
    await click(button('恢复许雅琴'));
    expect(effective('许雅琴').checked).toBe(true);
    expect(screen.getByLabelText('批量操作').textContent).toContain('已选 3 人');
  });

  test('全选 asks about doubts first, and can leave them out', async () => {
    const { sent } = await open();
    await click(button('全选'));
    expect(dialog().getByText('周宁')).toBeTruthy();
    expect(screen.getByText('其中1人有疑点，一并选中吗？')).toBeTruthy();
    expect(screen.queryByLabelText('批量操作')).toBeNull();
    await click(dialog().getByRole('button', { name: '只选没有疑点的2人' }));
    expect(effective('周宁').checked).toBe(false);
    await click(button('授分'));
    await click(screen.getByRole('button', { name: '授分给2人' }));
    expect(grants(sent)).toMatchObject([{ learnerIds: [ROWS[0]?.learnerId, THIRD.learnerId], except: [] }]);
  });

  test('本页全选 leaves out who is in doubt, and needs no reason to be taken back', async () => {
    await open();
    await click(button('本页全选'));
    expect(effective('周宁').checked).toBe(false);
    expect(await screen.findByText(/本页另有1人有疑点/)).toBeTruthy();
    await click(effective('韩雪'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByLabelText('批量操作').textContent).toContain('已选 1 人');
  });

  test('筛选授分人员: 全选 then chooses those found, and the address keeps the filter', async () => {
    const { sent } = await open('?doubts=none');
    expect(screen.queryByText('周宁')).toBeNull();
    await click(button('全选'));
    await click(button('授分'));
    await click(screen.getByRole('button', { name: '授分给2人' }));
    expect(grants(sent)).toMatchObject([{ learnerIds: [ROWS[0]?.learnerId, THIRD.learnerId] }]);
    fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), {
      target: { value: '雪' },
    });
    await click(button('筛选授分人员'));
    expect(decodeURIComponent(screen.getByTestId('address').textContent ?? '')).toContain('q=雪');
  });

  test.each([
    ['NOT_PRESENT', '所选人员中有人没有有效考勤记录', /名单已更新，请重新选择/],
    ['ANALYSIS_OUTDATED', '行政部门的授分要求已变更', /行政部门的授分要求已变更/],
  ])('%s is told where it stays, and the list is read anew', async (code, message, words) => {
    const { sent } = await open('', { granted: refusal(409, code, message) });
    await click(button('本页全选'));
    await click(button('授分'));
    const before = sent.length;
    await click(screen.getByRole('button', { name: '授分给2人' }));
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByLabelText('批量操作')).toBeNull();
    expect(sent.slice(before).some(({ path }) => path.includes('/rows'))).toBe(true);
    expect(screen.queryAllByRole('link', { name: '重新进行考勤分析' })).toHaveLength(
      code === 'ANALYSIS_OUTDATED' ? 1 : 0,
    );
  });

  test('an outdated analysis cannot be granted by; swipes since are told of', async () => {
    await open('', { analyses: [savedOf({ outdated: '行政部门已要求完成项目评价', newSwipes: 12 })] });
    expect(screen.getByText(/行政部门已要求完成项目评价，不能再按第1次考勤分析授分/)).toBeTruthy();
    expect(screen.getByText(/又有12条考勤/)).toBeTruthy();
    expect(button('全选').disabled).toBe(true);
    expect(effective('韩雪').disabled).toBe(true);
  });

  test('the address names one of several analyses', async () => {
    const other = savedOf({ id: '9'.repeat(24), no: 2 });
    const { sent } = await open(`?analysis=${savedOf().id}`, { analyses: [other, savedOf()] });
    expect(sent.filter(({ path }) => path.includes('/rows')).map(({ path }) => path)).toEqual([
      expect.stringContaining(savedOf().id),
    ]);
  });

  test('a long list shows how far it is until it is through', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
    try {
      const writing = batchOf({ state: 'writing', progress: { done: 400, total: 1600 } });
      let now: CreditingRow = { ...writing, progress: { done: 800, total: 1600 } };
      const { onChange } = await open('', { batches: [writing], batch: () => now });
      expect(screen.getByText(/已完成800人，共1600人/)).toBeTruthy();
      now = creditingOf({ persons: 1600 });
      act(() => void jest.advanceTimersByTime(2_000));
      await settle();
      expect(screen.getByText(/已给1600人授分/)).toBeTruthy();
      expect(onChange).toHaveBeenCalledTimes(1);
    } finally {
      jest.useRealTimers();
    }
  });

  test('who may not credit reads why', async () => {
    await open('', { me: readerMe });
    await click(button('本页全选'));
    expect(button('授分').disabled).toBe(true);
    expect(screen.getByRole('note').getAttribute('aria-label')).toContain('授分');
  });
});

test('主讲人授分: who can be is chosen and granted, what is in the way of the others stands beside', async () => {
  const { sent } = await open('?tab=lecturers', {
    lecturers: [
      lecturerOf(),
      lecturerOf({
        learnerId: null,
        personnelNo: null,
        name: '外请专家',
        obstacle: '没有填写人员编号，请在课程信息中补充',
      }),
    ],
  });
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '选择外请专家' }).disabled).toBe(true);
  expect(screen.getByText('没有填写人员编号，请在课程信息中补充')).toBeTruthy();
  await click(button('全选'));
  await click(button('主讲人授分'));
  await click(screen.getByRole('button', { name: '授分给1人' }));
  expect(grants(sent)).toEqual([{ learnerIds: ['6'.repeat(24)], activityDate: '2026-07-20' }]);
});

describe('手工授分', () => {
  async function find() {
    fireEvent.change(screen.getByRole('textbox', { name: '人员编号或身份证号' }), {
      target: { value: '1000000021' },
    });
    await click(button('查询'));
  }

  test('each is found by his number and needs a reason; the same one is added once', async () => {
    const { sent } = await open('?tab=manual');
    expect(screen.getByText(/须逐一核对每个人和原因/)).toBeTruthy();
    await find();
    await find();
    expect(screen.getAllByRole('textbox', { name: '韩雪的原因' })).toHaveLength(1);
    expect(button('手工授分（1人）').disabled).toBe(true);
    fireEvent.change(screen.getByRole('textbox', { name: '韩雪的原因' }), { target: { value: '线上培训' } });
    await click(button('手工授分（1人）'));
    await click(screen.getByRole('button', { name: '授分给1人' }));
    expect(grants(sent).pop()).toEqual({
      persons: [{ learnerId: ATTENDEE.learnerId, reason: '线上培训' }],
      activityDate: '2026-07-20',
    });
  });

  test('what the server has against one stands at him', async () => {
    const unknown = refusal(404, 'LEARNER_UNKNOWN', '没有找到这名学员，请核对人员编号或身份证号');
    await open('?tab=manual', {
      granted: { ...unknown, body: { ...(unknown.body as object), field: 'persons.0.learnerId' } },
    });
    await find();
    fireEvent.change(screen.getByRole('textbox', { name: '韩雪的原因' }), { target: { value: '线上培训' } });
    await click(button('手工授分（1人）'));
    await click(screen.getByRole('button', { name: '授分给1人' }));
    expect(screen.getByRole('list', { name: '手工授分人员' }).textContent).toContain('没有找到这名学员');
    await click(button('移除韩雪'));
    expect(screen.getByText('还没有添加人员')).toBeTruthy();
  });
});
