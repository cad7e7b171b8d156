import type { Verification } from '@common/contract/certificates';
import { fireEvent, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, fakeServer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import VerifyPage from './verifyPage';

const CODE = '7GH2KQ9XMT41B';
const ROW: Verification['rows'][number] = {
  activityName: '外科护理学新进展学习班',
  projectNumber: '2020-14-02-049 (国)',
  organiser: '漯河市中心医院',
  activityDate: '2026-11-21',
  creditClass: 'classI',
  role: 'participant',
  credits: 200,
  minutes: 360,
  isRevoked: false,
};
const paperOf = (some: Partial<Verification> = {}): Verification => ({
  kind: 'certificate',
  code: CODE,
  state: 'valid',
  issuedAt: '2026-11-21T01:00:00.000Z',
  revokedAt: null,
  name: '陈慧敏',
  idNoMasked: '4111**********1015',
  unitName: '漯河市中心医院',
  year: null,
  rows: [ROW],
  total: { credits: 200, minutes: 360 },
  ...some,
});

async function open(answer: Answer, at = `/verify/${CODE}`) {
  const sent = fakeServer(({ path }) => (path.endsWith('.pdf') ? { file: '学分证书.pdf' } : answer));
  draw(
    <Routes>
      <Route path="/verify/:code?" element={<VerifyPage />} />
    </Routes>,
    at,
  );
  await settle();
  return sent;
}
const text = () => document.body.textContent ?? '';

test('a scanned certificate that holds: green, of whom, what for; it can be downloaded', async () => {
  const save = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  URL.createObjectURL = () => 'blob:1';
  const sent = await open({ body: paperOf() });
  expect(screen.getByRole('heading', { name: '有效' }).closest('.verdict--valid')).toBeTruthy();
  for (const words of [
    '电子学分证书',
    '7GH2-KQ9X-MT41B',
    '陈慧敏',
    '4111**********1015',
    'I类学分2分（6学时）',
  ]) {
    expect(text()).toContain(words);
  }
  fireEvent.click(screen.getByRole('button', { name: '下载证书' }));
  await settle();
  expect(save).toHaveBeenCalledTimes(1);
  expect(sent.at(-1)?.path).toBe(`/api/verify/${CODE}/certificate.pdf`);
});

test('a revoked one says when, and offers no download', async () => {
  await open({ body: paperOf({ state: 'revoked', revokedAt: '2026-11-22T01:00:00.000Z' }) });
  expect(screen.getByRole('heading', { name: '已撤销' }).closest('.verdict--revoked')).toBeTruthy();
  expect(text()).toContain('学分已于2026-11-22撤销。本证书作废。');
  expect(screen.queryByRole('button', { name: '下载证书' })).toBeNull();
});

test('a list of which something was revoked shows what still counts', async () => {
  await open({
    body: paperOf({
      kind: 'booklet',
      state: 'changed',
      year: 2026,
      revokedAt: '2026-11-22T01:00:00.000Z',
      rows: [ROW, { ...ROW, activityName: '护理安全学习班', isRevoked: true }],
    }),
  });
  expect(screen.getByRole('heading', { name: '内容有变化' })).toBeTruthy();
  expect(text()).toContain('2026年度');
  const [, gone, total] = screen.getAllByRole('listitem');
  expect(gone?.textContent).toContain('已撤销');
  expect(total?.textContent).toBe('合计2分（6学时）');
});

test('an unknown code is kept in the field to be mended, and the next one is asked for in one spelling', async () => {
  const sent = await open(refusal(404, 'CERTIFICATE_UNKNOWN', '没有找到'), '/verify/7gh2-kq9x-mt41a');
  expect(screen.getByRole('alert').textContent).toContain('没有验证码为 7GH2-KQ9X-MT41A 的证书');
  const field = screen.getByLabelText<HTMLInputElement>('验证码');
  expect(field.value).toBe('7gh2-kq9x-mt41a');
  fireEvent.change(field, { target: { value: '7gh2 kq9x mt4' } });
  fireEvent.click(screen.getByRole('button', { name: '核验' }));
  expect(
    await screen.findByText('验证码是13位数字和字母，请逐位核对', {
      selector: '.ant-form-item-explain-error',
    }),
  ).toBeTruthy();
  expect(sent).toHaveLength(1);
  fireEvent.change(field, { target: { value: ' 7gh2 kq9x mt41b ' } });
  fireEvent.click(screen.getByRole('button', { name: '核验' }));
  await settle();
  expect(screen.getByTestId('address').textContent).toBe(`/verify/${CODE}`);
  expect(sent.at(-1)?.path).toBe(`/api/verify/${CODE}`);
});

test('without a code it is asked for; too many tries can be repeated', async () => {
  await open({ body: {} }, '/verify');
  expect(screen.getByRole('button', { name: '核验' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '按项目编号和姓名查询证书' }).getAttribute('href')).toBe(
    '/certificate-search',
  );
});

test('a failure has a way to try again', async () => {
  await open(refusal(429, 'TOO_MANY_REQUESTS', '操作过于频繁，请30秒后再试'));
  expect(screen.getByRole('alert').textContent).toContain('请30秒后再试');
  expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy();
});
