/** 电子学分证书 (manual 002 §3), 学分记录明细表 and 学分登记手册 (manual 004), and their verification. */
import { z } from 'zod';
import { CREDIT_CLASSES, CREDIT_ROLES, codesOf, PRINT_KINDS } from '../terms';
import { solvedCaptcha } from './accounts';
import { endpoint } from './endpoint';
import { day, file, hundredths, id, instant, minutes } from './shapes';

/** 验证码: 13 letters and digits in groups, as printed or typed in any case. */
export const verificationCode = z.string().trim().min(1, '请输入验证码').max(40, '验证码格式不正确');

const year = z.coerce.number().int().min(2000, '请选择年度').max(2100);
/** What a statement covers; both absent: everything. */
const range = { from: day.optional(), to: day.optional() };

export const certificateRow = z.object({
  creditId: id,
  /** Null until it was opened or printed first. */
  code: z.string().nullable(),
  activityName: z.string(),
  projectNumber: z.string(),
  unitName: z.string(),
  activityDate: day,
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  role: z.enum(codesOf(CREDIT_ROLES)),
});
export type CertificateRow = z.output<typeof certificateRow>;

export const foundCertificate = z.object({
  code: z.string(),
  name: z.string(),
  unitName: z.string(),
  projectNumber: z.string(),
  activityName: z.string(),
  activityDate: day,
  creditClass: z.enum(codesOf(CREDIT_CLASSES)),
  credits: hundredths,
  isRevoked: z.boolean(),
});
export type FoundCertificate = z.output<typeof foundCertificate>;

/** What a verifier sees of a printed paper. */
export const verification = z.object({
  kind: z.enum(codesOf(PRINT_KINDS)),
  code: z.string(),
  /** changed: what it says was true when it was printed, and is not any more (a credit was revoked since). */
  state: z.enum(['valid', 'revoked', 'changed']),
  issuedAt: instant,
  /** When it was revoked. Why is between the holder and those who review: whoever has the code is a stranger. */
  revokedAt: instant.nullable(),
  name: z.string(),
  idNoMasked: z.string(),
  /** Of the holder. */
  unitName: z.string(),
  /** 学分登记手册: of this year. */
  year: z.int().nullable(),
  rows: z.array(
    z.object({
      activityName: z.string(),
      projectNumber: z.string(),
      organiser: z.string(),
      activityDate: day,
      creditClass: z.enum(codesOf(CREDIT_CLASSES)),
      role: z.enum(codesOf(CREDIT_ROLES)),
      credits: hundredths,
      minutes,
      isRevoked: z.boolean(),
    }),
  ),
  total: z.object({ credits: hundredths, minutes }),
});
export type Verification = z.output<typeof verification>;

export const certificates = {
  myCertificates: endpoint({
    method: 'GET',
    path: '/api/me/certificates',
    summary: '我的电子学分证书：审核通过的学分，按年度',
    who: ['learner'],
    input: z.object({ year: year.optional() }),
    output: z.object({ years: z.array(z.int()), items: z.array(certificateRow) }),
  }),
  myCertificate: endpoint({
    method: 'GET',
    path: '/api/me/credits/:creditId/certificate.pdf',
    summary: '下载电子学分证书（PDF）',
    who: ['learner'],
    input: z.object({ creditId: id }),
    output: file,
    download: true,
    errors: ['CREDIT_NOT_REVIEWED'],
    limit: { points: 60, seconds: 600 },
  }),
  myStatement: endpoint({
    method: 'GET',
    path: '/api/me/credit-statement.pdf',
    summary: '下载学分记录明细表（PDF，含验证码和打印时间）',
    who: ['learner'],
    input: z.object(range),
    output: file,
    download: true,
    limit: { points: 20, seconds: 600 },
  }),
  myBooklet: endpoint({
    method: 'GET',
    path: '/api/me/credit-booklet.pdf',
    summary: '下载年度学分登记手册（PDF）',
    who: ['learner'],
    input: z.object({ year }),
    output: file,
    download: true,
    limit: { points: 20, seconds: 600 },
  }),
  learnerStatement: endpoint({
    method: 'GET',
    path: '/api/unit/learners/:learnerId/credit-statement.pdf',
    summary: '打印本单位人员的学分记录明细表',
    who: ['unit'],
    input: z.object({ learnerId: id, ...range }),
    output: file,
    download: true,
    limit: { points: 200, seconds: 600 },
  }),
  learnerBooklet: endpoint({
    method: 'GET',
    path: '/api/unit/learners/:learnerId/credit-booklet.pdf',
    summary: '打印本单位人员的年度学分登记手册',
    who: ['unit'],
    input: z.object({ learnerId: id, year }),
    output: file,
    download: true,
    limit: { points: 200, seconds: 600 },
  }),
  creditingCertificates: endpoint({
    method: 'GET',
    path: '/api/creditings/:creditingId/certificates.zip',
    summary: '批量下载一批授分的电子学分证书（ZIP）',
    who: ['unit', 'authority'],
    input: z.object({ creditingId: id }),
    output: file,
    download: true,
    errors: ['CREDIT_NOT_REVIEWED'],
    limit: { points: 20, seconds: 600 },
  }),
  searchCertificates: endpoint({
    method: 'POST',
    path: '/api/certificates/search',
    summary: '学员证书查询：项目编号和姓名须完全一致，须完成安全验证',
    who: ['anyone'],
    input: z.object({
      projectNumber: z.string().trim().min(4, '请输入完整的项目编号').max(40, '项目编号格式不正确'),
      name: z.string().trim().min(2, '请输入学员姓名').max(30, '姓名格式不正确'),
      captcha: solvedCaptcha,
    }),
    output: z.object({ items: z.array(foundCertificate) }),
    errors: ['CAPTCHA_REQUIRED'],
    limit: { points: 20, seconds: 600 },
  }),
  verify: endpoint({
    method: 'GET',
    path: '/api/verify/:code',
    summary: '核验证书、明细表或登记手册：按验证码',
    who: ['anyone'],
    input: z.object({ code: verificationCode }),
    output: verification,
    errors: ['CERTIFICATE_UNKNOWN'],
    limit: { points: 60, seconds: 600 },
  }),
  verifiedCertificate: endpoint({
    method: 'GET',
    path: '/api/verify/:code/certificate.pdf',
    summary: '下载查询到的电子学分证书（PDF）；已撤销的不能下载',
    who: ['anyone'],
    input: z.object({ code: verificationCode }),
    output: file,
    download: true,
    errors: ['CERTIFICATE_UNKNOWN', 'CREDIT_NOT_REVIEWED'],
    limit: { points: 30, seconds: 600 },
  }),
};
