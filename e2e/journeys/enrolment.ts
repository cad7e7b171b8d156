/**
 * 报名: a learner finds the approved activity on her phone, enrols, and is told when its hall changes (a change of an approved
 * activity goes through a short review); the unit sees who comes and prints the poster that opens the same page.
 */
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { clickUntil, shoot } from '../support/browser';
import { CITY, HOSPITAL, YUAN } from '../support/cast';
import { buttonOf } from '../support/console';
import { holdingOn } from '../support/holding';
import { untilTold } from '../support/people';
import { deskOf, phoneOf, type Stage } from '../support/stage';
import { APPLIED } from './projects';

const NEW_VENUE = '行政楼三楼第一会议室';

export function enrolment(stage: Stage): void {
  let phone: Page;
  let unit: Page;
  let holding: ReturnType<typeof holdingOn>;
  let activityId: string;

  test('1. she finds it by a few characters, reads it and enrols', async () => {
    holding = holdingOn(stage.demo.url);
    phone = await phoneOf(stage, YUAN.persona);
    await phone.locator('.approved').waitFor();
    await phone.goto(`${stage.demo.url}/#/learn/activities/index`);
    await phone.locator('#activity-q input').fill('加速康复');
    const card = phone.locator('.open-activity', { hasText: APPLIED });
    await card.waitFor();
    await shoot(phone, 'enrolment-01-found');
    await card.click();
    await phone.locator('#enrol').waitFor();
    await shoot(phone, 'enrolment-02-activity');
    await phone.locator('#enrol').click();
    await phone.locator('#enrolled').waitFor();
    await phone.locator('#add-calendar').waitFor();
    await phone.getByText('报名成功', { exact: true }).waitFor({ state: 'hidden' });
    await shoot(phone, 'enrolment-03-enrolled');
  });

  test('2. the unit sees her among those who come; its poster opens the same page', async () => {
    unit = await deskOf(stage, HOSPITAL);
    await holding.open(unit, 'activities');
    await clickUntil(
      unit.getByRole('row', { name: new RegExp(APPLIED) }).getByRole('link', { name: APPLIED }),
      unit.locator('.steps'),
    );
    await unit.waitForURL(/\/activities\/[0-9a-f]{24}/);
    activityId = /activities\/([0-9a-f]{24})/.exec(unit.url())?.[1] ?? '';
    await holding.open(unit, `activities/${activityId}/enrolments`);
    await unit.getByText(YUAN.name).first().waitFor();
    await shoot(unit, 'enrolment-04-list');
    const poster = unit.getByRole('dialog');
    await clickUntil(buttonOf(unit, '报名海报').first(), poster.getByAltText('报名海报预览'));
    await shoot(unit, 'enrolment-05-poster');
    const download = unit.waitForEvent('download');
    await buttonOf(poster, '下载PNG图片').click();
    const { data, width, height } = PNG.sync.read(readFileSync(await (await download).path()));
    const text = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
    // She has closed the page: the poster has to bring it by itself.
    await phone.goto('about:blank');
    await phone.goto(text);
    await phone.locator('#activity-head', { hasText: APPLIED }).waitFor();
    await phone.locator('#enrolled').waitFor();
  });

  test('3. another hall: the unit asks, the authority passes, and she is told', async () => {
    await holding.open(unit, `activities/${activityId}`);
    const drawer = unit.getByRole('dialog');
    await clickUntil(buttonOf(unit, '申请变更'), drawer);
    await drawer.getByLabel('会场').fill(NEW_VENUE);
    await drawer.getByLabel('变更原因').fill('报告厅检修');
    await shoot(unit, 'enrolment-06-change');
    await clickUntil(buttonOf(drawer, '提交变更'), drawer, 'detached');
    await unit.getByLabel('变更申请').getByText(NEW_VENUE).waitFor();
    const city = await deskOf(stage, CITY);
    await holding.open(city, 'activity-reviews?show=changes');
    await clickUntil(
      city
        .getByRole('row', { name: new RegExp(APPLIED) })
        .getByRole('link')
        .first(),
      city.getByLabel('变更申请'),
    );
    await shoot(city, 'enrolment-07-review');
    const agree = buttonOf(city.getByRole('dialog'), '同意变更');
    await clickUntil(buttonOf(city.getByLabel('变更申请'), '同意变更'), agree);
    await agree.click();
    await city.locator('.ant-message', { hasText: '已同意变更' }).waitFor();
    await untilTold(stage.demo, YUAN.persona, NEW_VENUE);
    await phone.goto(`${stage.demo.url}/#/learn/enrolments/index`);
    await phone.reload();
    await phone.locator('.open-activity', { hasText: NEW_VENUE }).waitFor();
    await shoot(phone, 'enrolment-08-mine');
  });

  test('4. she cannot come after all: asked once, and her seat is free again', async () => {
    await phone.locator('.open-activity', { hasText: APPLIED }).click();
    await phone.locator('#leave').click();
    await phone.locator('.taro__modal').getByText('取消报名', { exact: true }).last().click();
    await phone.locator('#enrol').waitFor();
    await holding.open(unit, `activities/${activityId}/enrolments`);
    await unit.getByText('还没有人报名').waitFor();
    await shoot(unit, 'enrolment-09-left');
  });
}
