import type { Me } from '@common/contract/accounts';
import type { DoubtRow, HeldRow, SwipeRow } from '@common/contract/attendance';
import { fireEvent, screen, within } from '@testing-library/react';
import { doubtRowOf, heldOf, swipeOf } from '../../../../testing/attendance';
import { type Answer, refusal } from '../../../../testing/fakeServer';
import { draw, settle } from '../../../../testing/render';
import { activityOf, courseOf, readerMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import AttendanceSection from './attendanceSection';

const AT = `/activities/${activityOf().id}/attendance`;
const ATTENDEE = {
  learnerId: '4'.repeat(24),
  name: '韩雪',
  idNoMasked: '4111**********1205',
  unitName: '舞阳县中医院',
};

interface Given {
  me?: Me;
  swipes?: SwipeRow[];
  held?: HeldRow[];
  doubts?: DoubtRow[];
  found?: Answer;
  entered?: Answer;
}

async function open(search = '', given: Given = {}) {
  const { me = unitMe, swipes = [swipeOf()], held = [heldOf()], doubts = [doubtRowOf()] } = given;
  const page = (items: object[], more: object) => ({
    body: { items, total: items.length, page: 1, pageSize: 50, ...more },
  });
  const sent = await signedIn(me, ({ path, method }) => {
    const { pathname } = new URL(path, 'http://a');
    if (pathname.endsWith('.xlsx')) {
      return { file: '考勤明细.xlsx' };
    }
    if (pathname.endsWith('/search')) {
      return given.found ?? { body: ATTENDEE };
    }
    if (pathname.endsWith('/decisions')) {
      return { body: { decided: 1, skipped: 1 } };
    }
    if (pathname.endsWith('/clearances')) {
      return { body: { ok: true } };
    }
    if (pathname.endsWith('/held-scans')) {
      return page(held, { waiting: held.length });
    }
    if (pathname.endsWith('/doubts')) {
      return page(doubts, { open: doubts.length });
    }
    return method === 'POST' ? (given.entered ?? { body: swipeOf() }) : page(swipes, { persons: 1 });
  });
  const activity = activityOf({
    courses: [courseOf(), courseOf({ id: '7'.repeat(24), name: '静脉输液' })],
  });
  draw(<AttendanceSection activity={activity} />, AT + search);
  // The tab is loaded by itself, and then its list.
  await screen.findByText(/导出Excel|本页全选|疑点不影响签到/);
  await settle();
  return sent;
}
const posts = (sent: { method: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'POST').map(({ body }) => body);
const address = () => screen.getByTestId('address').textContent;

describe('考勤明细', () => {
  test('shows how each was made; an entered one with who and why', async () => {
    await open('', {
      swipes: [swipeOf(), swipeOf({ id: '9'.repeat(24), method: 'manual', by: '王芳', reason: '手机没电' })],
    });
    expect(screen.getAllByText('2026-07-20 08:12:05')).toHaveLength(2);
    expect(screen.getByText('扫码')).toBeTruthy();
    expect(screen.getByText('王芳补录：手机没电')).toBeTruthy();
    expect(screen.getAllByText('120米')).toHaveLength(2);
  });

  test('is asked for as the address says, and a name leads to all of that person', async () => {
    const sent = await open('?method=manual&direction=out&q=雪&courseId=nonsense');
    const { path } = sent.find((one) => one.path.includes('/swipes?')) ?? { path: '' };
    expect(decodeURIComponent(path)).toContain('q=雪&direction=out&method=manual');
    expect(path).not.toContain('courseId');
    fireEvent.click(screen.getByRole('button', { name: '韩雪' }));
    await settle();
    expect(address()).toContain(`learnerId=${ATTENDEE.learnerId}`);
    expect(screen.getByText('只看韩雪')).toBeTruthy();
  });

  test('nothing found leads back to all', async () => {
    await open('?method=card', { swipes: [] });
    fireEvent.click(screen.getByRole('button', { name: '查看全部考勤' }));
    await settle();
    expect(address()).toBe(AT);
    expect(screen.getByText('去现场打开大屏')).toBeTruthy();
  });

  test('the whole numbers are exported by choice only, and not by who may not read them', async () => {
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    URL.createObjectURL = () => 'blob:sheet';
    const sent = await open('', { me: readerMe });
    fireEvent.click(screen.getByRole('button', { name: '导出Excel' }));
    const whole = await screen.findByRole('menuitem', { name: /含完整身份证号/ });
    expect(whole.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('menuitem', { name: '身份证号隐去中间数字' }));
    await settle();
    expect(sent.at(-1)?.path).toContain('swipes.xlsx?idNo=masked');
    click.mockRestore();
  });
});

describe('补录', () => {
  const search = async (person = '1000000013') => {
    fireEvent.click(screen.getByRole('button', { name: '补录考勤' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox', { name: '人员编号或身份证号' }), {
      target: { value: person },
    });
    fireEvent.click(dialog.getByRole('button', { name: '查询' }));
    await settle();
    return dialog;
  };
  const fillIn = async (dialog: Awaited<ReturnType<typeof search>>) => {
    const time = dialog.getByRole('textbox', { name: '时间' });
    fireEvent.mouseDown(time);
    fireEvent.change(time, { target: { value: '08:30' } });
    fireEvent.keyDown(time, { key: 'Enter', code: 'Enter', keyCode: 13 });
    fireEvent.click(dialog.getByRole('button', { name: '手机没电或故障' }));
    fireEvent.click(dialog.getByRole('button', { name: '为韩雪补录' }));
    await settle();
  };

  test('the person is seen before anything is entered', async () => {
    const sent = await open();
    const dialog = await search();
    expect(dialog.getByText('4111**********1205')).toBeTruthy();
    await fillIn(dialog);
    expect(posts(sent).at(-1)).toEqual({
      learnerId: ATTENDEE.learnerId,
      courseId: courseOf().id,
      direction: 'in',
      at: '2026-07-20T00:30:00.000Z',
      reason: '手机没电或故障',
    });
    expect(await screen.findByText('已为韩雪补录签到，已通知本人')).toBeTruthy();
  });

  test('who is not found is told at once; another number forgets him', async () => {
    await open('', { found: refusal(404, 'LEARNER_UNKNOWN', '没有找到这名学员，请核对人员编号或身份证号') });
    const dialog = await search();
    expect(dialog.getByText(/没有找到这名学员/)).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: '补录' }).disabled).toBe(true);
  });

  test('a swipe that is there already is told at the time', async () => {
    await open('', { entered: refusal(409, 'SWIPE_EXISTS', '该学员在这一时间已有考勤记录') });
    await fillIn(await search());
    expect(await screen.findByText('该学员在这一时间已有考勤记录')).toBeTruthy();
  });

  test('the next person does not begin with the reason of the one before', async () => {
    await open();
    await fillIn(await search());
    const dialog = await search();
    expect(dialog.getByLabelText<HTMLTextAreaElement>('原因').value).toBe('');
    expect(dialog.getByRole<HTMLInputElement>('textbox', { name: '时间' }).value).toBe('');
  });

  test('needs the 权限', async () => {
    await open('', { me: readerMe });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '补录考勤' }).disabled).toBe(true);
  });
});

