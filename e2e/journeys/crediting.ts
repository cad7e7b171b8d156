/**
 * Hunan §四 and §五 word by word: 项目参加者授分, 考勤明细, 考勤分析 with a window drawn over the swipes, 有效人员明细, 筛选授分人员, 全选, 有效
 * taken away and given back, 活动日期, 授分, 主讲人授分; the authority returns and approves; the learner asks why, has the certificate,
 * somebody verifies it; 项目明细查询 → 人员明细 → Excel; a revoked credit says so to everybody.
 */
import type { Page } from 'playwright-core';
import { clickUntil, shoot } from '../support/browser';
import { CITY, HOSPITAL, YUAN } from '../support/cast';
import { buttonOf } from '../support/console';
import { analyseOn, approveOn, grantOn, openBatch } from '../support/crediting';
import { deskOf, phoneOf, type Stage } from '../support/stage';

const PROJECT = '外科护理学新进展与安全管理学习班';

export function crediting(stage: Stage): void {
  let unit: Page;
  let city: Page;
  let learner: Page;
  let code: string;
  const open = async (page: Page, path: string) => page.goto(`${stage.demo.url}/console/${path}`);
  const onPhone = async (path: string) => {
    await learner.goto(`${stage.demo.url}/#/${path}`);
    await learner.reload();
  };
  beforeAll(async () => {
    unit = await deskOf(stage, HOSPITAL);
    city = await deskOf(stage, CITY);
    learner = await phoneOf(stage, YUAN.persona);
  });

  test('1. she asks why there is no credit, and is told with whom it lies', async () => {
    await onPhone('pages/credits/index');
    const card = learner.locator('.entry', { hasText: PROJECT });
    await card.getByText('为什么查不到学分').click();
    await learner.locator('#why-answer').waitFor();
    await learner
      .locator('#why-conditions')
      .getByText(/漯河市中心医院/)
      .first()
      .waitFor();
    await shoot(learner, 'crediting-01-why');
  });

  test('2. 学分管理 → 项目参加者授分 → 查询到该项目 → 授分 → 考勤明细', async () => {
    await unit.bringToFront();
    await open(unit, '');
    await clickUntil(
      unit.getByRole('link', { name: '项目参加者授分' }),
      unit.getByPlaceholder('项目名称或编号'),
    );
    await unit.getByPlaceholder('项目名称或编号').fill(PROJECT);
    await unit.getByRole('button', { name: /查\s*询/ }).click();
    const row = unit.getByRole('row', { name: new RegExp(PROJECT) });
    await row.first().waitFor();
    await shoot(unit, 'crediting-02-creditable');
    await clickUntil(row.getByRole('button', { name: /授\s*分/ }).first(), buttonOf(unit, '考勤明细'));
    await clickUntil(
      buttonOf(unit, '考勤明细'),
      unit.getByRole('row', { name: new RegExp(YUAN.name) }).first(),
    );
  });

  test('3. 考勤分析: a window is drawn over the swipes, counted at once, and replaced by the suggestion', async () => {
    await open(unit, unit.url().replace(/.*\/console\/(activities\/[0-9a-f]{24}).*/, '$1/analysis'));
    const lane = unit.locator('.timeline__canvas').first();
    await lane.waitFor();
    const box = await lane.boundingBox();
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    await unit.mouse.move(x + width * 0.2, y + height * 0.5);
    await unit.mouse.down();
    await unit.mouse.move(x + width * 0.5, y + height * 0.5, { steps: 5 });
    await unit.mouse.up();
    await unit.getByLabel('第1个刷卡周期的开始时间').waitFor();
    await unit.getByLabel('符合条件人数').getByText('还没有保存').waitFor();
    await shoot(unit, 'crediting-03-drawn');
    await unit.getByLabel('删除第1个刷卡周期').click();
    await analyseOn(unit);
    await unit
      .getByRole('row', { name: new RegExp(`${YUAN.name}.*有效`) })
      .first()
      .waitFor();
    await shoot(unit, 'crediting-04-result');
  });

  test('4. 有效人员明细: 筛选授分人员, 全选, 有效 taken away with a reason and given back, 授分', async () => {
    const person = unit.getByLabel(`${YUAN.name}有效`);
    await clickUntil(buttonOf(unit, '确定，去授分'), person);
    await unit.getByLabel('姓名', { exact: true }).fill(YUAN.name);
    await unit.getByRole('button', { name: '筛选授分人员' }).click();
    await person.waitFor();
    await buttonOf(unit, '全选').click();
    // Who has been drawn for a 点名, or shared a phone, is chosen after a look only.
    const doubted = buttonOf(unit.getByRole('dialog'), '已核实，一并选中');
    const chosen = unit.locator('.batch-bar', { hasText: '1' });
    await doubted.or(chosen).first().waitFor();
    if (await doubted.isVisible()) {
      await clickUntil(doubted, chosen);
    }
    await person.click();
    const dialog = unit.getByRole('dialog');
    await dialog.getByText('中途离开').click();
    await shoot(unit, 'crediting-05-except');
    await clickUntil(buttonOf(dialog, '取消有效'), unit.getByLabel(`恢复${YUAN.name}`));
    await unit.getByLabel(`恢复${YUAN.name}`).click();
    await shoot(unit, 'crediting-06-chosen');
    await grantOn(unit, 1);
    await shoot(unit, 'crediting-07-granted');
  });

  test('5. 主讲人授分', async () => {
    await unit.getByText('主讲人授分', { exact: true }).first().click();
    await unit.getByLabel('主讲人', { exact: true }).getByRole('row').nth(1).waitFor();
    await buttonOf(unit, '全选').click();
    await shoot(unit, 'crediting-08-lecturers');
    const yes = unit.getByRole('dialog').getByRole('button', { name: /授分给\d+人/ });
    await clickUntil(unit.locator('.batch-bar').getByRole('button', { name: '主讲人授分' }), yes);
    await clickUntil(yes, unit.getByText(/主讲人授分完成/).first());
  });

  test('6. the authority sees the evidence, returns the batch, and approves it when it comes again', async () => {
    await city.bringToFront();
    await openBatch(city, stage.demo.url, PROJECT);
    await shoot(city, 'crediting-09-review');
    const dialog = city.getByRole('dialog');
    await clickUntil(buttonOf(city.locator('.batch-bar'), '退回修改'), dialog);
    await dialog.getByText('有疑点的人员须核实').click();
    await clickUntil(buttonOf(dialog, '退回修改'), dialog, 'detached');
    const batch = city.url();
    await unit.bringToFront();
    await unit.goto(batch);
    await unit.getByText('有疑点的人员须核实').first().waitFor();
    const again = unit.getByRole('dialog');
    await clickUntil(buttonOf(unit.locator('.batch-bar'), '重新提交'), again);
    await again.getByText('已核实，均为本人参加').click();
    await clickUntil(buttonOf(again, '重新提交'), again, 'detached');
    await city.bringToFront();
    await city.goto(batch);
    await city.getByText('已核实，均为本人参加').first().waitFor();
    await approveOn(city);
  });

  test('7. she has the certificate, and knows its code', async () => {
    await learner.bringToFront();
    await onPhone('pages/credits/index');
    await learner.locator('#credit-summary').waitFor();
    await shoot(learner, 'crediting-10-credits');
    await learner.locator('#go-credit-papers').click();
    const certificate = learner.locator('#certificates .list-row').first();
    const download = learner.waitForEvent('download');
    await certificate.click();
    await (await download).saveAs('e2e/shots/certificate.pdf');
    await learner.reload();
    const words = learner
      .locator('#certificates')
      .getByText(/验证码/)
      .first();
    await words.waitFor();
    await shoot(learner, 'crediting-11-papers');
    code = /验证码 ([0-9A-Z-]{15})/.exec((await words.textContent()) ?? '')?.[1] ?? '';
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  });

  test('8. an employer verifies it by its code, and finds it by project number and name', async () => {
    const { page } = await stage.journey.phone();
    await page.goto(`${stage.demo.url}/verify/${code}`);
    await page.getByText('有效').first().waitFor();
    await page.getByText(YUAN.name).first().waitFor();
    await shoot(page, 'crediting-12-verified');
    const number =
      (await page
        .getByText(/20\d\d-?\d.*\((国|省|市)\)|20\d{8,}/)
        .first()
        .textContent()) ?? '';
    await page.goto(`${stage.demo.url}/certificates`);
    await page.getByLabel('项目编号').fill(/20[\d-]+\s*(\([国省市]\))?/.exec(number)?.[0] ?? '');
    await page.getByLabel(/姓名/).fill(YUAN.name);
    await page.getByRole('button', { name: /查\s*询/ }).click();
    await page.getByText(code).first().waitFor();
    await shoot(page, 'crediting-13-search');
    await page.close();
  });

  test('9. 统计查询 → 项目明细查询 → 人员明细 → 导出EXCEL', async () => {
    await unit.bringToFront();
    await clickUntil(
      unit.getByRole('link', { name: '项目明细查询' }),
      unit.getByRole('row', { name: new RegExp(PROJECT) }).first(),
    );
    await shoot(unit, 'crediting-14-projects');
    const row = unit.getByRole('row', { name: new RegExp(YUAN.name) });
    for (const held of await unit.getByRole('link', { name: '人员明细' }).all()) {
      const address = await held.getAttribute('href');
      await open(unit, (address ?? '').replace(/^\/console\//, ''));
      await unit.getByPlaceholder('姓名').waitFor();
      await unit.getByRole('row').nth(1).or(unit.getByText('还没有授分')).first().waitFor();
      if ((await row.count()) > 0) {
        break;
      }
      await unit.goBack();
      await unit
        .getByRole('row', { name: new RegExp(PROJECT) })
        .first()
        .waitFor();
    }
    await row.getByText('已审核').waitFor();
    await shoot(unit, 'crediting-15-persons');
    const download = unit.waitForEvent('download');
    await unit.getByRole('button', { name: '导出Excel' }).click();
    expect((await download).suggestedFilename()).toMatch(/人员明细.*\.xlsx$/);
    await unit.getByText('文件已下载').waitFor();
    await shoot(unit, 'crediting-16-export');
    await open(unit, 'statistics/credits');
    await unit.getByRole('table', { name: /按科室的学分/ }).waitFor();
    await shoot(unit, 'crediting-17-statistics');
  });

  test('10. the authority revokes it: the learner and whoever verifies are told', async () => {
    await city.bringToFront();
    await city.getByLabel('授分人员').getByLabel(`选择${YUAN.name}`).check();
    const dialog = city.getByRole('dialog');
    await clickUntil(buttonOf(city, '撤销学分'), dialog);
    await dialog.getByText('授分有误').click();
    await clickUntil(buttonOf(dialog, '撤销学分'), dialog, 'detached');
    await learner.bringToFront();
    await onPhone('pages/credits/index');
    await learner.getByText('已撤销').first().waitFor();
    await shoot(learner, 'crediting-18-revoked');
    const { page } = await stage.journey.phone();
    await page.goto(`${stage.demo.url}/verify/${code}`);
    await page.getByText('已撤销').first().waitFor();
    await shoot(page, 'crediting-19-verified-revoked');
    await page.close();
  });
}
