import type { ApplicationForm, ApplicationView } from '@common/contract/applications';
import { disciplineName } from '@common/disciplines';
import { PROJECT_LEVELS, type ProjectLevel, type WindowKind } from '@common/terms';
import { courseTable, factsOf, opinionBoxes, stepBoxes } from './applicationParts';
import { newDocument } from './fonts';
import { newSheet, type Sheet } from './sheet';

/** What is printed of an application. */
export interface PrintedApplication {
  /** 继续医学教育项目申报表, 备案表. */
  title: string;
  unitName: string;
  level: ProjectLevel;
  year: number;
  kind: WindowKind;
  /** Once it is published. */
  number: string | null;
  form: ApplicationForm;
  /** The review chain; `at` and `result` of those that have decided. */
  steps: readonly { label: string; ownerName: string; at: string | null; result: string }[];
  opinions: readonly Pick<
    ApplicationView['opinions'][number],
    'expert' | 'expertTitle' | 'conclusion' | 'text'
  >[];
  /** As it stands on the form. */
  printedAt: string;
}

const KINDS: Record<WindowKind, string> = { application: '新项目申报', filing: '项目备案' };

/** 打印项目申报表 (manual 001 §二): a PDF on A4, a cover and the five pages, with places for opinions and seals. */
export async function applicationFormPdf(given: PrintedApplication): Promise<Buffer> {
  const { title, form, unitName, steps, opinions } = given;
  const { basics, content, leader, organiser } = factsOf(form, unitName);
  const sheet = newSheet(newDocument({ title: `${title}－${form.basics.name}`, author: unitName }));
  cover(sheet, given);
  sheet.newPage();
  sheet.heading('一、基本信息');
  basics.forEach(sheet.row);
  sheet.heading('二、项目简介');
  content.forEach(sheet.row);
  sheet.heading('三、项目负责人');
  leader.forEach(sheet.row);
  sheet.heading('四、课程与师资');
  const { head, rows } = courseTable(form);
  sheet.table(head, rows);
  sheet.heading('五、举办单位与联系人');
  organiser.forEach(sheet.row);
  sheet.heading('六、专家意见');
  opinionBoxes(opinions).forEach(sheet.row);
  sheet.heading('七、审批意见');
  stepBoxes(steps).forEach(sheet.row);
  return sheet.end();
}

/** The first page: what it is, whose, and when. */
function cover(sheet: Sheet, given: PrintedApplication): void {
  const { title, form, unitName, level, year, kind, number, printedAt } = given;
  const { basics, leader } = form;
  sheet.newPage();
  sheet.line(`项目编号：${number ?? '（公布后编号）'}`, { align: 'right' });
  sheet.space(120);
  sheet.line(title, { size: 28, weight: 'bold', align: 'center' });
  sheet.space(14);
  sheet.line(`（${year}年度  ${PROJECT_LEVELS[level]}  ${KINDS[kind]}）`, { size: 14, align: 'center' });
  sheet.space(110);
  for (const [label, value] of [
    ['项目名称', basics.name],
    ['项目级别', PROJECT_LEVELS[level]],
    ['所属学科', disciplineName(basics.discipline) ?? ''],
    ['申报单位', unitName],
    ['负 责 人', leader.name],
    ['申报日期', printedAt.slice(0, 10)],
  ] as const) {
    sheet.blank(label, value);
  }
}