describe('待确认', () => {
  test('is confirmed in a batch; one for an approval cannot be chosen', async () => {
    const waiting = heldOf({ id: '8'.repeat(24), name: '尚未注册', kind: 'unapproved', canDecide: false });
    const sent = await open('?tab=held', { held: [heldOf(), waiting] });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '选择尚未注册' }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '本页全选' }));
    fireEvent.click(within(screen.getByRole('region', { name: '批量操作' })).getByText('确认有效'));
    expect(
      await screen.findByText('已确认1次扫码，计入考勤；另有1次已有人处理，或学员尚未审核通过'),
    ).toBeTruthy();
    expect(posts(sent)).toEqual([{ ids: [heldOf().id], accept: true }]);
  });

  test('refusing wants a reason', async () => {
    const sent = await open('?tab=held');
    fireEvent.click(screen.getByRole('button', { name: '不予确认' }));
    const dialog = within(await screen.findByRole('dialog'));
    const refuse = dialog.getByRole<HTMLButtonElement>('button', { name: '不予确认' });
    expect(refuse.disabled).toBe(true);
    fireEvent.click(dialog.getByText('核实本人不在会场'));
    fireEvent.click(refuse);
    await settle();
    expect(posts(sent)).toEqual([{ ids: [heldOf().id], accept: false, reason: '核实本人不在会场' }]);
  });
});

describe('待确认, page after page', () => {
  test('a page that has been decided as a whole leads to the first', async () => {
    await open('?tab=held&page=2');
    fireEvent.click(screen.getByRole('button', { name: '确认有效' }));
    await settle();
    expect(address()).toBe(`${AT}?tab=held`);
  });

  test('no more are chosen than are taken at once', async () => {
    const held = Array.from({ length: 201 }, (_, n) => heldOf({ id: String(n).padStart(24, '0') }));
    await open('?tab=held', { held });
    fireEvent.click(screen.getByRole('button', { name: '本页全选' }));
    expect(screen.getByText('一次最多处理200次')).toBeTruthy();
  });
});

describe('疑点', () => {
  test('are shown with their evidence, and cleared with a reason', async () => {
    const sent = await open(`?tab=doubts&learnerId=${ATTENDEE.learnerId}`);
    expect(sent.some(({ path }) => path.includes(`learnerId=${ATTENDEE.learnerId}`))).toBe(true);
    const card = within(screen.getByRole('article', { name: '韩雪' }));
    expect(card.getByText('同一手机在3分钟内为2人签到')).toBeTruthy();
    expect(card.getByText(/许雅琴/)).toBeTruthy();
    fireEvent.click(card.getByRole('button', { name: '排除疑点' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByText('已在现场核对本人'));
    fireEvent.click(dialog.getByRole('button', { name: '排除疑点' }));
    await settle();
    expect(posts(sent)).toEqual([
      { learnerId: ATTENDEE.learnerId, kind: 'sharedDevice', reason: '已在现场核对本人' },
    ]);
  });

  test('a cleared one says by whom and why, and offers nothing', async () => {
    const cleared = { by: '王芳', reason: '借用手机', at: '2026-07-21T01:00:00.000Z' };
    await open('?tab=doubts&only=all', { doubts: [doubtRowOf({ cleared })] });
    expect(screen.getByText('王芳于2026-07-21 09:00核实后排除：借用手机')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '排除疑点' })).toBeNull();
  });

  test('another tab begins without the filters of this one', async () => {
    await open('?tab=doubts&only=all');
    fireEvent.click(screen.getByText('待确认', { selector: '.ant-segmented-item-label' }));
    await screen.findByText('本页全选');
    expect(address()).toBe(`${AT}?tab=held`);
  });
});
