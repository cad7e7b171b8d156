/** 学分证书与打印: what can be downloaded is opened as a PDF, and what waits for its review says so. */
import type { CertificateRow } from '@common/contract/certificates';
import { ERRORS } from '@common/contract/errors';
import { yearOf } from '@common/rules/shanghaiTime';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { NO_CREDITS, summaryOf } from '@/testing/credits';
import { fakeServer, LEARNER, meWith, sessionOf } from '@/testing/fakeServer';
import { idOf } from '@/testing/people';
import { tap, tapId } from '@/testing/register';
import { resetTaro } from '@/testing/taro';
import PapersPage from './index';

const YEAR = yearOf(Date.now());
const CERTIFICATE: CertificateRow = {
  creditId: idOf(901),
  code: 'Q2PMSNVKBQAXA',
  activityName: '外科护理学新进展学习班',
  projectNumber: '2020-14-02-049 (国)',
  unitName: '漯河市中心医院',
  activityDate: '2026-11-21',
  creditClass: 'classI',
  credits: 200,
  role: 'lecturer',
};

async function openPage(items: CertificateRow[], pending = 0) {
  const sent = fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(meWith(LEARNER)),
      me: () => meWith(LEARNER),
      config: () => ({
        ...{ publicUrl: 'https://jijiaotong.example.com', officialAccountName: '继教通' },
        ...{ wechatAuthorizeUrl: null, simulated: false, serverTime: '2026-11-21T00:00:00.000Z' },
      }),
    },
    credits: {
      myCredits: () =>
        summaryOf({ years: [YEAR, YEAR - 1], totals: { ...NO_CREDITS, total: pending, pending } }),
    },
    certificates: { myCertificates: () => ({ years: [YEAR], items }) },
  });
  (Taro.downloadFile as unknown as jest.Mock).mockResolvedValue({
    ...{ statusCode: 200, tempFilePath: 'wxfile://tmp/1' },
  });
  await session.start();
  await act(async () => void render(<PapersPage />));
  return () => sent.filter(({ name }) => name === 'certificates.myCertificates').map(({ input }) => input);
}
/** The last address that was downloaded. */
const downloaded = () => (Taro.downloadFile as unknown as jest.Mock).mock.lastCall?.[0].url as string;
beforeEach(resetTaro);

test('each certificate opens as the PDF that it is, those of another year too', async () => {
  const asked = await openPage([CERTIFICATE]);
  expect(
    screen.getByText('I类学分 2分 · 主讲人 · 2026-11-21 · 2020-14-02-049 (国) · 验证码 Q2PM-SNVK-BQAXA'),
  ).toBeTruthy();
  await tapId(`certificate-${idOf(901)}`);
  expect(downloaded()).toBe(`https://api.test/api/me/credits/${idOf(901)}/certificate.pdf`);
  expect(Taro.openDocument).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: 'wxfile://tmp/1', fileType: 'pdf' }),
  );
  await tap(`${YEAR - 1}年`);
  expect(asked().at(-1)).toEqual({ year: String(YEAR - 1) });
});

test('学分登记手册 of the year, 学分记录明细表 of the days that are chosen', async () => {
  await openPage([CERTIFICATE]);
  await tapId('open-booklet');
  expect(downloaded()).toBe(`https://api.test/api/me/credit-booklet.pdf?year=${YEAR}`);
  await tapId('open-statement');
  expect(downloaded()).toBe(
    `https://api.test/api/me/credit-statement.pdf?from=${YEAR}-01-01&to=${YEAR}-12-31`,
  );
  await act(async () => {
    fireEvent.change(document.querySelector('#field-to [data-picker]') as HTMLElement, {
      target: { value: `${YEAR - 1}-06-08` },
    });
  });
  const before = (Taro.downloadFile as unknown as jest.Mock).mock.calls.length;
  await tapId('open-statement');
  expect(Taro.downloadFile).toHaveBeenCalledTimes(before);
});

test('a refusal is told in its own words', async () => {
  await openPage([CERTIFICATE]);
  const [, message] = ERRORS.CREDIT_NOT_REVIEWED;
  const refusal = JSON.stringify({ code: 'CREDIT_NOT_REVIEWED', message, requestId: 'r' });
  const files = { readFileSync: () => refusal } as unknown as Taro.FileSystemManager;
  const reading = jest.spyOn(Taro, 'getFileSystemManager').mockReturnValue(files);
  const answer = { statusCode: 409, tempFilePath: 'wxfile://tmp/2' };
  (Taro.downloadFile as unknown as jest.Mock).mockResolvedValue(answer);
  await tapId(`certificate-${idOf(901)}`);
  reading.mockRestore();
  expect(Taro.openDocument).not.toHaveBeenCalled();
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: message }));
});

test('what waits for its review has its certificate later, and anyone can verify', async () => {
  await openPage([], 250);
  expect(screen.getByText('还有 2.5 学分待审核，审核通过后生成证书')).toBeTruthy();
  expect(screen.getByText('https://jijiaotong.example.com/verify')).toBeTruthy();
});

test('none: where the credits are', async () => {
  await openPage([]);
  await tap('查看我的学分');
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/credits/index' });
});
