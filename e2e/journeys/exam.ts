/**
 * Exam and evaluation (manual 000 §二): the unit brings in its questions by Excel with the yellow row left in, mends what is
 * wrong and 启用s the paper; a learner who has signed in takes it on her phone while the network goes away in the middle, passes,
 * evaluates; the unit reads the results; the authority demands both, and 考勤分析 says who lacks what.
 */
import { Workbook } from 'exceljs';
import type { Page } from 'playwright-core';
import { clickUntil, shoot } from '../support/browser';
import { CHEN, CITY, HOSPITAL, YUAN } from '../support/cast';
import { buttonOf } from '../support/console';
import { analyseOn } from '../support/crediting';
import { deskOf, phoneOf, type Stage } from '../support/stage';

const PROJECT = '外科护理学新进展与安全管理学习班';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Stem, options, right letters. */
const QUESTIONS: readonly (readonly [string, readonly string[], string])[] = [
  ['成人心肺复苏胸外按压的频率是', ['60～80次/分', '80～100次/分', '100～120次/分', '120～140次/分'], 'C'],
  ['手术部位感染的危险因素有', ['高龄', '糖尿病', '吸烟', '术前预防用药及时'], 'ABC'],
  ['压力性损伤1期的表现是', ['指压不变白的红斑', '部分皮层缺失', '全层皮肤缺失', '深部组织外露'], 'A'],
  ['术前核对应在哪几个时点进行', ['麻醉实施前', '手术开始前', '患者离开手术室前', '出院前'], 'ABC'],
  ['输血时出现溶血反应，首先应', ['减慢滴速', '立即停止输血', '给予退热药', '继续观察'], 'B'],
  ['预防深静脉血栓的措施有', ['早期活动', '间歇充气加压', '按医嘱使用抗凝药', '长期卧床'], 'ABC'],
];

