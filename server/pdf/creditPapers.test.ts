/** Certificate, statement and booklet as they are printed: long names, many rows. */
import jsQR from 'jsqr';
import { pdfPages } from '../testing/pdfText';
import { bookletPdf } from './booklet';
import { certificatePdf, type PrintedCertificate } from './certificate';
import { qrPath } from './qr';
import { statementPdf } from './statement';

const CODE = '7GH2KQ9XMT41B';
const CERTIFICATE: PrintedCertificate = {
  code: CODE,
  verifyUrl: `https://jijiao.example.cn/verify/${CODE}`,
  searchUrl: 'https://jijiao.example.cn/certificates',
  name: '陈慧敏',
  idNoMasked: '4111**********1028',
  unitName: '漯河市中心医院',
  role: 'participant',
  startedOn: '2026-07-20',
  endedOn: '2026-07-24',
  organiser: '漯河市中心医院',
  projectName: '外科护理学新进展与安全管理学习班',
  projectNumber: '2020-14-02-049 (国)',
  level: 'national',
  creditClass: 'classI',
  credits: 200,
  minutes: 360,
  reviewer: '漯河市卫生健康委员会',
  reviewedOn: '2026-07-30',
};
const bare = (text: string) => text.replace(/\s/g, '');

test('a certificate is one lying page with its fonts in it', async () => {
  const pdf = await certificatePdf(CERTIFICATE);
  expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 841.89 595.28]');
  expect(pdf.toString('latin1').match(/\/FontFile3/g)).toHaveLength(2);
  const [page = '', ...more] = pdfPages(pdf);
  expect(more).toEqual([]);
  expect(bare(page)).toContain(
    bare(
      '于2026年7月20日至2026年7月24日参加漯河市中心医院举办的“外科护理学新进展与安全管理学习班”（项目编号2020-14-02-049 (国)），经考核合格，授予国家级I类学分2分（6学时）。特发此证。',
    ),
  );
  expect(page).toContain('7GH2-KQ9X-MT41B');
  expect(page).toContain('2026年7月30日');
});

test('one of a lecturer says so', async () => {
  const [page = ''] = pdfPages(
    await certificatePdf({ ...CERTIFICATE, role: 'lecturer', endedOn: '2026-07-20' }),
  );
  expect(bare(page)).toContain('于2026年7月20日在漯河市中心医院举办的');
  expect(bare(page)).toContain('中担任主讲人，授予国家级I类学分2分');
  expect(bare(page)).not.toContain('经考核合格');
});

test('nothing of the longest names is lost', async () => {
  const long = {
    name: '阿卜杜热合曼·买买提艾力·吐尔逊江',
    unitName: '伊犁哈萨克自治州塔城地区和布克赛尔蒙古自治县人民医院医共体总医院'.repeat(2),
    projectName: '基于加速康复外科理念的围手术期多学科协作护理模式构建与临床实践（ERAS）'.repeat(5),
    reviewer: '和布克赛尔蒙古自治县卫生健康委员会继续医学教育委员会办公室',
  };
  const pages = pdfPages(await certificatePdf({ ...CERTIFICATE, ...long }));
  expect(pages).toHaveLength(1);
  for (const words of Object.values(long)) {
    expect(bare(pages[0] ?? '')).toContain(bare(words));
  }
});

const PROOF = { code: CODE, verifyUrl: CERTIFICATE.verifyUrl, printedAt: '2026-11-21 09:00', pending: 0 };
const rowOf = (n: number) => ({
  ...CERTIFICATE,
  projectName: `第${n}期护理安全及风险防范管理学习班`,
  form: 'onSite' as const,
  grantedOn: '2026-08-03',
});
const ROWS = Array.from({ length: 60 }, (_, at) => rowOf(at + 1));
const TOTAL = { credits: 12_000, minutes: 21_600 };

test.each([
  [
    'statement',
    async () => statementPdf({ ...CERTIFICATE, ...PROOF, sex: '女', range: null, rows: ROWS, total: TOTAL }),
    '学分发放时间',
    '合计60项120.00360',
  ],
  [
    'booklet',
    async () =>
      bookletPdf({
        ...CERTIFICATE,
        ...PROOF,
        personnelNo: '1627120049',
        year: 2026,
        rows: ROWS,
        total: TOTAL,
      }),
    '承办单位',
    '年度累计完成360.00学时（120.00分）',
  ],
])(
  '60 rows of a %s go on over the pages, each under its head, with the sum and the code at the end',
  async (_what, print, head, sum) => {
    const pages = pdfPages(await print());
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`第 ${at + 1} 页  共 ${pages.length} 页`);
      expect(page.includes(head)).toBe(/第\d+期/.test(page));
    }
    const all = bare(pages.join(''));
    expect(all.match(/第\d+期护理安全及风险防范管理学习班/g)).toHaveLength(60);
    expect(bare(pages.at(-1) ?? '')).toContain('验证码：7GH2-KQ9X-MT41B');
    expect(all).toContain(sum);
  },
);

test('a booklet calls what was held from afar 远程教育', async () => {
  const rows = [{ ...rowOf(1), form: 'remote' as const }];
  const given = { ...CERTIFICATE, ...PROOF, personnelNo: '', year: 2026, rows, total: TOTAL };
  const [page = ''] = pdfPages(await bookletPdf(given));
  expect(page).toContain('远程教育');
  expect(page).not.toContain('继续医学教育项目');
});

test('the QR is read back', () => {
  const size = 200;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  const modules = [
    ...qrPath(CERTIFICATE.verifyUrl, 20, 20, 160).matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g),
  ];
  for (const [x = 0, y = 0, across = 0, down = 0] of modules.map((match) => match.slice(1).map(Number))) {
    for (let row = Math.round(y); row < Math.round(y + down); row += 1) {
      for (let column = Math.round(x); column < Math.round(x + across); column += 1) {
        pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
      }
    }
  }
  expect(jsQR(pixels, size, size)?.data).toBe(CERTIFICATE.verifyUrl);
});
