import { formatCredits, formatHours } from '@common/rules/credits';
import { formatVerificationCode } from '@common/rules/verificationCode';
import {
  CREDIT_CLASSES,
  type CreditClass,
  type CreditRole,
  PROJECT_LEVELS,
  type ProjectLevel,
} from '@common/terms';
import { theme } from '@common/theme';
import { A4_LYING, type Canvas, drawPdf, type TextStyle } from './canvas';
import { daysInWords } from './dayWords';
import { drawProse, type Words } from './prose';
import { qrPath } from './qr';

/** What a certificate says; days are `YYYY-MM-DD`. */
export interface PrintedCertificate {
  code: string;
  /** Where its QR leads, and where it can be searched for. */
  verifyUrl: string;
  searchUrl: string;
  name: string;
  idNoMasked: string;
  /** Of the holder. */
  unitName: string;
  role: CreditRole;
  startedOn: string;
  endedOn: string;
  /** 举办单位. */
  organiser: string;
  projectName: string;
  projectNumber: string;
  level: ProjectLevel;
  creditClass: CreditClass;
  credits: number;
  minutes: number;
  /** 审核机构, and when it approved. */
  reviewer: string;
  reviewedOn: string;
}

const TITLE = '继续医学教育学分证书';
const { brand, brandDeep, brandSoft, accent, ink, inkSoft, line, surface } = theme.color;
const { width: WIDE, height: TALL } = A4_LYING;
const EDGE = 92;
const INNER = WIDE - 2 * EDGE;
const QR_SIZE = 92;
const LABEL: Omit<TextStyle, 'size'> = { weight: 'regular', fill: inkSoft };

/** 电子学分证书 (manual 002 §3), one lying A4 page. */
export const certificatePdf = async (given: PrintedCertificate): Promise<Buffer> =>
  drawPdf({ title: `${TITLE}－${given.name}`, author: given.reviewer, isLying: true }, (canvas) => {
    drawFrame(canvas);
    drawTitle(canvas);
    drawHolder(canvas, given);
    drawProse(canvas, sentence(given), { x: EDGE, y: 254, width: INNER, height: 164 }, ink);
    drawProof(canvas, given);
    drawSignature(canvas, given);
  });

/** Two lines around the page, with squares where they meet. */
function drawFrame(canvas: Canvas): void {
  const ring = (inset: number, thick: number, fill: string) => {
    const box = (by: number) => ({ x: by, y: by, width: WIDE - 2 * by, height: TALL - 2 * by });
    canvas.box(box(inset), fill);
    canvas.box(box(inset + thick), surface);
  };
  canvas.box({ x: 0, y: 0, width: WIDE, height: TALL }, surface);
  ring(24, 5, brand);
  ring(35, 0.8, accent);
  for (const x of [24, WIDE - 24 - 20]) {
    for (const y of [24, TALL - 24 - 20]) {
      canvas.box({ x, y, width: 20, height: 20 }, brandDeep);
      canvas.box({ x: x + 6, y: y + 6, width: 8, height: 8 }, brandSoft);
    }
  }
}

function drawTitle(canvas: Canvas): void {
  const style: TextStyle = { size: 37, weight: 'bold', fill: brandDeep };
  const gap = 7;
  const characters = Array.from(TITLE);
  const widths = characters.map((each) => canvas.widthOf(each, style));
  let x = (WIDE - widths.reduce((sum, width) => sum + width, 0) - gap * (characters.length - 1)) / 2;
  for (const [at, character] of characters.entries()) {
    canvas.text(character, x, 124, style);
    x += (widths[at] ?? 0) + gap;
  }
  canvas.box({ x: WIDE / 2 - 60, y: 143, width: 120, height: 2.5 }, accent);
}

function drawHolder(canvas: Canvas, { name, idNoMasked, unitName }: PrintedCertificate): void {
  const nameEnd = field(canvas, '姓名', name, EDGE, 196, 250);
  field(canvas, '身份证号', idNoMasked, Math.max(nameEnd + 36, EDGE + 300), 196, INNER - 300);
  field(canvas, '单位', unitName, EDGE, 230, INNER);
}

/** A label and what is filled in, as large as there is room; answers where it ends. */
function field(canvas: Canvas, label: string, text: string, x: number, y: number, room: number): number {
  canvas.text(label, x, y, { ...LABEL, size: 14 });
  const from = x + canvas.widthOf(label, { ...LABEL, size: 14 }) + 14;
  const sizes = [19, 17, 15, 13, 11, 9];
  const widthAt = (size: number) => canvas.widthOf(text, { size, weight: 'bold' });
  const size = sizes.find((each) => widthAt(each) <= room - (from - x)) ?? 8;
  canvas.text(text, from, y, { size, weight: 'bold', fill: ink });
  return from + widthAt(size);
}

function sentence(given: PrintedCertificate): Words[] {
  const { role, startedOn, endedOn, organiser, projectName, projectNumber } = given;
  const credits = `${PROJECT_LEVELS[given.level]}${CREDIT_CLASSES[given.creditClass]}${formatCredits(given.credits)}分`;
  const project: Words[] = [
    { text: organiser, isBold: true },
    { text: '举办的' },
    { text: `“${projectName}”`, isBold: true },
    { text: `（项目编号${projectNumber}）` },
  ];
  return [
    { text: `于${daysInWords(startedOn, endedOn)}` },
    ...(role === 'lecturer'
      ? [{ text: '在' }, ...project, { text: '中担任' }, { text: '主讲人', isBold: true }, { text: '，授予' }]
      : [{ text: '参加' }, ...project, { text: '，经考核合格，授予' }]),
    { text: credits, isBold: true },
    { text: `（${formatHours(given.minutes)}学时）。特发此证。` },
  ];
}

/** By what anybody can check it. */
function drawProof(canvas: Canvas, { code, verifyUrl, searchUrl }: PrintedCertificate): void {
  const y = 432;
  canvas.box({ x: EDGE - 6, y: y - 6, width: QR_SIZE + 12, height: QR_SIZE + 12, radius: 4 }, line);
  canvas.box({ x: EDGE - 5, y: y - 5, width: QR_SIZE + 10, height: QR_SIZE + 10, radius: 3 }, surface);
  canvas.area(qrPath(verifyUrl, EDGE, y, QR_SIZE), '#000000');
  const x = EDGE + QR_SIZE + 20;
  canvas.text('验证码', x, y + 22, { ...LABEL, size: 11 });
  canvas.text(formatVerificationCode(code), x, y + 43, { size: 15, weight: 'bold', fill: ink });
  canvas.text('扫描二维码或凭验证码核验真伪', x, y + 66, { ...LABEL, size: 11 });
  canvas.text(`证书查询 ${searchUrl}`, x, y + 84, { ...LABEL, size: 11 });
}

function drawSignature(canvas: Canvas, { reviewer, reviewedOn }: PrintedCertificate): void {
  const right = WIDE - EDGE;
  const atRight = (text: string, y: number, style: TextStyle) =>
    canvas.text(text, right - canvas.widthOf(text, style), y, style);
  atRight('审核机构', 462, { ...LABEL, size: 12 });
  const sizes = [18, 16, 14, 12, 10];
  const fits = (size: number) => canvas.widthOf(reviewer, { size, weight: 'bold' }) <= 300;
  atRight(reviewer, 488, { size: sizes.find(fits) ?? 9, weight: 'bold', fill: ink });
  atRight(daysInWords(reviewedOn, reviewedOn), 516, { size: 15, weight: 'regular', fill: ink });
}
