import type { Me } from '@common/contract/accounts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, refusal, type Sent } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { MANAGER, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import { RequireSession } from '../../layout/guards';
import AdministratorPage from './administratorPage';

const NAMELESS: Me = { ...unitMe, administrator: null, needsAdministrator: true };
const WANG = { id: MANAGER.id, name: MANAGER.name, phoneMasked: '138****8021' };

interface Server {
  items?: (typeof WANG)[];
  confirm?: (body: object) => Answer;
  isSimulated?: boolean;
}
/** The page after the password; what it posted is returned. */
async function open({
  items = [WANG],
  confirm = () => ({ body: unitMe }),
  isSimulated = false,
}: Server = {}) {
  const posted: Pick<Sent, 'path' | 'body'>[] = [];
  await signedIn(NAMELESS, ({ path, method, body }) => {
    if (path === '/api/config') {
      return { body: { simulated: isSimulated } };
    }
    if (method === 'GET') {
      return { body: { items } };
    }
    posted.push({ path, body });
    return path.endsWith('codes')
      ? { body: { ok: true, retryAfter: 60, phoneMasked: WANG.phoneMasked } }
      : confirm(body as object);
  });
  draw(
    <Routes>
      <Route path="/sign-in" element={<p>登录</p>} />
      <Route element={<RequireSession />}>
        <Route path="/administrator" element={<AdministratorPage />} />
        <Route path="*" element={<p>管理端</p>} />
      </Route>
    </Routes>,
    '/administrator?from=%2Flearners%3Fq%3D1',
  );
  await settle();
  return posted;
}
const press = async (name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const type = async (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await settle();
};

test('the name is chosen, the code sent, and the sixth digit leads to the page one came for', async () => {
  const posted = await open();
  expect(screen.getByText('138****8021')).toBeTruthy();
  await press(/王芳/);
  await type('短信验证码', '12345');
  expect(posted).toHaveLength(1);
  await type('短信验证码', '123 456');
  await screen.findByText('管理端');
  expect(screen.getByTestId('address').textContent).toBe('/learners?q=1');
  expect(posted).toEqual([
    { path: '/api/sessions/administrator-codes', body: { administratorId: WANG.id } },
    { path: '/api/sessions/administrator', body: { administratorId: WANG.id, smsCode: '123456' } },
  ]);
});

test('a wrong code is said, cleared, and may be typed again', async () => {
  const posted = await open({
    confirm: () => refusal(400, 'SMS_CODE_INVALID', '短信验证码不正确或已过期，请重新获取'),
  });
  await press(/王芳/);
  await type('短信验证码', '000000');
  expect((await screen.findByRole('alert')).textContent).toBe('短信验证码不正确或已过期，请重新获取');
  expect(screen.getByLabelText<HTMLInputElement>('短信验证码').value).toBe('');
  await type('短信验证码', '000000');
  expect(posted).toHaveLength(3);
});

test('another code can be had only after the wait', async () => {
  await open();
  await press(/王芳/);
  const again = screen.getByRole<HTMLButtonElement>('button', { name: /秒后可重新获取/ });
  expect(again.disabled).toBe(true);
});

test('the first one adds himself: there is nothing to choose', async () => {
  const posted = await open({ items: [] });
  expect(screen.getByText(/首位管理员拥有全部权限/)).toBeTruthy();
  expect(screen.queryByText('返回选择姓名')).toBeNull();
  await type('姓名', '李强');
  await type('手机号', '13900000002');
  await press(/获取验证码/);
  await waitFor(() => expect(posted).toHaveLength(1));
  await type('短信验证码', '123456');
  expect(posted.map(({ body }) => body)).toEqual([
    { name: '李强', phone: '13900000002' },
    { name: '李强', phone: '13900000002', smsCode: '123456' },
  ]);
});

test('one who is not on the list adds himself, with a number that can be one', async () => {
  const posted = await open();
  await press(/名单里没有我/);
  await type('姓名', '李强');
  await type('手机号', '12345');
  await press(/获取验证码/);
  expect(await screen.findByText('请输入11位手机号')).toBeTruthy();
  expect(posted).toEqual([]);
});

test('only a demonstration says where its SMS are shown', async () => {
  await open({ isSimulated: true });
  await press(/王芳/);
  expect(screen.getByText('这是演示环境：短信显示在模拟微信页面')).toBeTruthy();
});

test('a wrong account is left', async () => {
  await open();
  await press(/退出登录/);
  expect(screen.getByTestId('address').textContent).toBe('/sign-in');
});
