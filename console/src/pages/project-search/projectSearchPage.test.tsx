import { screen } from '@testing-library/react';
import { fakeServer } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import ProjectSearchPage from './projectSearchPage';

test('anybody searches without a session, and is led to the sign-in', async () => {
  const sent = fakeServer(({ path }) =>
    path.startsWith('/api/regions')
      ? { body: { items: [] } }
      : { body: { items: [], total: 0, isMore: false, page: 1, pageSize: 20 } },
  );
  draw(<ProjectSearchPage />, '/project-search?q=护理&region=4111');
  await settle();
  const asked = sent.find(({ path }) => path.startsWith('/api/projects'));
  expect(asked?.authorization).toBeNull();
  const { searchParams } = new URL(asked?.path ?? '', 'http://a');
  expect(Object.fromEntries(searchParams)).toEqual({ q: '护理', region: '4111', page: '1', pageSize: '20' });
  expect(screen.getByText('没有查到这样的项目')).toBeTruthy();
  expect(screen.getByRole('link', { name: '登录管理端' }).getAttribute('href')).toBe('/sign-in');
});
