import type { RosterRow } from '@common/contract/attendance';
import { fireEvent, screen, within } from '@testing-library/react';
import { draw, settle } from '../../../../testing/render';
import { activityOf, readerMe, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import RosterTab from './rosterTab';

const PERIOD = { from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T10:00:00.000Z' };
const BASE = `/api/unit/activities/${activityOf().id}/roster`;
const personOf = (n: number, some: Partial<RosterRow> = {}): RosterRow => ({
  id: String(n).padStart(24, '0'),
  learnerId: String(n).padStart(24, '0'),
  name: `学员${n}`,
  idNoMasked: '4111**********0011',
  unitName: '舞阳县中医院',
  department: '外科',
  periods: [{ in: '2026-07-20T00:05:00.000Z', out: '2026-07-20T10:02:00.000Z' }],
  minutes: 360,
  isFull: true,
  ...some,
});

interface Given {
  me?: typeof unitMe;
  people?: RosterRow[];
  holding?: 'within' | 'after';
  /** Days from now. */
  dueIn?: number;
}

async function open(given: Given = {}) {
  const { me = unitMe, holding = 'after', dueIn = 3 } = given;
  const people = given.people ?? [
    personOf(1),
    personOf(2, {
      learnerId: null,
      periods: [{ in: '2026-07-20T00:10:00.000Z', out: null }],
      minutes: 0,
      isFull: false,
    }),
  ];
  let handedUp: object | null = null;
  const sent = await signedIn(me, ({ path, method }) => {
    const { pathname, searchParams } = new URL(path, 'http://a');
    if (method === 'POST') {
      handedUp = { at: '2026-07-21T01:00:00.000Z', by: '王芳', persons: people.length };
      return { body: { ok: true } };
    }
    if (pathname.endsWith('.xlsx')) {
      return { file: '签到与撤离名单.xlsx' };
    }
    const items = people.filter(({ isFull }) => searchParams.get('only') !== 'full' || isFull);
    const dueAt = new Date(Date.now() + dueIn * 24 * 3_600_000).toISOString();
    const counts = { persons: people.length, fullPersons: people.filter(({ isFull }) => isFull).length };
    return {
      body: {
        ...{ items, total: items.length, page: 1, pageSize: 50 },
        ...{ periods: [PERIOD], ...counts, dueAt, handedUp },
      },
    };
  });
  draw(<RosterTab activity={activityOf({ holding })} onChange={() => undefined} />);
  await settle();
  return sent;
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('times, hours, and who has them; a person of the form waits for his account', async () => {
  await open();
  const first = within(screen.getByRole('row', { name: /学员1/ }));
  for (const words of ['6学时', '已完成', '舞阳县中医院']) {
    expect(first.getByText(words)).toBeTruthy();
  }
  const second = within(screen.getByRole('row', { name: /学员2/ }));
  for (const words of ['未撤离', '未完成', '现场登记，等待本人注册并由单位审核']) {
    expect(second.getByText(words)).toBeTruthy();
  }
});

test('it is handed up after a question, and leads to 授分', async () => {
  const sent = await open();
  expect(screen.getByText('待上报')).toBeTruthy();
  expect(screen.queryByText('去授分')).toBeNull();
  fireEvent.click(button('上报名单'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/其中1人完成规定学时/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '上报' }));
  expect(await screen.findByText('已上报')).toBeTruthy();
  expect(screen.getByText(/王芳于2026-07-21 09:00上报2人/)).toBeTruthy();
  expect(sent.filter(({ method }) => method === 'POST')[0]?.path).toBe(`${BASE}/submission`);
  expect(screen.getByText('去授分').closest('a')?.getAttribute('href')).toContain('/crediting');
  expect(button('重新上报').disabled).toBe(false);
});

test('what is overdue says by how much', async () => {
  await open({ dueIn: -2.5 });
  expect(screen.getByText('已逾期3天')).toBeTruthy();
});

test('before the end it says when', async () => {
  await open({ holding: 'within' });
  expect(button('上报名单').disabled).toBe(true);
  expect(button('上报名单').closest('[role=note]')?.getAttribute('aria-label')).toContain('结束后才能上报');
});

test('only those with the full hours, by the address; none leads back', async () => {
  const sent = await open({ people: [personOf(1, { isFull: false })] });
  fireEvent.click(screen.getByText('完成规定学时', { selector: '.ant-segmented-item-label' }));
  expect(await screen.findByText('还没有人完成规定学时')).toBeTruthy();
  expect(sent.at(-1)?.path).toContain('only=full');
  fireEvent.click(button('查看全部名单'));
  expect(await screen.findByText('学员1')).toBeTruthy();
});

test('who may not hold activities reads, and is told whom to ask', async () => {
  await open({ me: readerMe });
  expect(button('导出Excel').disabled).toBe(false);
  expect(button('上报名单').closest('[role=note]')?.getAttribute('aria-label')).toContain('“举办活动”权限');
});

test('nobody yet: where it begins', async () => {
  await open({ people: [] });
  expect(screen.getByText('去现场打开大屏')).toBeTruthy();
  expect(button('导出Excel').disabled).toBe(true);
});
