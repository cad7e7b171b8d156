import type { Me } from '@common/contract/accounts';
import { fireEvent, screen, within } from '@testing-library/react';
import { fakeServer } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { AUTHORITY, authorityMe, batchOf, unitMe } from '../../../testing/rows';
import { session } from '../../api/session';
import CreditingsPage from './creditingsPage';

const APPROVED = batchOf({
  id: '5'.repeat(24),
  activityName: '肿瘤新进展',
  state: 'approved',
  waitingFor: null,
  reviewedBy: AUTHORITY.name,
  reviewedAt: '2026-07-21T01:00:00.000Z',
});

/** The page as this account sees it. */
async function open(me: Me) {
  let items = [batchOf(), APPROVED];
  const sent = fakeServer(({ path, method }) => {
    if (path.startsWith('/api/sessions')) {
      return { body: { token: 't', expiresAt: '', me } };
    }
    if (path.endsWith('/approval') && method === 'POST') {
      items = [APPROVED];
      return { body: { ...batchOf(), state: 'approved', waitingFor: null } };
    }
    return path.includes('overview')
      ? { body: { waitingCreditings: 0 } }
      : { body: { items, total: items.length, page: 1, pageSize: 20 } };
  });
  await session.signIn(me.accountName ?? '', 'secret');
  draw(<CreditingsPage />, '/creditings');
  const row = await screen.findByRole('row', { name: /外科护理学/ });
  await settle();
  return { sent, row };
}

test('a unit reads whom its batch waits for, and can approve nothing', async () => {
  const { row } = await open(unitMe);
  expect(within(row).getByText('等待 漯河市卫生健康委员会 审核').className).toContain('status--waiting');
  expect(screen.queryByRole('button', { name: '审核通过' })).toBeNull();
});

test('the authority that it waits for approves it, once it has seen what', async () => {
  const { row, sent } = await open(authorityMe);
  expect(within(row).getByText('待审核').className).toContain('status--act');
  fireEvent.click(within(row).getByRole('button', { name: '审核通过' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('5人');
  expect(dialog.textContent).toContain('I类学分 2分');
  expect(sent.some(({ method, path }) => method === 'POST' && path.endsWith('/approval'))).toBe(false);
  fireEvent.click(within(dialog).getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText('审核通过：漯河市中心医院5人的学分已生效')).toBeTruthy();
  expect(sent.filter(({ path }) => path.endsWith('/approval'))).toHaveLength(1);
  await settle();
  expect(screen.queryByRole('row', { name: /外科护理学/ })).toBeNull();
});

test('an authority further up sees that another one is to review', async () => {
  const { row } = await open({ ...authorityMe, authority: { ...AUTHORITY, name: '河南省卫生健康委员会' } });
  expect(within(row).getByText('等待 漯河市卫生健康委员会 审核').className).toContain('status--waiting');
});

test.each([
  ['a unit sees all batches at first', unitMe, 'all'],
  ['an authority those that wait', authorityMe, 'waiting'],
])('%s', async (_, me, state) => {
  const { sent } = await open(me);
  const lists = sent.filter(({ path }) => path.startsWith('/api/creditings'));
  expect(lists.map(({ path }) => new URL(path, 'http://a').searchParams.get('state'))).toEqual([state]);
});