/** The template filled in: its headings, its yellow row still in it, and the questions. */
async function workbookOf(template: Buffer, questions: typeof QUESTIONS): Promise<Buffer> {
  const book = new Workbook();
  await book.xlsx.load(template as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  const headings = ((sheet?.getRow(1).values ?? []) as string[]).map((heading) =>
    String(heading ?? '').replace('*', ''),
  );
  questions.forEach(([stem, options, right], at) => {
    const row = sheet?.getRow(3 + at);
    const put = (heading: string, text: string) => {
      const cell = row?.getCell(headings.indexOf(heading));
      if (cell) {
        cell.value = text;
      }
    };
    put('试题类型', right.length > 1 ? '多选题' : '单选题');
    put('题干', stem);
    for (const [place, option] of options.entries()) {
      put(`选项${'ABCD'[place]}`, option);
    }
    put('正确答案', right);
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What is right, by the stem that the phone shows. */
const rightOf = (stem: string): string[] => {
  const [, options, letters] = QUESTIONS.find(([text]) => stem.includes(text)) ?? ['', [], ''];
  return [...letters].map((letter) => options['ABCD'.indexOf(letter)] ?? '');
};

export function exam(stage: Stage): void {
  let unit: Page;
  let city: Page;
  let learner: Page;
  let activityId: string;
  const open = async (page: Page, path: string) => page.goto(`${stage.demo.url}/console/${path}`);
  const place = () => learner.locator('#paper-place');

  /** Answers the question that is shown; `isWrong`: with the first option that is not right. */
  async function answer(isWrong = false): Promise<void> {
    const right = rightOf((await learner.locator('#question .asked__stem').textContent()) ?? '');
    const options = learner.locator('#question .option');
    for (let at = 0; at < (await options.count()); at += 1) {
      const text = (await options.nth(at).locator('.option__text').textContent()) ?? '';
      if (isWrong ? !right.includes(text) : right.includes(text)) {
        await options.nth(at).click();
        if (isWrong) {
          return;
        }
      }
    }
  }
  async function turnTo(number: number): Promise<void> {
    await learner.locator('#paper-next').click();
    await place().getByText(`第 ${number} 题`).waitFor();
  }

  test('1. the unit brings in its questions; what is wrong is told by row and column', async () => {
    unit = await deskOf(stage, HOSPITAL);
    await open(unit, 'activities');
    await unit.getByRole('link', { name: PROJECT }).first().click();
    await unit.waitForURL(/\/activities\/[0-9a-f]{24}/);
    activityId = /activities\/([0-9a-f]{24})/.exec(unit.url())?.[1] ?? '';
    await open(unit, `activities/${activityId}/exam`);
    const dialog = unit.getByRole('dialog');
    const importing = unit.getByRole('button', { name: /导入/ }).first();
    await clickUntil(importing, dialog);
    const downloading = unit.waitForEvent('download');
    await buttonOf(dialog, '下载模板').click();
    const template = await (await downloading).createReadStream();
    const bytes = Buffer.concat(await template.toArray());
    const send = async (questions: typeof QUESTIONS) =>
      dialog
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: '试题.xlsx', mimeType: XLSX, buffer: await workbookOf(bytes, questions) });
    await send(
      QUESTIONS.map(([stem, options, right], at) => [stem, options, at === 1 ? 'E' : right] as const),
    );
    await dialog
      .getByRole('row', { name: /第4行.*正确答案/ })
      .first()
      .waitFor();
    await shoot(unit, 'exam-01-report');
    await buttonOf(dialog, '重新上传').click();
    await send(QUESTIONS);
    await shoot(unit, 'exam-02-preview');
    await buttonOf(dialog, `确认导入${QUESTIONS.length}道试题`).click();
    await dialog.getByText(`已导入${QUESTIONS.length}道试题`).waitFor();
    await clickUntil(buttonOf(dialog, '完成'), dialog, 'detached');
    await shoot(unit, 'exam-03-paper');
  });

  test('2. the unit looks at it as the learner will, and 启用s it', async () => {
    const dialog = unit.getByRole('dialog');
    await clickUntil(buttonOf(unit, '预览'), dialog);
    await shoot(unit, 'exam-04-preview');
    await unit.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const yes = buttonOf(dialog, '启用');
    await clickUntil(buttonOf(unit, '启用'), yes);
    await clickUntil(yes, unit.getByText('试卷已启用，为第1版'));
    await shoot(unit, 'exam-05-published');
  });

  test('3. her list says what is missing; one tap leads to the exam', async () => {
    learner = await phoneOf(stage, YUAN.persona);
    await learner.locator('#todo-exam').waitFor();
    await shoot(learner, 'exam-06-todo');
    await learner.locator('#todo-exam').click();
    await learner.locator('#exam-begin').waitFor();
    await shoot(learner, 'exam-07-exam');
  });

  test('4. the network goes away in the middle, the page is closed: every answer is still there', async () => {
    await learner.locator('#exam-begin').click();
    await learner.locator('.taro__modal').getByText('开始考试', { exact: true }).last().click();
    await place().getByText('第 1 题').waitFor();
    await answer(true);
    await turnTo(2);
    await answer();
    await learner.locator('#paper-saving', { hasText: '已保存' }).waitFor();
    await shoot(learner, 'exam-08-question');
    await learner.context().setOffline(true);
    for (const number of [3, 4]) {
      await turnTo(number);
      await answer();
    }
    await learner.locator('#paper-saving', { hasText: '手机' }).waitFor();
    await shoot(learner, 'exam-09-offline');
    await learner.context().setOffline(false);
    await learner.reload();
    await place().getByText('第 4 题').waitFor();
    await learner.locator('#paper-saving', { hasText: '已保存' }).waitFor();
    await learner.locator('#paper-sheet').click();
    await shoot(learner, 'exam-10-sheet');
    await expect(learner.locator('.sheet-grid .sheet-number--on').count()).resolves.toBe(4);
    await learner.locator('#sheet-5').click();
    await place().getByText('第 5 题').waitFor();
    await answer();
    await turnTo(6);
    await answer();
  });

  test('5. she hands in and has her score at once, with what was wrong', async () => {
    await learner.locator('#paper-submit').click();
    await learner.locator('.taro__modal').getByText('交卷', { exact: true }).last().click();
    await learner.locator('#result').getByText('合格').first().waitFor();
    await learner.locator('#result').getByText('83').first().waitFor();
    await shoot(learner, 'exam-11-result');
  });

  test('6. she evaluates from 考勤记录查询; the unit is not told who wrote it', async () => {
    await learner.goto(`${stage.demo.url}/#/study/records/index`);
    const record = learner.locator('.record', { hasText: PROJECT });
    await record.locator('#go-evaluation').waitFor();
    await shoot(learner, 'exam-12-records');
    await record.locator('#go-evaluation').click();
    for (const question of ['content', 'teaching', 'organisation']) {
      await learner.locator(`#field-${question}`).getByText(/[☆★]/).nth(4).click();
    }
    await learner.locator('#field-hours').getByText('合适', { exact: true }).click();
    await shoot(learner, 'exam-13-evaluation');
    await learner.locator('#evaluation-submit').click();
    await learner.getByText('评价已提交').waitFor();
    await open(unit, `activities/${activityId}/evaluation`);
    await unit
      .getByText(/1人|1份/)
      .first()
      .waitFor();
    await shoot(unit, 'exam-14-evaluation');
  });

  test('7. the unit reads the scores and what each question is worth', async () => {
    await open(unit, `activities/${activityId}/exam?tab=results`);
    const row = unit.getByRole('row', { name: new RegExp(YUAN.name) });
    await row.getByText('83分').waitFor();
    await unit.getByRole('row', { name: new RegExp(`${CHEN.name}.*未参加`) }).waitFor();
    await shoot(unit, 'exam-15-results');
  });

  test('8. the authority demands both; 考勤分析 says who lacks what', async () => {
    city = await deskOf(stage, CITY);
    await open(city, 'exam-settings');
    for (const name of ['必须考试合格', '必须完成项目评价']) {
      await city.getByRole('switch', { name: new RegExp(name) }).click();
    }
    await buttonOf(city, '保存设置').first().click();
    await city.getByText('授分条件已保存').waitFor();
    await shoot(city, 'exam-16-settings');
    await open(unit, `activities/${activityId}/analysis`);
    await unit.getByText('本地区规定').first().waitFor();
    await analyseOn(unit);
    await unit
      .getByRole('row', { name: new RegExp(`${CHEN.name}.*考试未合格`) })
      .first()
      .waitFor();
    await shoot(unit, 'exam-17-analysis');
  });
}
