/**
 * Holding a term of a project: Hunan's choose-and-add (manual 000 §一.5–11), and Jiangsu's national entry, documents, 退回修改 and
 * approval (manual 002 §1.2). Until the authority has passed it nothing can be held.
 */
import PDFDocument from 'pdfkit';
import type { Page } from 'playwright-core';
import { formatDay } from '../../common/rules/shanghaiTime';
import { clickUntil, shoot } from '../support/browser';
import { CITY, HOSPITAL } from '../support/cast';
import { buttonOf } from '../support/console';
import { deskOf, type Stage } from '../support/stage';
import { APPLIED } from './projects';

const DAY = 24 * 3_600_000;

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

export function activities(stage: Stage): void {
  let unit: Page;
  let city: Page;
  const open = async (page: Page, path: string) => page.goto(`${stage.demo.url}/console/${path}`);
  const step = async (words: string, seen: string) =>
    clickUntil(unit.locator('.edit-steps__step', { hasText: words }), unit.locator(seen).first());

  test('1. the published project is chosen from the unit’s own; nothing else can be', async () => {
    unit = await deskOf(stage, HOSPITAL);
    city = await deskOf(stage, CITY);
    await open(unit, 'activities');
    const dialog = unit.getByRole('dialog');
    await clickUntil(buttonOf(unit, '添加'), dialog);
    const row = dialog.getByRole('row', { name: new RegExp(APPLIED) });
    await row.waitFor();
    await shoot(unit, 'activities-01-choose');
    await clickUntil(row.getByRole('button', { name: /选\s*择/ }), unit.locator('#activity-venue'));
  });

  test('2. place and registration, courses, periods', async () => {
    await unit.locator('#activity-venue').fill('门诊楼六楼学术报告厅');
    await unit.locator('#activity-contact').fill('王芳');
    await unit.locator('#activity-phone').fill('0395-3330002');
    await unit.locator('#activity-persons').fill('120');
    await unit.locator('#activity-audience').fill('全市外科护理人员');
    await unit.locator('#activity-audience').blur();
    await shoot(unit, 'activities-02-basics');
    await step('课程', '.course-card');
    await shoot(unit, 'activities-03-courses');
    await step('举办周期', '.calendar');
    const day = formatDay(Date.now() + 20 * DAY);
    for (let month = 0; month < 2; month += 1) {
      if ((await unit.getByLabel(day, { exact: false }).count()) === 0) {
        await unit.getByLabel('下个月').click();
      }
    }
    await unit.getByLabel(day, { exact: false }).first().click();
    await unit.getByRole('button', { name: /添加1个举办周期/ }).click();
    await shoot(unit, 'activities-04-periods');
  });

  test('3. the notice and the schedule; a program that calls itself PDF is refused', async () => {
    await step('资料上传', '.document-slot');
    const slot = (name: string) => unit.locator('.document-slot', { hasText: name }).first();
    const send = async (name: string, file: { name: string; mimeType: string; buffer: Buffer }) =>
      slot(name).locator('input[type=file]').setInputFiles(file);
    await send('会议通知', {
      name: '通知.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`MZ${'\0'.repeat(2000)}`),
    });
    await slot('会议通知')
      .getByText(/PDF、JPEG或PNG|不是|无法/)
      .first()
      .waitFor();
    await shoot(unit, 'activities-05-refused');
    const again = slot('会议通知').getByRole('button', { name: /换一个文件|重新选择|取消|重选/ });
    await again
      .first()
      .click()
      .catch(() => undefined);
    for (const name of ['会议通知', '会议日程']) {
      await send(name, { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: await pdf(name) });
      await slot(name).getByText('已上传').waitFor();
    }
    await shoot(unit, 'activities-06-documents');
  });

  test('4. it is handed in; 科教 confirms, the authority returns it with the reason', async () => {
    await step('核对并提交申请', '.submit-step');
    await shoot(unit, 'activities-07-submit');
    await clickUntil(buttonOf(unit, '提交申请'), unit.getByText('审批步骤').first());
    await unit
      .getByText(/等待您审核/)
      .first()
      .waitFor();
    await decide(unit, '审核通过');
    const dialog = city.getByRole('dialog');
    await openReview(city);
    await shoot(city, 'activities-08-review');
    await clickUntil(buttonOf(city, '退回修改'), dialog);
    await dialog.getByLabel('原因').fill('会议通知没有红章');
    await clickUntil(buttonOf(dialog, '退回修改'), dialog, 'detached');
  });

  test('5. returned, handed in again, approved: 审核通过', async () => {
    await open(unit, 'activities');
    const row = unit.getByRole('row', { name: new RegExp(APPLIED) });
    await row.getByText('会议通知没有红章').first().waitFor();
    await shoot(unit, 'activities-09-returned');
    await clickUntil(
      row.getByRole('link', { name: APPLIED }).first(),
      unit.getByText('会议通知没有红章').first(),
    );
    const id = /activities\/([0-9a-f]{24})/.exec(unit.url())?.[1];
    await open(unit, `activities/${id}/edit/submit`);
    await clickUntil(buttonOf(unit, '提交申请'), unit.getByText('审批步骤').first());
    await unit
      .getByText(/等待您审核/)
      .first()
      .waitFor();
    await decide(unit, '审核通过');
    await decide(city, '审核通过');
    await open(unit, 'activities');
    await row.getByText('审核通过', { exact: false }).first().waitFor();
    await shoot(unit, 'activities-10-approved');
  });

  test('6. Jiangsu’s 国家级项目录入 appears among the unit’s projects', async () => {
    await open(unit, 'national-entry');
    await clickUntil(unit.getByRole('button', { name: /录入/ }).first(), unit.getByRole('dialog'));
    await shoot(unit, 'activities-11-entry');
  });

  async function openReview(page: Page): Promise<void> {
    await open(page, 'activity-reviews');
    const link = page.getByRole('row', { name: new RegExp(APPLIED) }).getByRole('link');
    await clickUntil(link.first(), page.locator('.batch-bar'));
  }
  async function decide(page: Page, words: string): Promise<void> {
    await openReview(page);
    // Once: the page goes on to the next one that waits.
    await buttonOf(page.locator('.batch-bar'), words).click();
    await page.locator('.ant-message', { hasText: '通过' }).waitFor();
  }
}
