/**
 * Holding a term of a project: Hunan's choose-and-add (manual 000 §一.5–11) with documents, 退回修改 and approval. Until the
 * authority has passed it nothing can be held.
 */
import type { Page } from 'playwright-core';
import { formatDay } from '../../common/rules/shanghaiTime';
import { shoot } from '../support/browser';
import { CITY, HOSPITAL } from '../support/cast';
import { holdingOn } from '../support/holding';
import { deskOf, type Stage } from '../support/stage';
import { APPLIED } from './projects';

const DAY = 24 * 3_600_000;
const REASON = '会议通知没有红章';

export function activities(stage: Stage): void {
  let unit: Page;
  let city: Page;
  let holding: ReturnType<typeof holdingOn>;

  test('1. the published project is chosen from the unit’s own; nothing else can be', async () => {
    holding = holdingOn(stage.demo.url);
    unit = await deskOf(stage, HOSPITAL);
    city = await deskOf(stage, CITY);
    await holding.choose(unit, APPLIED, async () => shoot(unit, 'activities-01-choose'));
  });

  test('2. place and registration, courses, periods', async () => {
    await holding.fillBasics(unit, { venue: '门诊楼六楼学术报告厅', persons: 120 });
    await shoot(unit, 'activities-02-basics');
    await holding.step(unit, '课程', '.course-card');
    await shoot(unit, 'activities-03-courses');
    await holding.addPeriod(unit, formatDay(Date.now() + 20 * DAY));
    await shoot(unit, 'activities-04-periods');
  });

  test('3. the notice and the schedule; a program that calls itself PDF is refused', async () => {
    await holding.step(unit, '资料上传', '.document-slot');
    const slot = holding.slot(unit, '会议通知');
    await slot.locator('input[type=file]').setInputFiles({
      name: '通知.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`MZ${'\0'.repeat(2000)}`),
    });
    await slot
      .getByText(/PDF、JPEG或PNG|不是|无法/)
      .first()
      .waitFor();
    await shoot(unit, 'activities-05-refused');
    const again = slot.getByRole('button', { name: /换一个文件|重新选择|取消|重选/ });
    await again
      .first()
      .click()
      .catch(() => undefined);
    await holding.sendDocuments(unit);
    await shoot(unit, 'activities-06-documents');
  });

  test('4. it is handed in; 科教 confirms, the authority returns it with the reason', async () => {
    await holding.step(unit, '核对并提交申请', '.submit-step');
    await shoot(unit, 'activities-07-submit');
    await holding.handIn(unit);
    await holding.pass(unit, APPLIED);
    await holding.openReview(city, APPLIED);
    await shoot(city, 'activities-08-review');
    await holding.sendBack(city, APPLIED, REASON);
  });

  test('5. returned, handed in again, approved: 审核通过', async () => {
    const id = await holding.openReturned(unit, APPLIED, REASON);
    await shoot(unit, 'activities-09-returned');
    await holding.open(unit, `activities/${id}/edit/submit`);
    await holding.handIn(unit);
    await holding.pass(unit, APPLIED);
    await holding.pass(city, APPLIED);
    await holding.open(unit, 'activities');
    const row = unit.getByRole('row', { name: new RegExp(APPLIED) });
    await row.getByText('审核通过', { exact: false }).first().waitFor();
    await shoot(unit, 'activities-10-approved');
  });
}
