import { fireEvent, screen } from '@testing-library/react';
import { fakeServer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { BookletButtons } from './bookletButtons';
import { CertificatesZipButton } from './certificatesZipButton';

const ID = '64b000000000000000000001';

test('the booklet of this year and the statement of everything are downloaded', async () => {
  const saved = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  URL.createObjectURL = () => 'blob:1';
  const sent = fakeServer(() => ({ file: '学分登记手册.pdf' }));
  draw(<BookletButtons learnerId={ID} />);
  for (const name of ['下载学分登记手册', '下载学分记录明细表']) {
    fireEvent.click(screen.getByRole('button', { name }));
    await settle();
  }
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  expect(sent.map(({ path }) => path)).toEqual([
    `/api/unit/learners/${ID}/credit-booklet.pdf?year=${year}`,
    `/api/unit/learners/${ID}/credit-statement.pdf`,
  ]);
  expect(saved).toHaveBeenCalledTimes(2);
});

test('a batch that was not reviewed says so', async () => {
  fakeServer(() => refusal(409, 'CREDIT_NOT_REVIEWED', '学分还没有审核通过，暂没有证书'));
  draw(<CertificatesZipButton creditingId={ID} />);
  fireEvent.click(screen.getByRole('button', { name: '批量下载证书' }));
  expect(await screen.findByText('学分还没有审核通过，暂没有证书')).toBeTruthy();
});
