/**
 * Jiangsu's way (manual 002 §一): 国家级项目录入, its activity with notice and schedule, 提交申请, 退回修改, 审核通过 by the
 * province.
 */
import type { Page } from 'playwright-core';
import { formatDay, yearOf } from '../../common/rules/shanghaiTime';
import { clickUntil, shoot } from '../support/browser';
import { HOSPITAL, PROVINCE } from '../support/cast';
import { buttonOf } from '../support/console';
import { holdingOn } from '../support/holding';
import { deskOf, type Stage } from '../support/stage';

const DAY = 24 * 3_600_000;
const NAME = '围手术期护理质量与安全国家级学习班';
const REASON = '日程没有注明每节课的主讲人';

export function national(stage: Stage): void {
  let unit: Page;
  let province: Page;
  let holding: ReturnType<typeof holdingOn>;
  const heldAt = Date.now() + 22 * DAY;

  test('1. 国家级项目录入: the basics by the published number, which tells the discipline', async () => {
    holding = holdingOn(stage.demo.url);
    unit = await deskOf(stage, HOSPITAL);
    await holding.open(unit, 'national-entry');
    const drawer = unit.getByRole('dialog');
    await clickUntil(unit.getByRole('button', { name: /录入/ }).first(), drawer);
    await drawer.getByLabel('项目编号').fill(`${yearOf(heldAt)}-14-02-777（国）`);
    await drawer.getByLabel('项目编号').blur();
    await drawer.getByText('护理学/外科护理学').first().waitFor();
    await drawer.getByLabel('项目名称').fill(NAME);
    await drawer.getByLabel('项目负责人').fill('李雪梅');
    await drawer.getByLabel('总学时').fill('6');
    await shoot(unit, 'national-01-entry');
    await clickUntil(buttonOf(drawer, '保存'), drawer, 'detached');
    await unit.getByRole('row', { name: new RegExp(NAME) }).waitFor();
    await shoot(unit, 'national-02-entered');
  });

  test('2. its activity: place, period, 会议通知 and 会议日程', async () => {
    await holding.choose(unit, NAME);
    await holding.fillBasics(unit, { venue: '漯河国际会议中心一楼多功能厅', persons: 200 });
    await holding.addPeriod(unit, formatDay(heldAt));
    await holding.step(unit, '资料上传', '.document-slot');
    await holding.sendDocuments(unit);
  });

  test('3. 提交申请; 科教 confirms, the province returns it with the reason', async () => {
    await holding.step(unit, '核对并提交申请', '.submit-step');
    await holding.handIn(unit);
    await holding.pass(unit, NAME);
    province = await deskOf(stage, PROVINCE);
    await holding.sendBack(province, NAME, REASON);
    const id = await holding.openReturned(unit, NAME, REASON);
    await shoot(unit, 'national-03-returned');
    await holding.open(unit, `activities/${id}/edit/documents`);
    await holding.slot(unit, '会议日程').waitFor();
    await shoot(unit, 'national-04-again');
    await holding.step(unit, '核对并提交申请', '.submit-step');
    await holding.handIn(unit);
  });

  test('4. 审核通过: the list has Jiangsu’s columns, and the code can be shown', async () => {
    await holding.pass(unit, NAME);
    await holding.pass(province, NAME);
    await holding.open(unit, 'activities');
    const row = unit.getByRole('row', { name: new RegExp(NAME) });
    await row.getByText('审核通过', { exact: false }).first().waitFor();
    await row.getByRole('button', { name: '二维码' }).waitFor();
    await shoot(unit, 'national-05-approved');
  });
}
