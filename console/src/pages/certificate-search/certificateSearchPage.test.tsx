import { createHash } from 'node:crypto';
import type { FoundCertificate } from '@common/contract/certificates';
import { fireEvent, screen } from '@testing-library/react';
import { type Answer, fakeServer, refusal } from '../../../testing/fakeServer';
import { draw } from '../../../testing/render';
import CertificateSearchPage from './certificateSearchPage';

const FOUND: FoundCertificate = {
  code: '7GH2KQ9XMT41B',
  name: '陈慧敏',
  unitName: '漯河市中心医院',
  projectNumber: '2020-14-02-049 (国)',
  activityName: '外科护理学新进展学习班',
  activityDate: '2026-11-21',
  creditClass: 'classI',
  credits: 200,
  isRevoked: false,
};
const PUZZLE = {
  algorithm: 'SHA-256',
  challenge: createHash('sha256').update('s7').digest('hex'),
  salt: 's',
  signature: 'x',
  maxNumber: 9,
};

function open(answers: Answer[]) {
  const sent = fakeServer(({ path }) =>
    path === '/api/captcha' ? { body: PUZZLE } : (answers.shift() ?? { body: { items: [] } }),
  );
  draw(<CertificateSearchPage />);
  fireEvent.change(screen.getByLabelText('项目编号'), { target: { value: ' 2020-14-02-049 ' } });
  fireEvent.change(screen.getByLabelText('学员姓名'), { target: { value: '陈慧敏' } });
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
  return () => sent.filter(({ path }) => path === '/api/certificates/search');
}

test('安全验证 is done by itself; certificates are listed with their state', async () => {
  const searches = open([{ body: { items: [FOUND, { ...FOUND, code: '0123456789ABC', isRevoked: true }] } }]);
  expect(await screen.findAllByRole('heading', { name: '陈慧敏' })).toHaveLength(2);
  expect(searches()).toMatchObject([{ body: { projectNumber: '2020-14-02-049', name: '陈慧敏' } }]);
  const [first] = searches();
  const { captcha = '' } = (first?.body ?? {}) as { captcha?: string };
  expect(JSON.parse(atob(captcha))).toMatchObject({ number: 7, signature: 'x' });
  expect(screen.getByText('有效')).toBeTruthy();
  expect(screen.getByText('已撤销')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: '下载证书' })).toHaveLength(1);
  expect(screen.getAllByRole('link', { name: '查看详情' })[0]?.getAttribute('href')).toBe(
    '/verify/7GH2KQ9XMT41B',
  );
});

test('an answer that came too late is given anew', async () => {
  const searches = open([refusal(400, 'CAPTCHA_REQUIRED', '请先完成安全验证'), { body: { items: [FOUND] } }]);
  expect(await screen.findByRole('heading', { name: '陈慧敏' })).toBeTruthy();
  expect(searches()).toHaveLength(2);
});

test('nothing found says what to look at', async () => {
  open([]);
  expect(await screen.findByText('没有查到证书')).toBeTruthy();
});

test('a refusal stands on the page', async () => {
  open([refusal(429, 'TOO_MANY_REQUESTS', '操作过于频繁，请3分钟后再试')]);
  expect((await screen.findByRole('alert')).textContent).toContain('请3分钟后再试');
});
