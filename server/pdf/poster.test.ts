import jsQR from 'jsqr';
import sharp from 'sharp';
import { type Poster, posterPdf, posterPng } from './poster';

const POSTER: Poster = {
  kicker: '国家级继续医学教育项目  2020-14-02-049 (国)',
  title: '外科护理学新进展与安全管理学习班',
  credits: 'I类学分 2分  6学时',
  facts: [
    { label: '时间', lines: ['2026年12月5日 周六 08:00 至 12:00'] },
    { label: '地点', lines: ['门诊楼六楼学术报告厅'] },
  ],
  url: 'https://jijiao.example.cn/#/learn/activity/index?id=64b000000000000000000001',
  invitation: ['用微信扫一扫，登录继教通报名'],
  unitName: '漯河市中心医院',
  contact: '联系人：王芳',
};

async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png)
    .resize(620)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), ...info };
}

test('the picture is A4, and its QR opens the page even from a small print', async () => {
  const png = await posterPng(POSTER);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1654, height: 2339 });
  const { data, width, height } = await pixelsOf(png);
  expect(jsQR(data, width, height)?.data).toBe(POSTER.url);
});

test('the letters are drawn: another title is another picture', async () => {
  const band = async (title: string) =>
    sharp(await posterPng({ ...POSTER, title }))
      .extract({ left: 0, top: 200, width: 1654, height: 300 })
      .raw()
      .toBuffer();
  const [one, other] = await Promise.all([band('急诊医学'), band('儿科医学')]);
  expect(one.equals(other)).toBe(false);
  // White letters on the band.
  expect(one.includes(Buffer.from([255, 255, 255]))).toBe(true);
});

test('the PDF is one page with its fonts in it', async () => {
  const pdf = await posterPdf(POSTER);
  const text = pdf.toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(text.match(/\/FontFile3/g)?.length).toBeGreaterThanOrEqual(2);
});

test.each([
  [
    'a very long title',
    { title: '基于加速康复外科理念的围手术期多学科协作护理模式构建与临床实践'.repeat(8) },
  ],
  [
    'more lines than there is room for',
    { facts: Array.from({ length: 30 }, () => ({ label: '课程', lines: ['很长的名称'.repeat(20)] })) },
  ],
  ['characters that no font has', { title: '急诊🚑医学\u0007' }],
  ['nothing but a title', { facts: [], invitation: [], contact: '' }],
])('%s leaves the QR alone', async (_what, change) => {
  const poster = { ...POSTER, ...change };
  const { data, width, height } = await pixelsOf(await posterPng(poster));
  expect(jsQR(data, width, height)?.data).toBe(POSTER.url);
  expect((await posterPdf(poster)).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});
