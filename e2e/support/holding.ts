import PDFDocument from 'pdfkit';
import type { Page } from 'playwright-core';
import { clickUntil } from './browser';
import { buttonOf } from './console';

/** A small PDF. */
async function pdf(text: string): Promise<Buffer> {
  const document = new PDFDocument();
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.text(text);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The pages by which a unit prepares an activity, and those by which it is reviewed. */
export function holdingOn(url: string) {
  const open = async (page: Page, path: string) => page.goto(`${url}/console/${path}`);
  const slot = (unit: Page, name: string) => unit.locator('.document-slot', { hasText: name }).first();
  const step = async (unit: Page, words: string, seen: string) =>
    clickUntil(unit.locator('.edit-steps__step', { hasText: words }), unit.locator(seen).first());
  async function openReview(page: Page, project: string): Promise<void> {
    await open(page, 'activity-reviews');
    const link = page.getByRole('row', { name: new RegExp(project) }).getByRole('link');
    await clickUntil(link.first(), page.locator('.batch-bar'));
  }
  return {
    open,
    /** Goes to a step of the form, until what it shows is seen. */
    step,
    /** The place of one of the documents. */
    slot,
    /** Chooses a unit's project; the form of a new term opens. */
    async choose(unit: Page, project: string, onList: () => Promise<void> = async () => undefined) {
      await open(unit, 'activities');
      const dialog = unit.getByRole('dialog');
      await clickUntil(buttonOf(unit, '添加'), dialog);
      const row = dialog.getByRole('row', { name: new RegExp(project) });
      await row.waitFor();
      await onList();
      await clickUntil(row.getByRole('button', { name: /选\s*择/ }), unit.locator('#activity-venue'));
    },
    async fillBasics(unit: Page, { venue, persons }: { venue: string; persons: number }) {
      await unit.locator('#activity-venue').fill(venue);
      await unit.locator('#activity-contact').fill('王芳');
      await unit.locator('#activity-phone').fill('0395-3330002');
      await unit.locator('#activity-persons').fill(String(persons));
      await unit.locator('#activity-audience').fill('全市外科护理人员');
      await unit.locator('#activity-audience').blur();
    },
    /** A day of the calendar, which is turned to it, with the times that it proposes. */
    async addPeriod(unit: Page, day: string) {
      await step(unit, '举办周期', '.calendar');
      for (let month = 0; month < 2; month += 1) {
        if ((await unit.getByLabel(day, { exact: false }).count()) === 0) {
          await unit.getByLabel('下个月').click();
        }
      }
      await unit.getByLabel(day, { exact: false }).first().click();
      await unit.getByRole('button', { name: /添加1个举办周期/ }).click();
    },
    async sendDocuments(unit: Page) {
      for (const name of ['会议通知', '会议日程']) {
        await slot(unit, name)
          .locator('input[type=file]')
          .setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: await pdf(name) });
        await slot(unit, name).getByText('已上传').waitFor();
      }
    },
    /** Hands the activity in that is open at its last step. */
    async handIn(unit: Page) {
      await clickUntil(buttonOf(unit, '提交申请'), unit.getByText('审批步骤').first());
      await unit
        .getByText(/等待您审核/)
        .first()
        .waitFor();
    },
    openReview,
    async sendBack(page: Page, project: string, reason: string) {
      const dialog = page.getByRole('dialog');
      await openReview(page, project);
      await clickUntil(buttonOf(page, '退回修改'), dialog);
      await dialog.getByLabel('原因').fill(reason);
      await clickUntil(buttonOf(dialog, '退回修改'), dialog, 'detached');
    },
    /** Passes it, once: the page goes on to the next one that waits. */
    async pass(page: Page, project: string) {
      await openReview(page, project);
      await buttonOf(page.locator('.batch-bar'), '审核通过').click();
      await page.locator('.ant-message', { hasText: '通过' }).waitFor();
    },
    /** The activity's row in 项目管理, opened. */
    async openReturned(unit: Page, project: string, reason: string): Promise<string> {
      await open(unit, 'activities');
      const row = unit.getByRole('row', { name: new RegExp(project) });
      await row.getByText(reason).first().waitFor();
      await clickUntil(row.getByRole('link', { name: project }).first(), unit.getByText(reason).first());
      return /activities\/([0-9a-f]{24})/.exec(unit.url())?.[1] ?? '';
    },
  };
}
