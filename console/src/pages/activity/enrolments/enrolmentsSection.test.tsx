import type { Me } from '@common/contract/accounts';
import type { EnrolmentRow } from '@common/contract/enrolments';
import { fireEvent, screen, within } from '@testing-library/react';
import { refusal, type Sent } from '../../../../testing/fakeServer';
import { draw, settle } from '../../../../testing/render';
import { activityOf, readerMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import EnrolmentsSection from './enrolmentsSection';

const BASE = `/api/unit/activities/${activityOf().id}`;
const personOf = (n: number, some: Partial<EnrolmentRow> = {}): EnrolmentRow => ({
  learnerId: String(n).padStart(24, '0'),
  name: `学员${n}`,
  unitName: '舞阳县中医院',
  department: '外科',
  phoneMasked: '138****8000',
  state: 'enrolled',
  place: null,
  enrolledAt: '2026-07-10T01:00:00.000Z',
  ...some,
});

interface Given {
  me?: Me;
  people?: EnrolmentRow[];
  capacity?: number;
  holding?: 'before' | 'after';
  posterFails?: boolean;
}

/** The section over a list of people; more places let those in who wait. */
async function open(given: Given = {}) {
  const { me = unitMe, holding = 'before', posterFails = false } = given;
  let { people = [personOf(1), personOf(2, { state: 'waiting', place: 1 })], capacity = 1 } = given;
  const count = (state: string) => people.filter((one) => one.state === state).length;
  const onChange = jest.fn();
  const sent = await signedIn(me, ({ path, method, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://a');
    if (pathname.includes('/poster.')) {
      return posterFails
        ? refusal(503, 'STORE_UNAVAILABLE', '系统繁忙，请稍后再试')
        : { file: `海报${pathname.slice(-4)}` };
    }
    if (pathname.endsWith('.xlsx')) {
      return { file: '报名名单.xlsx' };
    }
    if (method === 'PUT') {
      capacity = (body as { capacity: number }).capacity;
      people = people.map((one) => ({ ...one, state: 'enrolled', place: null }));
      return { body: { capacity, enrolled: count('enrolled'), waiting: count('waiting') } };
    }
    const state = searchParams.get('state');
    const items = people.filter((one) => state === 'all' || one.state === state);
    const counts = { enrolled: count('enrolled'), waiting: count('waiting'), capacity };
    return { body: { items, total: items.length, page: 1, pageSize: 50, ...counts } };
  });
  draw(<EnrolmentsSection activity={activityOf({ holding })} onChange={onChange} />);
  await settle();
  return { sent, onChange };
}
const asked = (sent: Sent[], part: string) => sent.filter(({ path }) => path.includes(part));
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

let saved: string[] = [];
beforeEach(() => {
  saved = [];
  URL.createObjectURL = () => 'blob:poster';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
});
afterEach(() => jest.restoreAllMocks());

test('shows who comes and who waits, with the numbers', async () => {
  await open();
  expect(within(screen.getByRole('row', { name: /学员1/ })).getByText('已报名')).toBeTruthy();
  expect(within(screen.getByRole('row', { name: /学员2/ })).getByText('候补第1位')).toBeTruthy();
  expect(document.querySelector('.enrolment-head')?.textContent).toContain('已满');
});

test('an activity without a limit says so', async () => {
  await open({ capacity: 0 });
  expect(document.querySelector('.enrolment-head')?.textContent).toContain('名额不限');
});

test('filters by where people stand; none there leads back to all', async () => {
  const { sent } = await open({ people: [personOf(1)] });
  fireEvent.click(screen.getByText('候补', { selector: '.ant-segmented-item-label' }));
  expect(await screen.findByText('没有这样的人员')).toBeTruthy();
  expect(asked(sent, 'state=waiting')).toHaveLength(1);
  fireEvent.click(button('查看全部报名人员'));
  expect(await screen.findByText('学员1')).toBeTruthy();
});

test('the list is saved as Excel', async () => {
  await open();
  fireEvent.click(button('导出Excel'));
  await settle();
  expect(saved).toEqual(['报名名单.xlsx']);
});

test('nobody yet: the poster is the next step, and there is nothing to export', async () => {
  await open({ people: [] });
  expect(screen.getByText('还没有人报名')).toBeTruthy();
  expect(button('导出Excel').disabled).toBe(true);
  fireEvent.click(button('报名海报'));
  expect(await screen.findByRole('img', { name: '报名海报预览' })).toBeTruthy();
});

test('the poster is seen before it is saved, as PNG without a second download and as PDF', async () => {
  const { sent } = await open();
  fireEvent.click(button('报名海报'));
  const picture = await screen.findByRole<HTMLImageElement>('img', { name: '报名海报预览' });
  expect(picture.src).toBe('blob:poster');
  fireEvent.click(button('下载PNG图片'));
  await settle();
  fireEvent.click(button('下载PDF（打印）'));
  await settle();
  expect(saved).toEqual(['海报.png', '海报.pdf']);
  expect(asked(sent, 'poster').map(({ path }) => path)).toEqual([`${BASE}/poster.png`, `${BASE}/poster.pdf`]);
});

test('a poster that cannot be had says why, with another try', async () => {
  await open({ posterFails: true });
  fireEvent.click(button('报名海报'));
  expect(await screen.findByText('系统繁忙，请稍后再试')).toBeTruthy();
  expect(button('下载PNG图片').disabled).toBe(true);
  expect(button('重新加载')).toBeTruthy();
});

test('more places: how many come in is said before and after', async () => {
  const { sent, onChange } = await open();
  fireEvent.click(button('调整名额'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
  fireEvent.change(dialog.getByRole('spinbutton', { name: '名额' }), { target: { value: '5' } });
  expect(dialog.getByText('保存后，候补的前1人转为已报名并收到提醒。')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('名额已调整，1人由候补转为报名，已通知本人')).toBeTruthy();
  expect(asked(sent, 'capacity')[0]).toMatchObject({ method: 'PUT', body: { capacity: 5 } });
  expect(onChange).toHaveBeenCalled();
});

test('fewer places than people send nobody away', async () => {
  await open({ people: [personOf(1), personOf(2), personOf(3)], capacity: 3 });
  fireEvent.click(button('调整名额'));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('spinbutton', { name: '名额' }), { target: { value: '2' } });
  expect(dialog.getByText('已有3人报名，他们不受影响；低于2人以后才能再报名。')).toBeTruthy();
});

test('after the end the number of places stays', async () => {
  await open({ holding: 'after' });
  expect(button('调整名额').disabled).toBe(true);
  expect(button('调整名额').closest('[role=note]')?.getAttribute('aria-label')).toContain('活动已经结束');
});

test('who may not hold activities reads and exports, and is told whom to ask for the rest', async () => {
  await open({ me: readerMe });
  expect(screen.getByText('学员1')).toBeTruthy();
  expect(button('导出Excel').disabled).toBe(false);
  for (const name of ['报名海报', '调整名额']) {
    expect(button(name).disabled).toBe(true);
    expect(button(name).closest('[role=note]')?.getAttribute('aria-label')).toContain('“举办活动”权限');
  }
});
