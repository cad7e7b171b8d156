/** The demo's 通知, 常见问题 and 学分审核标准, published by the nation, the province and the city the way that they are really. */
import { yearOf } from '@common/rules/shanghaiTime';
import { administratorModel } from '../areas/administrators/model';
import { noticeModel } from '../areas/notices/model';
import type { By } from '../areas/regions-units/authorities';
import { authorityModel } from '../areas/regions-units/model';
import { createServices, type Services } from '../areas/services';
import { standardModel } from '../areas/standards/model';
import type { Platform } from '../platform';
import { QUESTIONS } from './faq';
import { noticePdf } from './noticePdf';
import { BASIS, ROWS } from './standardRows';

const DAY = 24 * 3_600_000;
const [NATION, PROVINCE, CITY] = ['000000', '410000', '411100'];

interface DemoNotice {
  authority: string;
  daysAgo: number;
  title: string;
  html: string;
  isImportant?: boolean;
  isPinned?: boolean;
  /** The lines of its attachment. */
  attachment?: { name: string; lines: string[] };
}

const noticesOf = (year: number): DemoNotice[] => [
  {
    authority: NATION,
    daysAgo: 40,
    title: `关于公布${year}年国家级继续医学教育项目的通知`,
    html: `<p>各省、自治区、直辖市卫生健康委：</p><p>经评审，现将${year}年国家级继续医学教育项目予以公布。请各项目举办单位按照公布的时间、地点和内容举办，确需变更的按规定办理。</p><p>各项目可在“项目”中按学科、举办单位查询。</p>`,
  },
  {
    authority: PROVINCE,
    daysAgo: 21,
    title: `关于做好${year}年度继续医学教育学分审核工作的通知`,
    html: `<h2>一、审核范围</h2><p>全省各级各类医疗卫生机构的卫生技术人员。</p><h2>二、审核内容</h2><ul><li><p>系统管理的学分：现场培训扫码、网上学习的学分；</p></li><li><p>手工录入的学分：论文、进修、学历教育等，由单位初审。</p></li></ul><h2>三、审核标准</h2><p>按照本年度学分审核标准执行，可在公众号发送“标准”查询。</p>`,
  },
  {
    authority: CITY,
    daysAgo: 12,
    title: `关于开展${year}年度全市继续医学教育年审的通知`,
    isImportant: true,
    isPinned: true,
    html: `<p>各县区卫生健康委，市直各医疗卫生单位：</p><p>现将${year}年度继续医学教育年审有关事项通知如下。</p><table><thead><tr><th><p>步骤</p></th><th><p>由谁办理</p></th><th><p>完成时间</p></th></tr></thead><tbody><tr><td><p>医院初审</p></td><td><p>各单位</p></td><td><p>9月10日前</p></td></tr><tr><td><p>卫生行政部门年审</p></td><td><p>市直单位由市卫生健康委审验，其他单位由所在县区审核</p></td><td><p>9月底</p></td></tr><tr><td><p>审核合格确认盖章</p></td><td><p>审验部门</p></td><td><p>10月初</p></td></tr></tbody></table><p><strong>请每位学员尽快核对本人学分</strong>：在公众号发送“学分”或“达标”即可查询。学分查不到的，发送“为什么”查询原因。</p><p>具体要求见附件。</p>`,
    attachment: {
      name: `${year}年度继续医学教育年审工作安排.pdf`,
      lines: [
        '一、医院初审主要审核手工录入的各类学分，并通过人员达标情况查询，查看本单位人员学分达标详情。',
        '二、市直医疗机构由市卫生健康委审验，其他单位由所在县区卫生健康委审核。',
        '三、公需课由各单位按参培情况统一录入。',
        '四、产假、不计达标人员请在系统中登记人员状态。',
      ],
    },
  },
  {
    authority: CITY,
    daysAgo: 5,
    title: '关于启用动态二维码签到的通知',
    html: '<p>自即日起，全市继续医学教育活动现场使用动态二维码签到。请学员提前完成注册并由单位审核通过，到会场后用微信扫描大屏上的二维码，<strong>签到、撤离各扫一次</strong>。</p><p>截图、转发的二维码无效。</p>',
  },
];

/** Each once: what is there already is left as it is. */
export async function seedNotices(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  const year = yearOf(now);
  const { mongo } = platform;
  if ((await noticeModel(mongo).countDocuments()) === 0) {
    for (const notice of noticesOf(year)) {
      await publish(platform, now - notice.daysAgo * DAY, { ...notice, kind: 'notice', topic: '' });
    }
    for (const [index, question] of QUESTIONS.entries()) {
      const at = now - (30 + index) * DAY;
      await publish(platform, at, { ...question, kind: 'faq', authority: CITY });
    }
  }
  if ((await standardModel(mongo).countDocuments()) === 0) {
    await publishStandard(createServices(platform), await acting(platform, PROVINCE), year);
  }
}

async function publish(
  platform: Platform,
  at: number,
  given: Omit<DemoNotice, 'daysAgo'> & { kind: 'notice' | 'faq'; topic: string },
): Promise<void> {
  const { authority, attachment, kind, title, topic, html, isImportant = false, isPinned = false } = given;
  const by = await acting(platform, authority);
  const { notices, regionsUnits } = createServices({ ...platform, clock: { now: () => at } });
  const content = { kind, title, topic, html, isImportant, isPinned };
  const { id: noticeId } = await notices.create(by.actor.id, content);
  if (attachment) {
    const unitName = (await regionsUnits.authority(by.actor.id))?.name ?? '';
    const bytes = await noticePdf({ title, unitName, lines: attachment.lines, at, isStamped: true });
    await notices.attachments.add(by.actor.id, noticeId, { name: attachment.name, bytes });
  }
  await notices.publish(by, { noticeId, push: false });
}

async function publishStandard({ standards }: Services, by: By, year: number): Promise<void> {
  const { id: standardId } = await standards.create(by.actor.id, { year });
  await standards.update(by, { standardId, basis: BASIS, rows: ROWS });
  await standards.publish(by, { standardId, isPublished: true });
}

/** By the authority's administrator where it has one; nobody signs in. */
async function acting({ mongo }: Platform, code = ''): Promise<By> {
  const { _id } = await authorityModel(mongo).findOne({ code }).orFail().lean();
  const administrator = await administratorModel(mongo).findOne({ subjectId: _id }).lean();
  const who = administrator ? { administratorId: String(administrator._id) } : {};
  return { actor: { kind: 'authority', id: String(_id), ...who }, requestId: 'demo' };
}
