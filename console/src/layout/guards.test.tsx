import type { Me } from '@common/contract/accounts';
import { cleanup, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { refusal } from '../../testing/fakeServer';
import { draw, settle } from '../../testing/render';
import { authorityMe, unitMe } from '../../testing/rows';
import { signedIn } from '../../testing/signIn';
import { session } from '../api/session';
import { RequireRole, RequireSession } from './guards';

async function open(at: string, me: Me | null) {
  if (me) {
    await signedIn(me, () => ({ body: {} }));
  }
  draw(
    <Suspense>
      <Routes>
        <Route path="/sign-in" element={<p>登录</p>} />
        <Route element={<RequireSession />}>
          <Route path="/administrator" element={<p>确认管理员</p>} />
          <Route path="/password" element={<p>修改密码</p>} />
          <Route element={<RequireRole kind="authority" />}>
            <Route path="/units" element={<p>单位</p>} />
          </Route>
          <Route path="*" element={<p>页面</p>} />
        </Route>
      </Routes>
    </Suspense>,
    at,
  );
  await screen.findAllByText(/./, { selector: 'p' });
  await settle();
  return screen.getByTestId('address').textContent;
}
const NAMELESS = { ...unitMe, administrator: null, needsAdministrator: true };
afterEach(async () => {
  await session.signOut();
});

test.each([
  ['who is signed in goes where he wants', unitMe, '/learners', '/learners'],
  [
    'who is not named yet says who he is, from anywhere',
    NAMELESS,
    '/learners?q=1',
    '/administrator?from=%2Flearners%3Fq%3D1',
  ],
  ['and there he is let alone', NAMELESS, '/administrator?from=%2F', '/administrator?from=%2F'],
  [
    'his name comes before a new password',
    { ...NAMELESS, mustChangePassword: true },
    '/password',
    '/administrator?from=%2Fpassword',
  ],
  [
    'a one-time password is changed before anything else',
    { ...unitMe, mustChangePassword: true },
    '/learners',
    '/password?from=%2Flearners',
  ],
])('%s', async (_, me, at, to) => {
  expect(await open(at, me)).toBe(to);
});

test('whose session ended by itself signs in and comes back; who left on purpose starts anew', async () => {
  await signedIn(unitMe, () => refusal(401, 'NOT_SIGNED_IN', '登录已失效，请重新登录'));
  await session.refresh();
  expect(await open('/learners?q=a', null)).toBe('/sign-in?from=%2Flearners%3Fq%3Da');
  cleanup();
  await signedIn(unitMe, () => ({ body: {} }));
  await session.signOut();
  expect(await open('/learners?q=a', null)).toBe('/sign-in');
});

test('an authority’s page is not there for a unit', async () => {
  await open('/units', authorityMe);
  expect(screen.getByText('单位')).toBeTruthy();
  cleanup();
  await open('/units', unitMe);
  expect(screen.queryByText('单位')).toBeNull();
  expect(screen.getByText('没有找到这个页面')).toBeTruthy();
});
