import { dayOf } from '@common/rules/shanghaiTime';
import { newDocument } from '../pdf/fonts';

/** What a notice or a schedule of the demo says. */
export interface Notice {
  title: string;
  unitName: string;
  lines: string[];
  at: number;
  /** With the red stamp, as a scan has it. */
  isStamped: boolean;
}

const RED = '#d0021b';

/** A 会议通知 or 会议日程 on one page of A4. */
export async function noticePdf({ title, unitName, lines, at, isStamped }: Notice): Promise<Buffer> {
  const doc = newDocument({ title, author: unitName });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.once('end', () => resolve()));
  doc.addPage();
  doc.font('bold').fontSize(26).fillColor(RED).text(unitName, { align: 'center' });
  doc.moveDown(0.4);
  const { left, right } = doc.page.margins;
  doc
    .moveTo(left, doc.y)
    .lineTo(doc.page.width - right, doc.y)
    .lineWidth(2)
    .stroke(RED);
  doc.moveDown(1.5).fillColor('#000000').fontSize(18).text(title, { align: 'center' });
  doc.moveDown(1.5).font('regular').fontSize(13);
  for (const line of lines) {
    doc.text(line, { lineGap: 8 }).moveDown(0.5);
  }
  doc.moveDown(3).text(unitName, { align: 'right' }).text(dayOf(at), { align: 'right' });
  if (isStamped) {
    const x = doc.page.width - right - 70;
    const y = doc.y - 30;
    doc.circle(x, y, 58).lineWidth(3).stroke(RED);
    doc
      .fillColor(RED)
      .font('bold')
      .fontSize(28)
      .text('★', x - 14, y - 20, { lineBreak: false });
    doc.fontSize(9).text(unitName, x - 50, y + 22, { width: 100, align: 'center' });
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
