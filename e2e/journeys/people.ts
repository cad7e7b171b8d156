/**
 * People and units (manual 003 §五 and §六): somebody registers with a photo, her administrator approves her with fifty others
 * from his phone, and somebody who has credits moves to another unit.
 */
import type { Page } from 'playwright-core';
import { portrait } from '../../server/demo/portraits';
import { clickUntil, shoot } from '../support/browser';
import { CHEN, HOSPITAL, HOSPITAL_COLLEAGUE, YIZHANG, YUAN } from '../support/cast';
import { fill, signInOnPhone } from '../support/people';
import { chooseUnit, confirmPhone } from '../support/registration';
import { deskOf, phoneOf, type Stage } from '../support/stage';

/** The tick of a page that is done. The draft card of the page underneath has its steps too. */
const done = (phone: Page, page: string) => phone.locator(`#step-${page}.page-step--done`).last().waitFor();

export function people(stage: Stage): void {
  let learner: Page;
  let admin: Page;

  test('1. she registers with a photo; what she typed survives a closed app', async () => {
    learner = await phoneOf(stage, YUAN.persona);
    await learner.locator('#go-register').click();
    await learner.locator('#consent').click();
    await learner.locator('#consent-agree').click();
    await fill(learner, 'field-name', YUAN.name);
    await fill(learner, 'field-idNo', YUAN.idNo);
    const chooser = learner.waitForEvent('filechooser');
    await learner.locator('#field-photoId-choose').click();
    await (await chooser).setFiles({
      name: 'me.jpg',
      mimeType: 'image/jpeg',
      buffer: await portrait(3, 'female'),
    });
    await learner.locator('#photo-save').waitFor();
    await shoot(learner, 'people-01-photo');
    await learner.locator('#photo-save').click();
    await learner.getByText('照片已保存').waitFor();
    await learner.goto(stage.demo.url);
    await learner.locator('#go-register').click();
    await learner.locator('#field-name input').waitFor();
    expect(await learner.locator('#field-idNo input').inputValue()).toBe(YUAN.idNo);
    await learner.getByText('照片已保存').waitFor();
    await done(learner, 'basics');
  });

  test('2. she proves her phone, chooses her unit and title, and hands it in', async () => {
    await learner.locator('#step-contact').last().click();
    await confirmPhone(stage.demo, learner, YUAN.phone);
    await learner.locator('#step-work').last().click();
    await chooseUnit(learner, 'field-unit', HOSPITAL.unit, HOSPITAL.unit);
    await learner.locator('#field-title .field__box').click();
    await learner.getByText('护师', { exact: true }).click();
    await fill(learner, 'field-department', '手术室');
    await done(learner, 'work');
    await learner.locator('#register-submit').click();
    await learner.locator('#approval', { hasText: '未审核' }).waitFor();
  });

  test('3. the administrator signs in on a phone and sees what waits', async () => {
    admin = await phoneOf(stage, '62');
    await signInOnPhone(stage.demo, admin, HOSPITAL_COLLEAGUE, async () => shoot(admin, 'people-02-who'));
    await admin.locator('#go-pending').waitFor();
    await shoot(admin, 'people-03-admin');
  });

  test('4. he looks at one and approves all in three taps', async () => {
    let taps = 0;
    const tap = async (selector: string) => {
      taps += 1;
      await admin.locator(selector).click();
    };
    await tap('#go-pending');
    const card = admin.locator('.applicant', { hasText: YUAN.name });
    await card.waitFor();
    await shoot(admin, 'people-04-pending');
    await card.locator('.applicant__main').click();
    await admin.locator('#sheet-approve').waitFor();
    await shoot(admin, 'people-05-person');
    await admin.locator('.sheet__close').click();
    await admin.locator('#sheet-approve').waitFor({ state: 'detached' });
    await tap('#select-all');
    await tap('#approve');
    await admin.getByText('都审核完了').waitFor();
    expect(taps).toBe(3);
  });

  test('5. she knows at once, with her number', async () => {
    await learner.reload();
    await learner.locator('.approved', { hasText: /医通卡号 \d{10}/ }).waitFor();
  });

  test('6. somebody who has credits asks to move', async () => {
    learner = await phoneOf(stage, CHEN.persona);
    await learner.locator('.approved').waitFor();
    await learner.goto(`${stage.demo.url}/#/profile/transfer/index`);
    await chooseUnit(learner, 'field-toUnit', '岩泉', YIZHANG.unit);
    await learner.locator('#transfer-request').click();
    await learner.locator('#transfer', { hasText: '撤回申请' }).waitFor();
    await shoot(learner, 'people-06-transfer');
  });

  test('7. the new unit is told that she is not released, the old one lets her go, the new one takes her', async () => {
    const desk = await deskOf(stage, YIZHANG);
    await desk.goto(`${stage.demo.url}/console/transfers?tab=in`);
    const panel = desk.locator('.transfer-panel', { hasText: '人员调入' });
    const search = async () => {
      await panel.locator('#id-no').fill(CHEN.idNo);
      await panel.getByRole('button', { name: /查\s*询/ }).click();
    };
    await search();
    const refusal = panel.getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.textContent()).not.toContain(HOSPITAL.unit);
    await shoot(desk, 'people-07-not-released');

    await admin.goto(`${stage.demo.url}/#/admin/transfers/index`);
    const row = admin.locator('.transfer', { hasText: CHEN.name });
    await row.getByText('同意调出').click();
    await shoot(admin, 'people-08-release');
    await admin.locator('.taro__modal').getByText('调出', { exact: true }).click();
    await row.getByText('等待').first().waitFor();

    await search();
    await panel.getByText(new RegExp(`由 ${HOSPITAL.unit}`)).waitFor();
    const save = desk.getByRole('dialog').getByRole('button', { name: /保\s*存/ });
    await clickUntil(panel.getByRole('button', { name: /调\s*入/ }), save);
    await shoot(desk, 'people-09-admit');
    await clickUntil(save, desk.getByText(`${CHEN.name}已调入本单位`));
  });

  test('8. she belongs to the new unit, and her credits came along', async () => {
    await learner.goto(stage.demo.url);
    await learner.getByText(new RegExp(YIZHANG.unit)).first().waitFor();
    await learner.goto(`${stage.demo.url}/#/pages/credits/index`);
    await learner.reload();
    await learner.getByText('外科护理学新进展与安全管理学习班').first().waitFor();
    await shoot(learner, 'people-10-credits');
  });
}
