import type { UnitRequestRow } from '@common/contract/regionsUnits';
import { fireEvent, screen, within } from '@testing-library/react';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { AUTHORITY, authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import UnitRequestsPage from './unitRequestsPage';

const NEAR = {
  id: '7'.repeat(24),
  code: '976813',
  name: '岩泉镇中心卫生院',
  matchedName: '临颍县第二人民医院',
  regionName: '河南省 漯河市 临颍县',
};
const requestOf = (some: Partial<UnitRequestRow> = {}): UnitRequestRow => ({
  id: '8'.repeat(24),
  name: '临颍县第二人民医院',
  regionCode: '411122',
  regionName: '河南省 漯河市 临颍县',
  note: '在岩泉镇政府旁边',
  learnerName: '韩雪',
  phoneMasked: '138****8020',
  state: 'waiting',
  reason: null,
  authorityName: AUTHORITY.name,
  isMine: true,
  similar: [],
  submittedAt: '2026-07-19T01:00:00.000Z',
  ...some,
});

async function open(request = requestOf(), decided: Answer = { body: requestOf({ state: 'accepted' }) }) {
  let items = [request];
  const sent = await signedIn(authorityMe, ({ method }) => {
    if (method === 'POST') {
      items = [];
      return decided;
    }
    return { body: { items, total: items.length, page: 1, pageSize: 20 } };
  });
  draw(<UnitRequestsPage />, '/unit-requests');
  await settle();
  return () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body);
}
const decide = async (kind?: string) => {
  fireEvent.click(screen.getByRole('button', { name: '处理' }));
  await settle();
  if (kind) {
    fireEvent.click(screen.getByRole('radio', { name: kind }));
    await settle();
  }
};
const ok = (name: string) =>
  within(screen.getByRole('dialog')).getByRole<HTMLButtonElement>('button', { name });
const press = async (name: string) => {
  fireEvent.click(ok(name));
  await settle();
};

test('a unit that is there under another name is proposed, and matched in two clicks', async () => {
  const sent = await open(requestOf({ similar: [NEAR] }));
  expect(screen.getByText('可能已有')).toBeTruthy();
  await decide();
  await press('对应到该单位');
  expect(sent()).toEqual([{ decision: 'existing', unitId: NEAR.id }]);
  expect(await screen.findByText('已对应到已有单位，韩雪已自动提交该单位审核')).toBeTruthy();
  expect(screen.getByText('没有等待处理的申请')).toBeTruthy();
});

test('a new unit is added under its corrected name', async () => {
  const sent = await open();
  await decide();
  fireEvent.change(screen.getByLabelText('单位全称'), { target: { value: '临颍县第二人民医院（岩泉）' } });
  await press('新增单位');
  expect(sent()).toEqual([{ decision: 'add', name: '临颍县第二人民医院（岩泉）' }]);
});

test('nothing is refused without a reason', async () => {
  const sent = await open();
  await decide('不予新增');
  expect(ok('不予新增').disabled).toBe(true);
  fireEvent.click(screen.getByText('该单位不在本辖区'));
  await settle();
  await press('不予新增');
  expect(sent()).toEqual([{ decision: 'refuse', reason: '该单位不在本辖区' }]);
});

test('a name that is taken is said where it is typed, and nothing is lost', async () => {
  await open(requestOf(), refusal(409, 'UNIT_EXISTS', '该单位名称在本地区已存在'));
  await decide();
  await press('新增单位');
  expect(await screen.findByText('该单位名称在本地区已存在')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('单位全称').value).toBe('临颍县第二人民医院');
});

test('what a colleague has decided is told, not an error', async () => {
  await open(requestOf(), refusal(409, 'REQUEST_DECIDED', '该申请已处理，请刷新后查看'));
  await decide();
  await press('新增单位');
  expect(await screen.findByText('这项申请已由其他人处理')).toBeTruthy();
  expect(screen.getByText('没有等待处理的申请')).toBeTruthy();
});

test('one of another authority says whom it waits for', async () => {
  await open(requestOf({ isMine: false, authorityName: '临颍县卫生健康委员会' }));
  expect(screen.getByText('等待 临颍县卫生健康委员会 处理').className).toContain('status--waiting');
});
