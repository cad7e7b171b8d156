/**
 * The official account, messages and notices (manual 003 §四, 004 漯继医委): the city publishes and pushes an important notice, a learner
 * reads it in 消息, on the public page and in the account; everything that can be asked is asked; she binds the city's account by
 * its code and releases it again; chooses what she is sent; who runs the system sees what did not arrive.
 */
import type { Page } from 'playwright-core';
import { clickUntil, shoot } from '../support/browser';
import { CHEN, CITY, NATION } from '../support/cast';
import { chatOf, followAccount, say } from '../support/chat';
import { buttonOf } from '../support/console';
import { deskOf, phoneOf, type Stage } from '../support/stage';

const TITLE = '关于开展2026年度学分审核工作的通知';

export function account(stage: Stage): void {
  let city: Page;
  let phone: Page;
  let chat: Page;
  const open = async (page: Page, path: string) => page.goto(`${stage.demo.url}/console/${path}`);
  const onPhone = async (path: string) => {
    await phone.goto(`${stage.demo.url}/#/${path}`);
    await phone.reload();
  };
  beforeAll(async () => {
    city = await deskOf(stage, CITY);
    phone = await phoneOf(stage, CHEN.persona);
    chat = await chatOf(stage, CHEN.persona);
  });

  test('1. the city writes a notice, sees it as its readers will, publishes and pushes it', async () => {
    await city.bringToFront();
    await open(city, '');
    await clickUntil(city.getByRole('link', { name: '通知管理' }), buttonOf(city, '新建通知'));
    await shoot(city, 'account-01-notices');
    await buttonOf(city, '新建通知').click();
    await city.locator('#notice-title').fill(TITLE);
    const text = city.getByRole('textbox', { name: '正文' });
    await text.click();
    await text.pressSequentially('各单位请于9月10日前完成初审，个人请核对本年度学分。');
    await city.getByRole('checkbox', { name: /重要/ }).check();
    await city.getByText('已保存').first().waitFor();
    const dialog = city.getByRole('dialog');
    await clickUntil(buttonOf(city, '发布'), dialog.getByText('推送给本地区学员'));
    await shoot(city, 'account-02-publish');
    await clickUntil(buttonOf(dialog, '发布并推送'), city.getByText(/已推送/).first());
    await shoot(city, 'account-03-pushed');
  });

  test('2. she finds it unread in 消息, reads it, and it is read', async () => {
    await onPhone('pages/home/index');
    await phone.locator('#go-messages').waitFor();
    await phone.getByText(TITLE).first().waitFor();
    await shoot(phone, 'account-04-home');
    await phone.locator('#go-messages').click();
    const card = phone.locator('.message', { hasText: TITLE });
    await card.waitFor();
    await shoot(phone, 'account-05-messages');
    await card.click();
    await phone.locator('.notice-text', { hasText: '各单位请于9月10日前完成初审' }).waitFor();
    await shoot(phone, 'account-06-notice');
  });

  test('3. anybody reads notices, answers and standards on the public pages', async () => {
    const { page } = await stage.journey.desk();
    await page.goto(`${stage.demo.url}/notices?region=4111`);
    await page.getByText(TITLE).first().waitFor();
    await shoot(page, 'account-07-public');
    await page.getByText(TITLE).first().click();
    await page.getByText('各单位请于9月10日前完成初审').first().waitFor();
    await page.goto(`${stage.demo.url}/faq?region=4111`);
    await page
      .getByText(/查不到学分/)
      .first()
      .waitFor();
    await shoot(page, 'account-08-faq');
    await page.goto(`${stage.demo.url}/standards?region=4111`);
    await page.getByText('论文').first().waitFor();
    await shoot(page, 'account-09-standards');
    await page.context().close();
  });

  test('4. 通知与帮助 on the phone: questions and 学分审核标准', async () => {
    await onPhone('notices/list/index?kind=faq');
    await phone
      .getByText(/查不到学分/)
      .first()
      .waitFor();
    await shoot(phone, 'account-10-faq');
    await onPhone('notices/standards/index');
    await phone.locator('#standards-q input').fill('论文');
    await phone.getByText('论文与综述').first().waitFor();
    await shoot(phone, 'account-11-standards');
  });

  test('5. the account answers whatever a learner asks', async () => {
    await chat.bringToFront();
    for (const [words, answer] of [
      ['帮助', /学分 2025/],
      ['ｘｕｅ学分', /没有看懂|抱歉/],
      ['我的学分', /年度学分/],
      ['明细', /学分/],
      ['为什么', /学分|审核|签到|考试|评价/],
      ['考勤', /签到|考勤/],
      ['考试', /考试|评价/],
      ['达标', /应达|达标/],
      ['通知', new RegExp(TITLE)],
      ['标准 论文', /论文/],
      ['常见问题 学分', /学分/],
      [CHEN.idNo, /找回|密码/],
    ] as const) {
      await say(chat, words, answer);
    }
    await shoot(chat, 'account-12-chat');
    await say(chat, '２', /年度学分/);
    await say(chat, `ｋｊ　${CHEN.idNo}`, /一次性密码/);
    await shoot(chat, 'account-13-kj');
  });

  test('6. she binds the city’s account by the code that the phone shows, and releases it again', async () => {
    await phone.bringToFront();
    await onPhone('profile/official-account/index');
    await phone.locator('#account-luoyi').waitFor();
    await shoot(phone, 'account-14-accounts');
    await clickUntil(phone.locator('#bind-luoyi, #change-luoyi'), phone.locator('#binding-code'));
    await shoot(phone, 'account-15-binding');
    const code = (await phone.locator('#binding-code').textContent()) ?? '';
    await chat.bringToFront();
    await followAccount(chat, '漯继医委');
    await say(chat, code, /已绑定|绑定成功/);
    await phone.bringToFront();
    await phone.locator('#release-luoyi').waitFor();
    await chat.bringToFront();
    await say(chat, '解绑', /确认解绑/);
    await say(chat, '确认解绑', /解绑|解除/);
    await say(chat, '学分', /绑定/);
    await shoot(chat, 'account-16-released');
  });

  test('7. she chooses what she is sent, and when not', async () => {
    await phone.bringToFront();
    await onPhone('messages/settings/index');
    await phone.getByText('账号安全').first().waitFor();
    await shoot(phone, 'account-17-settings');
  });

  test('8. who runs the system sees the accounts, what is asked of them, and what did not arrive', async () => {
    const nation = await deskOf(stage, NATION);
    await nation.bringToFront();
    await open(nation, 'official-accounts');
    await nation.getByText('漯继医委').first().waitFor();
    await nation
      .getByText(/学分查询|查学分|学分/)
      .first()
      .waitFor();
    await shoot(nation, 'account-18-accounts');
    await open(nation, 'deliveries');
    await nation.getByRole('row').nth(1).waitFor();
    await shoot(nation, 'account-19-deliveries');
    // The city does not: it has the province and the nation above it.
    await city.bringToFront();
    await open(city, '');
    await city.getByRole('link', { name: '通知管理' }).waitFor();
    expect(await city.getByRole('link', { name: '消息投递' }).count()).toBe(0);
  });
}
