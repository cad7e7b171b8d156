/**
 * Fujian's application, from the window to the printed form (manual 001 §二): the authority opens 申报时间, a hospital fills in the
 * five pages, its 科教 department confirms, the authority returns a page, then passes and publishes, and the form is printed.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { dayOf, yearOf } from '../../common/rules/shanghaiTime';
import { clickUntil, shoot } from '../support/browser';
import { CITY, HOSPITAL } from '../support/cast';
import { buttonOf, chooseOption, confirm, typeDay } from '../support/console';
import { deskOf, type Stage } from '../support/stage';

const DAY = 24 * 3_600_000;
export const APPLIED = '加速康复外科护理新进展学习班';

export function projects(stage: Stage): void {
  let unit: Page;
  let city: Page;
  const open = async (page: Page, path: string) => page.goto(`${stage.demo.url}/console/${path}`);
  const inDays = (days: number) => dayOf(Date.now() + days * DAY);
  // A project's days lie in its year.
  const projectYear = yearOf(Date.now() + 20 * DAY);

  test('1. the authority sets 申报时间; the unit sees it', async () => {
    city = await deskOf(stage, CITY);
    unit = await deskOf(stage, HOSPITAL);
    await open(city, 'windows');
    await shoot(city, 'projects-01-windows');
    await open(unit, 'windows');
    await unit.getByLabel('正在开放').waitFor();
    await shoot(unit, 'projects-02-windows-unit');
  });

  test('2. the hospital begins an application; what is typed is kept', async () => {
    await open(unit, 'applications');
    await buttonOf(unit, '申报新项目').first().click();
    const dialog = unit.getByRole('dialog');
    await dialog
      .getByText(new RegExp(`${projectYear}年市级项目`))
      .first()
      .click();
    await clickUntil(buttonOf(dialog, '开始填写'), unit.locator('#basics-name'));
    await unit.locator('#basics-name').fill(APPLIED);
    await unit.locator('#basics-discipline').fill('外科护理');
    await unit.locator('.ant-cascader-menu-item', { hasText: '外科护理学' }).first().click();
    await typeDay(unit, '举办开始日期', inDays(20));
    await typeDay(unit, '举办结束日期', inDays(21));
    await unit.locator('#basics-place').fill('漯河市，门诊楼六楼学术报告厅');
    await unit.locator('#basics-persons').fill('120');
    await unit.locator('#basics-minutes').fill('6');
    await unit.locator('#basics-audience').fill('各级医疗机构外科护理人员');
    await unit.getByText('已保存').first().waitFor();
    await shoot(unit, 'projects-03-form');
    await unit.reload();
    await unit.locator('#basics-name').waitFor();
    expect(await unit.locator('#basics-name').inputValue()).toBe(APPLIED);
  });

  test('3. the other pages; the hours must add up', async () => {
    const next = async (seen: string) => clickUntil(buttonOf(unit, '下一页'), unit.locator(seen));
    await next('#content-purpose');
    for (const field of ['purpose', 'outline', 'background', 'effect']) {
      await unit.locator(`#content-${field}`).fill('围手术期加速康复的护理路径、疼痛管理与早期活动。');
    }
    await next('#leader-name');
    await unit.locator('#leader-name').fill('李雪梅');
    await chooseOption(unit, 'leader-title', '主任护师');
    await unit.locator('#leader-specialty').fill('外科护理学');
    await unit.locator('#leader-phone').fill('0395-3330001');
    await clickUntil(buttonOf(unit, '下一页'), buttonOf(unit, '添加课程'));
    await buttonOf(unit, '添加课程').click();
    await unit.getByLabel('第1门课程名称').fill('加速康复外科护理');
    await unit.locator('#course-0-minutes').fill('5');
    await unit.locator('#course-0-minutes').blur();
    await unit.getByText('还差1学时').waitFor();
    await unit.locator('#course-0-minutes').fill('6');
    await unit.locator('#course-0-minutes').blur();
    await unit.getByText('与总学时6学时一致').waitFor();
    await unit.getByLabel('第1门课程添加主讲人').click();
    await unit.locator('#lecturer-name').fill('李雪梅');
    await buttonOf(unit.getByRole('dialog'), '确定').click();
    await unit.getByText('李雪梅', { exact: false }).first().waitFor();
    await shoot(unit, 'projects-04-courses');
    await next('#organiser-contact');
    await unit.locator('#organiser-contact').fill('王芳');
    await unit.locator('#organiser-phone').fill('0395-3330002');
  });

  test('4. it is handed in, and everybody sees who has it', async () => {
    await confirm(unit, '提交上报', '提交上报');
    await unit
      .getByText(/等待\s*本单位科教部门/)
      .first()
      .waitFor();
    await shoot(unit, 'projects-05-steps');
  });

  /** Opens the application in 项目审核. */
  async function review(page: Page, show: string): Promise<void> {
    await open(page, `application-reviews?show=${show}`);
    const link = page.getByRole('link', { name: APPLIED });
    await clickUntil(link.first(), buttonOf(page, '打印申报表'));
  }

  /** Passes it, once: the page goes on to the next one that waits. */
  async function pass(page: Page): Promise<void> {
    await buttonOf(page, '审核通过').click();
    await page.locator('.ant-message', { hasText: '通过' }).waitFor();
  }

  test('5. 科教 confirms; the authority returns it with what to change on which page', async () => {
    await review(unit, 'waiting');
    await pass(unit);
    await review(city, 'waiting');
    await shoot(city, 'projects-06-review');
    const dialog = city.getByRole('dialog');
    await clickUntil(buttonOf(city, '退回修改'), dialog);
    await dialog.getByLabel('项目简介').fill('请补充国内外进展的文献依据');
    await shoot(city, 'projects-07-return');
    await clickUntil(buttonOf(dialog, '退回修改'), city.getByText('退回修改').first());
  });

  test('6. the unit changes that page and hands it in again', async () => {
    await open(unit, 'applications');
    await unit.getByRole('link', { name: APPLIED }).first().click();
    await unit.locator('.form-steps__step--returned').click();
    await unit.getByText('请补充国内外进展的文献依据').first().waitFor();
    await shoot(unit, 'projects-08-returned');
    await unit.locator('#content-background').fill('国内外进展：近三年指南与系统评价。');
    await unit.getByText('已保存').first().waitFor();
    await confirm(unit, '提交上报', '提交上报');
    await review(unit, 'waiting');
    await pass(unit);
  });

  test('7. the authority passes and publishes it: it gets its number and is found without signing in', async () => {
    await review(city, 'waiting');
    await pass(city);
    await review(city, 'toPublish');
    await confirm(city, '公布', '公布');
    await city
      .getByText(/20\d{8,}/)
      .first()
      .waitFor();
    await shoot(city, 'projects-09-published');
    const { page: stranger } = await stage.journey.desk();
    await open(stranger, `project-search?q=${encodeURIComponent(APPLIED)}`);
    await stranger.getByText(APPLIED).first().waitFor();
    await shoot(stranger, 'projects-10-search');
  });

  test('8. the form is printed', async () => {
    await open(unit, 'applications');
    await unit.getByRole('link', { name: APPLIED }).first().click();
    const download = unit.waitForEvent('download');
    await buttonOf(unit, '打印申报表').click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/申报表.*\.pdf$/);
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
}
