/**
 * The whole loop as people do it, on a phone and on an office computer. A learner registers, her unit approves, the venue screen
 * shows a code, she scans, is credited, and asks the official account.
 */
import type { Page } from 'playwright-core';
import { clickUntil, readQr, shoot } from '../support/browser';
import { CHEN, CITY, HOSPITAL } from '../support/cast';
import { buttonOf } from '../support/console';
import { analyseOn, approveOn, grantOn, openBatch } from '../support/crediting';
import { fill as fillOn } from '../support/people';
import { chooseUnit, confirmPhone } from '../support/registration';
import { codeOn, scanOn } from '../support/scanning';
import { deskOf, type Stage } from '../support/stage';

const PROJECT = '外科护理学新进展与安全管理学习班';

export function loop(stage: Stage): void {
  let phone: Page;
  let desk: Page;
  let screen: Page;
  beforeAll(async () => {
    ({ page: phone } = await stage.journey.phone());
  });

  const fill = async (id: string, text: string) => fillOn(phone, id, text);
  const openTab = (name: string) => phone.locator('.weui-tabbar__item', { hasText: name }).click();

  test('1. a stranger opens the mini-program’s H5 page, is known to WeChat and asked to register', async () => {
    await phone.goto(stage.demo.url);
    await phone.locator('#go-register').waitFor();
    await shoot(phone, 'phone-01-home-new');
    await phone.locator('#go-register').click();
    await phone.locator('#consent').click();
    await shoot(phone, 'phone-02-privacy');
    await phone.locator('#consent-agree').click();
    await phone.locator('#field-name input').waitFor();
  });

  test('2. she registers; a wrong check digit is told at its field', async () => {
    await fill('field-name', CHEN.name);
    await fill('field-idNo', `${CHEN.idNo.slice(0, 17)}${CHEN.idNo.endsWith('0') ? '1' : '0'}`);
    await phone.locator('#field-idNo', { hasText: '校验' }).waitFor();
    await shoot(phone, 'phone-02-register-wrong');
    await fill('field-idNo', CHEN.idNo);
    await phone.locator('#step-basics.page-step--done').waitFor();
    await phone.locator('#step-contact').click();
    await confirmPhone(stage.demo, phone, CHEN.phone);
    await phone.locator('#step-work').click();
    await chooseUnit(phone, 'field-unit', 'lhzxyy', '漯河市中心医院', async () =>
      shoot(phone, 'phone-03-unit'),
    );
    await phone.locator('#field-title .field__box').click();
    await phone.getByText('主管护师', { exact: true }).click();
    await fill('field-department', '护理部');
    await shoot(phone, 'phone-03-work');
    await phone.locator('#register-submit').click();
    await phone.locator('#approval', { hasText: '未审核' }).waitFor();
    await shoot(phone, 'phone-04-waiting');
  });

  test('3. the unit sees her in the console and approves', async () => {
    desk = await deskOf(stage, HOSPITAL, async (page, step) => shoot(page, `desk-00-${step}`));
    await desk.getByText('待授分的项目').waitFor();
    await shoot(desk, 'desk-01-home');
    await desk.goto(`${stage.demo.url}/console/learners`);
    const row = desk.getByRole('row', { name: new RegExp(CHEN.name) });
    await row.waitFor();
    await shoot(desk, 'desk-02-approvals');
    await row.getByRole('checkbox').check();
    await desk
      .getByRole('button', { name: /审核通过/ })
      .first()
      .click();
    await row.waitFor({ state: 'detached' });
  });

  test('4. the venue screen shows a code that turns', async () => {
    await desk.goto(`${stage.demo.url}/console/activities`);
    await desk.getByRole('link', { name: PROJECT }).first().click();
    await desk.waitForURL(/\/activities\/[0-9a-f]{24}/);
    await shoot(desk, 'desk-03-activity');
    await desk.getByText('现场', { exact: true }).first().click();
    const opened = desk.context().waitForEvent('page');
    await desk
      .getByRole('button', { name: /签到大屏/ })
      .first()
      .click();
    screen = await opened;
    await screen.waitForLoadState();
    const text = await codeOn(screen);
    expect(text).toMatch(new RegExp(`^${stage.demo.url}/q/[\\w-]{16}$`));
    await shoot(screen, 'screen-01');
    let next: string | null = text;
    while (next === text || !next) {
      next = await readQr(screen);
    }
    expect(next).not.toBe(text);
  });

  test('5. she scans it and gets the green tick; the screen counts her', async () => {
    await phone.reload();
    await phone
      .locator('#approval', { hasText: '审核通过' })
      .or(phone.locator('.approved'))
      .first()
      .waitFor();
    await shoot(phone, 'phone-05-home');
    await openTab('签到');
    await phone.locator('#scan-button').waitFor();
    await shoot(phone, 'phone-06-scan');
    await scanOn(phone, screen, phone.locator('#check-in-done', { hasText: PROJECT }));
    await shoot(phone, 'phone-07-tick');
    await screen.getByText(/陈\*/).first().waitFor();
    await shoot(screen, 'screen-02-arrived');
  });

  test('6. a forged code is refused with the reason and a way on', async () => {
    await phone.goto(`${stage.demo.url}/q/AAAAAAAAAAAAAAAA`);
    await phone.locator('#check-in-failed', { hasText: '不是有效的签到二维码' }).waitFor();
    await shoot(phone, 'phone-08-refused');
  });

  test('7. the unit analyses the attendance and credits her by it', async () => {
    await desk.bringToFront();
    await desk.goto(desk.url().replace(/(\/activities\/[0-9a-f]{24}).*/, '$1/analysis'));
    await analyseOn(desk);
    await desk
      .getByRole('row', { name: new RegExp(`${CHEN.name}.*有效`) })
      .first()
      .waitFor();
    await shoot(desk, 'desk-04-analysis');
    const person = desk.getByLabel(`${CHEN.name}有效`);
    await clickUntil(buttonOf(desk, '确定，去授分'), person);
    await person.check();
    await shoot(desk, 'desk-04-crediting');
    await grantOn(desk, 1);
  });

  test('8. she sees it as pending, and knows for whom it waits', async () => {
    await phone.goto(`${stage.demo.url}/#/pages/credits/index`);
    await phone.reload();
    await phone.locator('#credit-summary').waitFor();
    await phone.getByText(PROJECT).first().waitFor();
    await phone
      .getByText(/漯河市卫生健康委员会/)
      .first()
      .waitFor();
    await shoot(phone, 'phone-09-credits-pending');
  });

  test('9. the authority reviews, and the credit is hers', async () => {
    const page = await deskOf(stage, CITY);
    await shoot(page, 'desk-05-authority');
    await openBatch(page, stage.demo.url, PROJECT);
    await page
      .getByLabel('授分依据')
      .getByText(/有考勤/)
      .first()
      .waitFor();
    await shoot(page, 'desk-06-review');
    await approveOn(page);
    await phone.reload();
    await phone.locator('#credit-summary').waitFor();
    await phone.getByText(PROJECT).first().waitFor();
    await shoot(phone, 'phone-10-credits');
  });

  test('10. the official account answers 学分, and kj gives a way back in', async () => {
    const { page } = await stage.journey.desk();
    await page.goto(stage.demo.simulatorUrl);
    for (const text of ['帮助', '学分', `kj ${CHEN.idNo}`]) {
      await page.getByPlaceholder(/试试/).fill(text);
      await page.getByRole('button', { name: '发送' }).click();
      await page.getByText(text, { exact: true }).last().waitFor();
    }
    await page
      .getByText(/用户名/)
      .last()
      .waitFor();
    await page.getByText(new RegExp(PROJECT)).first().waitFor();
    await shoot(page, 'chat-01');
  });
}
