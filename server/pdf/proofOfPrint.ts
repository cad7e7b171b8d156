import { formatVerificationCode } from '@common/rules/verificationCode';
import { qrPath } from './qr';
import type { Sheet } from './sheet';

/** By what a printed list can be checked. */
export interface ProofOfPrint {
  code: string;
  verifyUrl: string;
  /** 打印时间, `2026-11-21 09:00`. */
  printedAt: string;
  /** Credits that wait for their review: they are not in the list. */
  pending: number;
}

const QR_SIZE = 76;
const LEFT_OF_WORDS = QR_SIZE + 16;

/** The last block of a list: QR, 验证码, 打印时间, and what else its reader should know. */
export function drawProof(
  sheet: Sheet,
  { code, verifyUrl, printedAt, pending }: ProofOfPrint,
  words: string[],
): void {
  const lines = [
    `验证码：${formatVerificationCode(code)}`,
    `打印时间：${printedAt}`,
    ...words,
    ...(pending > 0 ? [`另有${pending}项学分审核中，不计入。`] : []),
  ];
  sheet.drawing(QR_SIZE + 34, (y) => {
    const { doc, left } = sheet;
    const top = y + 16;
    doc.path(qrPath(verifyUrl, left, top, QR_SIZE)).fill('#000000');
    doc.font('regular').fontSize(10);
    for (const [at, line] of lines.entries()) {
      doc.text(line, left + LEFT_OF_WORDS, top + 2 + at * 17, { lineBreak: false });
    }
  });
}
