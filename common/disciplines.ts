/**
 * 二级学科 and, in the order of their numbers, 三级学科, as the applications for national projects number them: 14-02 is
 * 护理学/外科护理学 (manual 002 §1.2), 03-01 临床内科学/心血管病学, 03-10 内科学其他学科 (manual 004).
 */
const GROUPS = [
  ['基础形态学', '组织胚胎学 解剖学 遗传学 病理学 寄生虫学 微生物学 基础形态其他学科'],
  ['基础机能学', '生理学 生物化学 生物物理学 药理学 细胞生物学 病理生理学 免疫学 基础机能其他学科'],
  [
    '临床内科学',
    '心血管病学 呼吸病学 胃肠病学 血液病学 肾脏病学 内分泌学 神经内科学 传染病学 精神卫生学 内科学其他学科',
  ],
  [
    '临床外科学',
    '普通外科学 心胸外科学 烧伤外科学 神经外科学 泌尿外科学 显微外科学 骨外科学 肿瘤外科学 颅脑外科学 整形、器官移植外科学 麻醉学 外科学其他学科',
  ],
  ['妇产科学', '妇科学 产科学 妇产科学其他学科'],
  ['儿科学', '儿科内科学 儿科外科学 新生儿科学 儿科学其他学科'],
  ['眼、耳鼻喉学科', '耳鼻喉科学 眼科学'],
  ['口腔医学学科', '口腔内科学 口腔外科学 口腔正畸学 口腔修复学 口腔学其他学科'],
  ['影像医学学科', '放射诊断学 超声诊断学 放射肿瘤学 影像医学其他学科'],
  ['急诊学', '急诊学'],
  ['医学检验', '医学检验'],
  [
    '公共卫生与预防医学',
    '劳动卫生与环境卫生学 营养与食品卫生学 儿少卫生与妇幼卫生学 卫生毒理学 统计流行病学 卫生检验学 公共卫生与预防医学其他学科',
  ],
  ['药学', '临床药学和临床药理学 药剂学 药物分析学 药事管理学 药学其他学科'],
  ['护理学', '内科护理学 外科护理学 妇产科护理学 儿科护理学 护理其他学科'],
  ['医学教育与卫生管理学', '医学教育 卫生管理'],
  ['康复医学', '康复医学'],
  ['全科医学', '全科医学'],
  ['其他学科', '其他学科'],
] as const;

const two = (n: number) => String(n).padStart(2, '0');

/** One 三级学科. */
export interface Discipline {
  /** Four digits: 1402. */
  code: string;
  /** 护理学. */
  group: string;
  /** 外科护理学. */
  name: string;
}

export const DISCIPLINES: readonly Discipline[] = GROUPS.flatMap(([group, names], index) =>
  names.split(' ').map((name, at) => ({ code: two(index + 1) + two(at + 1), group, name })),
);

const byCode = new Map(DISCIPLINES.map((discipline) => [discipline.code, discipline]));

/** 护理学/外科护理学 of 1402; null for a number that is none. */
export function disciplineName(code: string): string | null {
  const found = byCode.get(code);
  return found ? `${found.group}/${found.name}` : null;
}

/** A 二级学科 with its 三级学科, for choosing one. */
export interface DisciplineGroup {
  /** Two digits: 14. */
  code: string;
  name: string;
  disciplines: readonly Discipline[];
}

export const DISCIPLINE_GROUPS: readonly DisciplineGroup[] = GROUPS.map(([name], index) => ({
  code: two(index + 1),
  name,
  disciplines: DISCIPLINES.filter((discipline) => discipline.group === name),
}));

const bare = (text: string) => text.replace(/[\s/／\-－—、]/g, '');
const byWords = new Map(DISCIPLINES.map(({ code, group, name }) => [bare(group + name), code]));

/**
 * The code of a 三级学科 as people write it: 1402, 14-02, 护理学/外科护理学, 临床内科学-心血管病学 (manual 002 §2.1), or 外科护理学 alone; null
 * for what is none.
 */
export function disciplineCode(text: string): string | null {
  const wanted = bare(text);
  if (byCode.has(wanted)) {
    return wanted;
  }
  return byWords.get(wanted) ?? DISCIPLINES.find(({ name }) => bare(name) === wanted)?.code ?? null;
}
