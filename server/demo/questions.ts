/** The host unit's 题库: what the demo's papers can be made of. */
import type { ExamQuestionInput } from '@common/contract/papers';
import { unitModel } from '../areas/regions-units/model';
import { createServices } from '../areas/services';
import type { Platform } from '../platform';
import { HOST_UNIT } from './offices';

/** Stem, options by order, the letters of what is right, 解析. */
type Written = readonly [stem: string, options: readonly string[], right: string, explanation: string];

/** 护理学/外科护理学. */
const SURGICAL_NURSING: readonly Written[] = [
  [
    '外科手消毒后，双手应保持在什么位置',
    ['腰以下', '胸前，高于肘部', '自然下垂', '背后'],
    'B',
    '手高于肘部，水由手流向肘，避免倒流污染。',
  ],
  [
    '成人术后早期下床活动的好处有',
    ['预防深静脉血栓', '促进肠蠕动恢复', '减少肺部并发症', '延长卧床时间'],
    'ABC',
    '早期活动是加速康复外科的核心措施之一。',
  ],
  [
    '胃肠减压管的冲洗液一般选用',
    ['0.9%氯化钠溶液', '75%乙醇', '5%碳酸氢钠', '蒸馏水'],
    'A',
    '用生理盐水冲洗，避免电解质丢失。',
  ],
  [
    '切口感染的早期表现有',
    ['局部红肿', '疼痛加重', '体温升高', '切口干燥愈合良好'],
    'ABC',
    '术后3至5天体温再升高并切口疼痛，应警惕感染。',
  ],
  ['胸腔闭式引流瓶应低于胸腔出口', ['20厘米', '40厘米', '60厘米', '100厘米'], 'C', '低于60厘米，防止逆流。'],
  [
    '使用约束带时应注意',
    ['取得知情同意', '定时松解', '观察末梢血运', '绑得越紧越好'],
    'ABC',
    '约束是最后选择，须评估、记录并定时松解。',
  ],
  [
    '大量输血后最常见的电解质紊乱是',
    ['低钙血症', '高钠血症', '低镁血症', '高磷血症'],
    'A',
    '枸橼酸与钙结合，使血钙下降。',
  ],
  [
    '手术安全核查的三个时点是',
    ['麻醉实施前', '手术开始前', '患者离开手术室前', '入院时'],
    'ABC',
    '见《手术安全核查制度》。',
  ],
  [
    '压力性损伤高危患者翻身间隔一般不超过',
    ['1小时', '2小时', '4小时', '6小时'],
    'B',
    '按风险评估个体化，一般2小时。',
  ],
  [
    '预防导尿管相关尿路感染的措施有',
    ['严格掌握留置指征', '保持引流系统密闭', '每日评估能否拔管', '每天更换导尿管'],
    'ABC',
    '不常规更换导尿管，尽早拔除。',
  ],
];

const questionOf = ([stem, options, right, explanation]: Written): ExamQuestionInput => ({
  kind: right.length > 1 ? 'multiple' : 'single',
  stem,
  pictureId: null,
  options: options.map((text, place) => ({ text, isRight: right.includes('ABCD'.charAt(place)) })),
  explanation,
});

/** Fills the bank. */
export async function seedQuestions(platform: Platform): Promise<void> {
  const host = await unitModel(platform.mongo).findOne({ code: HOST_UNIT }).orFail().lean();
  const { questionBank } = createServices(platform);
  await questionBank.add(String(host._id), '1402', SURGICAL_NURSING.map(questionOf));
}
