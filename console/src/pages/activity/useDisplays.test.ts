import { act, renderHook, waitFor } from '@testing-library/react';
import { type Answer, fakeServer, refusal, type Sent } from '../../../testing/fakeServer';
import { useDisplays } from './useDisplays';

const SHOWN = {
  displayId: 'd1',
  courseId: 'c1',
  courseName: '围手术期护理',
  direction: 'in',
  openedAt: '2026-11-21T00:00:00.000Z',
  openedBy: '刘建国',
  closesAt: '2026-11-22T00:00:00.000Z',
  screenUrl: 'http://localhost/screen/known',
};

/** A server with one open screen, which a colleague opened elsewhere. */
function start(close: () => Answer = () => ({ body: { ok: true } })) {
  let items = [SHOWN];
  const sent = fakeServer(({ method }: Sent) => {
    if (method === 'POST') {
      return { body: { displayId: 'd2', screenUrl: '/screen/new' } };
    }
    if (method === 'DELETE') {
      items = [];
      return close();
    }
    return { body: { items, codes: [], isDepartureRequired: true, serverTime: '2026-11-21T01:00:00.000Z' } };
  });
  const { result } = renderHook(() => useDisplays('a1'));
  return { sent, displays: () => result.current, methods: () => sent.map(({ method }) => method) };
}

test('lists what colleagues opened and returns to it instead of opening a second one', async () => {
  const { displays, methods } = start();
  await waitFor(() => expect(displays().displays).toHaveLength(1));
  expect(displays().displays[0]?.openedBy).toBe('刘建国');
  expect(await displays().open('c1', 'in')).toBe('http://localhost/screen/known');
  expect(methods()).not.toContain('POST');
});

test('opens another direction anew, with an address for the projector’s computer', async () => {
  const { sent, displays } = start();
  await waitFor(() => expect(displays().isDepartureRequired).toBe(true));
  let url = '';
  await act(async () => {
    url = await displays().open('c1', 'out');
  });
  expect(url).toBe(`${window.location.origin}/screen/new`);
  expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ direction: 'out' });
});

test.each([
  ['here', undefined],
  ['before, from another computer', () => refusal(404, 'NOT_FOUND', '没有找到')],
])('one that was closed %s leaves the list', async (_where, answer) => {
  const { displays } = start(answer);
  await waitFor(() => expect(displays().displays).toHaveLength(1));
  await act(async () => displays().close('d1'));
  await waitFor(() => expect(displays().displays).toEqual([]));
});
