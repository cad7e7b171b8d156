/**
 * At the venue: Jiangsu's way is switched on (manual 002 §2.1: 签到 and 撤离, 现场登记表), somebody without an account signs in by
 * the form and leaves by the survey, a learner signs in twice over a lost network, a 点名 is answered, the administrator enters
 * what could not be scanned and confirms what came late.
 */
import type { Page } from 'playwright-core';
import { clickUntil, shoot } from '../support/browser';
import { CHEN, CITY, HOSPITAL, LIU, YUAN } from '../support/cast';
import { buttonOf } from '../support/console';
import { fill } from '../support/people';
import { codeOn, scanOn } from '../support/scanning';
import { deskOf, phoneOf, type Stage } from '../support/stage';

const PROJECT = '外科护理学新进展与安全管理学习班';

export function venue(stage: Stage): void {
  let unit: Page;
  let city: Page;
  let learner: Page;
  let guest: Page;
  const screens = new Map<string, Page>();
  let activityId: string;
  const open = async (page: Page, path: string) => page.goto(`${stage.demo.url}/console/${path}`);
  const section = async (path: string) => open(unit, `activities/${activityId}/${path}`);

  const screenOf = (word: string) => screens.get(word) as Page;
  const scan = async (phone: Page, word: string, selector: string) =>
    scanOn(phone, screenOf(word), phone.locator(selector));
  async function openScreen(word: string): Promise<void> {
    await section('site');
    const opened = unit.context().waitForEvent('page');
    await unit
      .getByRole('button', { name: new RegExp(`${word}大屏`) })
      .first()
      .click();
    const screen = await opened;
    await screen.waitForLoadState();
    screens.set(word, screen);
    await codeOn(screen);
    await shoot(screen, `venue-screen-${word === '签到' ? 'in' : 'out'}`);
  }

  test('1. the authority switches on 签到和撤离 and 现场登记表', async () => {
    city = await deskOf(stage, CITY);
    await open(city, 'check-in-settings');
    for (const title of ['签到和撤离', '现场登记表']) {
      await city.getByRole('switch', { name: title }).click();
    }
    await shoot(city, 'venue-01-settings');
    await buttonOf(city, '保存设置').click();
    await city.getByText('设置已保存').waitFor();
  });

  test('2. the unit opens both screens', async () => {
    unit = await deskOf(stage, HOSPITAL);
    await open(unit, 'activities');
    await unit.getByRole('link', { name: PROJECT }).first().click();
    await unit.waitForURL(/\/activities\/[0-9a-f]{24}/);
    activityId = /activities\/([0-9a-f]{24})/.exec(unit.url())?.[1] ?? '';
    await openScreen('签到');
    await openScreen('撤离');
    await unit.bringToFront();
    await shoot(unit, 'venue-02-site');
  });

  test('3. a learner scans and sees what is still due', async () => {
    learner = await phoneOf(stage, YUAN.persona);
    await scan(learner, '签到', '#check-in-done');
    await learner.locator('#check-in-done', { hasText: PROJECT }).waitFor();
    await learner.getByText('撤离').first().waitFor();
    await shoot(learner, 'venue-03-due');
  });

  test('4. somebody without an account signs in by the form; sex and age follow from the number', async () => {
    guest = await phoneOf(stage, LIU.persona);
    await scan(guest, '签到', '#check-in-form');
    await shoot(guest, 'venue-04-unregistered');
    await guest.locator('#check-in-form').click();
    await fill(guest, 'field-idNo', LIU.idNo);
    await guest.locator('#field-idNo input').blur();
    await expect(guest.locator('#field-age input').inputValue()).resolves.toMatch(/^\d\d$/);
    await fill(guest, 'field-name', LIU.name);
    await fill(guest, 'field-phone', LIU.phone);
    await fill(guest, 'field-unitName', '苏州市吴中区木渎镇卫生院');
    await fill(guest, 'field-department', '全科');
    await fill(guest, 'field-unitPlace', '江苏省苏州市');
    await guest.locator('#field-isGrassroots').getByText('是', { exact: true }).click();
    await guest.locator('#field-title .field__box').click();
    await guest.getByText('主治医师', { exact: true }).click();
    await shoot(guest, 'venue-05-form');
    await guest.locator('#consent').click();
    await guest.locator('#walk-in-submit').click();
    await guest
      .getByText(/签到成功|已登记/)
      .first()
      .waitFor();
    await shoot(guest, 'venue-06-form-done');
  });

  test('5. 点名: who is drawn confirms within the minute', async () => {
    await section('site');
    await clickUntil(buttonOf(unit, '点名').first(), unit.getByRole('dialog'));
    const dialog = unit.getByRole('dialog');
    await buttonOf(dialog, '开始点名').click();
    await learner.goto(`${stage.demo.url}/#/venue/spot-check/index`);
    await learner.locator('#confirm-presence').waitFor();
    await shoot(learner, 'venue-07-asked');
    await learner.locator('#confirm-presence').click();
    await learner.locator('#presence-confirmed').waitFor();
    await dialog.getByText(YUAN.name).first().waitFor();
    await shoot(unit, 'venue-08-spot-check');
  });

  test('6. without a network the scan is kept, sent later, and waits for the administrator', async () => {
    await learner.goto(`${stage.demo.url}/#/pages/scan/index`);
    await learner.locator('#field-code input').waitFor();
    // Another sign-in within the minute would be the same one.
    const code = await shownCode('撤离');
    await learner.bringToFront();
    await learner.context().setOffline(true);
    await fill(learner, 'field-code', code);
    await learner.locator('#code-submit').click();
    await learner.getByText('没有网络，扫码已保存').waitFor();
    await shoot(learner, 'venue-09-offline');
    await learner.context().setOffline(false);
    await learner
      .getByText(/待活动管理员确认/)
      .last()
      .waitFor();
    await section('attendance?tab=held');
    const row = unit.getByRole('row', { name: new RegExp(YUAN.name) });
    await row.waitFor();
    await shoot(unit, 'venue-10-held');
    await row.getByRole('button', { name: /确认/ }).first().click();
    await unit.getByText(/已确认1次扫码/).waitFor();
  });

  test('7. what could not be scanned is entered with a reason, and shown as such', async () => {
    await section('attendance');
    await clickUntil(buttonOf(unit, '补录考勤').first(), unit.getByRole('dialog'));
    const dialog = unit.getByRole('dialog');
    await dialog.getByLabel(/人员编号/).fill(CHEN.idNo);
    await dialog.getByRole('button', { name: /查\s*询/ }).click();
    await dialog.getByText(CHEN.name).first().waitFor();
    await dialog.getByText('撤离', { exact: true }).click();
    const time = dialog.getByLabel('时间');
    await time.click();
    await time.fill(await nowInChina());
    await time.press('Enter');
    await dialog.getByRole('button', { name: '手机没电或故障' }).click();
    await shoot(unit, 'venue-11-entry');
    await buttonOf(dialog, `为${CHEN.name}补录`).click();
    await unit.getByText(`已为${CHEN.name}补录`).waitFor();
    await unit
      .getByRole('row', { name: /管理员补录/ })
      .first()
      .waitFor();
    await shoot(unit, 'venue-12-swipes');
  });

  test('8. the guest leaves: phone, person, survey, and the lists know it', async () => {
    await scan(guest, '撤离', '#departure-find');
    await fill(guest, 'field-phone', LIU.phone);
    await guest.locator('#departure-find').click();
    await guest.locator('#departure-confirm').waitFor();
    await shoot(guest, 'venue-13-person');
    await guest.locator('#departure-confirm').click();
    for (const [question, options] of [
      ['novelty', ['是']],
      ['knownBefore', ['部分知道']],
      ['gain', ['很大']],
      ['satisfaction', ['满意']],
      ['mostGained', ['开阔思路', '提高理论水平']],
    ] as const) {
      for (const option of options) {
        await guest.locator(`#field-${question}`).getByText(option, { exact: true }).click();
      }
    }
    await shoot(guest, 'venue-14-survey');
    await guest.locator('#departure-submit').click();
    await guest.getByText('已确认离场').first().waitFor();
    await shoot(guest, 'venue-15-left');
    await section('attendance?tab=walkIns');
    await unit.getByRole('row', { name: new RegExp(LIU.name) }).waitFor();
    await shoot(unit, 'venue-16-walk-ins');
    await section('attendance?tab=roster');
    await unit.getByRole('row', { name: new RegExp(YUAN.name) }).waitFor();
    await shoot(unit, 'venue-17-roster');
  });

  test('9. a screen is closed from the desk and shows no code any more', async () => {
    await section('site');
    const row = unit
      .locator('li, tr', { hasText: '撤离' })
      .filter({ has: unit.getByRole('button', { name: /关\s*闭/ }) });
    await row
      .first()
      .getByRole('button', { name: /关\s*闭/ })
      .click();
    await unit
      .getByRole('dialog')
      .getByRole('button', { name: /关\s*闭/ })
      .last()
      .click();
    await screens
      .get('撤离')
      ?.getByText(/已关闭/)
      .first()
      .waitFor();
  });

  /** The eight characters under the code. */
  async function shownCode(word: string): Promise<string> {
    const screen = screens.get(word);
    await screen?.bringToFront();
    return (await screen?.locator('.code__typed b').textContent()) ?? '';
  }
  async function nowInChina(): Promise<string> {
    return new Date(Date.now() + 8 * 3_600_000 - 60_000).toISOString().slice(11, 16);
  }
}
