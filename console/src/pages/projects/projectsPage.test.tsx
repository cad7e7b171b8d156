import type { ProjectRow } from '@common/contract/catalogue';
import { fireEvent, screen } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ProjectsPage from './projectsPage';

const PROJECT: ProjectRow = {
  id: '1'.repeat(24),
  number: '2020-14-02-049 (国)',
  year: 2020,
  name: '外科护理学新进展学习班',
  discipline: '护理学/外科护理学',
  level: 'national',
  nature: 'entered',
  creditClass: 'classI',
  form: 'onSite',
  leader: '李雪梅',
  minutes: 360,
  credits: 200,
  unitName: '漯河市中心医院',
};

async function open(at = '/projects', items = [PROJECT], isMore = false) {
  const sent = await signedIn(authorityMe, ({ path }) =>
    path.startsWith('/api/regions')
      ? { body: { items: [] } }
      : { body: { items, total: isMore ? 10_000 : items.length, isMore, page: 1, pageSize: 20 } },
  );
  draw(<ProjectsPage />, at);
  await settle();
  const asked = sent.filter(({ path }) => path.startsWith('/api/authority/projects'));
  return {
    asked,
    query: () => Object.fromEntries(new URL(asked.at(-1)?.path ?? '', 'http://a').searchParams),
  };
}

test('a project is told in words: its number, class, hours, credits, unit and nature', async () => {
  await open();
  const [, row] = screen.getAllByRole('row');
  for (const words of [
    '2020-14-02-049 (国)',
    '护理学/外科护理学',
    '国家级',
    'I类学分',
    '漯河市中心医院',
    '面授',
    '国家级项目录入',
  ]) {
    expect(row?.textContent).toContain(words);
  }
});

test('the filters of the address are what is asked for', async () => {
  const { query } = await open(
    '/projects?q=护理&year=2020&level=national&discipline=1402&nature=filed&region=411102&page=2',
  );
  expect(query()).toEqual({
    q: '护理',
    year: '2020',
    level: 'national',
    discipline: '1402',
    nature: 'filed',
    region: '411102',
    page: '2',
    pageSize: '20',
  });
});

test('what the address says wrongly is left out instead of being refused', async () => {
  const { query } = await open('/projects?year=99999&level=x&discipline=1&nature=x');
  expect(query()).toEqual({ nature: 'all', page: '1', pageSize: '20' });
});

test('more than are counted: it is said, with what to do', async () => {
  await open('/projects', [PROJECT], true);
  expect(screen.getByText('超过 10000 个项目，请缩小查询范围')).toBeTruthy();
});

test('nothing found leads back to all, nothing there to the import', async () => {
  await open('/projects?q=x&nature=filed', []);
  fireEvent.click(screen.getByRole('button', { name: '查看全部项目' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toBe('/projects');
  expect(screen.getByText('项目库还是空的')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: '导入国家级项目' })).toHaveLength(2);
});
