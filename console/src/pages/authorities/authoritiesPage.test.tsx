import type { AuthorityRow } from '@common/contract/regionsUnits';
import { screen, within } from '@testing-library/react';
import { draw, settle } from '../../../testing/render';
import { AUTHORITY, authorityMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import AuthoritiesPage from './authoritiesPage';

const OWN: AuthorityRow = {
  ...AUTHORITY,
  level: 'city',
  regionCode: '4111',
  regionName: '河南省 漯河市',
  hasAccount: true,
  administrators: 2,
  units: 311,
};
const COUNTY: AuthorityRow = {
  ...OWN,
  id: '9'.repeat(24),
  code: '411121',
  name: '舞阳县卫生健康委员会',
  level: 'county',
  regionCode: '411121',
  regionName: '河南省 漯河市 舞阳县',
  hasAccount: false,
};

async function open(at = '/authorities', me = authorityMe) {
  await signedIn(me, () => ({ body: { items: [OWN, COUNTY] } }));
  draw(<AuthoritiesPage />, at);
  await settle();
}
const rowOf = (name: string) => screen.getByText(name).closest('tr') as HTMLElement;

test('one’s own password is reset from above; those below have theirs here', async () => {
  await open();
  expect(within(rowOf(OWN.name)).getByText('本部门')).toBeTruthy();
  expect(within(rowOf(OWN.name)).getByText('由上级重置')).toBeTruthy();
  expect(within(rowOf(COUNTY.name)).getByRole('button', { name: '开通账号' })).toBeTruthy();
});

test('a search of the address shows what fits', async () => {
  await open('/authorities?q=舞阳');
  expect(screen.getByText(COUNTY.name)).toBeTruthy();
  expect(screen.queryByText(OWN.name)).toBeNull();
});

test('a county has nothing below it, and says so', async () => {
  await open('/authorities', {
    ...authorityMe,
    authority: { id: COUNTY.id, code: '411121', name: COUNTY.name },
  });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '新增下级部门' }).disabled).toBe(true);
  expect(screen.getByRole('note', { name: '区县级行政部门没有下级行政部门' })).toBeTruthy();
});
