import { formatCredits, formatHours } from '@common/rules/credits';
import { formatDay, formatRange, yearOf } from '@common/rules/shanghaiTime';
import { CREDIT_CLASSES, PROJECT_LEVELS } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { type Poster, posterPdf, posterPng } from '../../pdf/poster';
import { periodsOf, presentCourse } from '../activities/presenter';
import type { FullActivity } from '../activities/service';

/** Lines that a notice board has room for; the page behind the QR has all. */
const MOST_PERIODS = 5;
const MOST_COURSES = 6;

/** The learners' page of an activity (H5; WeChat opens it in the mini-program where that is set up). */
const activityUrl = (publicUrl: string, activityId: unknown) =>
  `${publicUrl}/#/learn/activity/index?id=${String(activityId)}`;

/** 活动海报 to be printed or sent. */
export async function posterFile(
  full: FullActivity,
  format: 'png' | 'pdf',
  publicUrl: string,
): Promise<ServedFile> {
  const poster = posterOf(full, publicUrl);
  const name = `海报-${full.project.name}-第${full.activity.term}期.${format}`;
  return format === 'pdf'
    ? { name, type: 'application/pdf', body: await posterPdf(poster) }
    : { name, type: 'image/png', body: await posterPng(poster) };
}

function posterOf({ activity, project, unit }: FullActivity, publicUrl: string): Poster {
  const { capacity = 0, contact = '', contactPhone = '' } = activity;
  const times = periodsOf(activity)
    .sort((a, b) => a.from - b.from)
    .map(
      ({ from, to }) =>
        `${yearOf(from)}年${formatDay(from)} ${formatRange(from, to).slice('2026-11-21 '.length)}`,
    );
  const courses = activity.courses.map(presentCourse).map(({ name, lecturer }) => {
    return lecturer ? `${name}（${lecturer}）` : name;
  });
  const audience = activity.registration?.audience ?? '';
  return {
    kicker: `${PROJECT_LEVELS[project.level]}继续医学教育项目  ${project.number}`,
    title: project.name,
    credits: `${CREDIT_CLASSES[project.creditClass]} ${formatCredits(project.credits)}分  ${formatHours(project.minutes)}学时`,
    facts: [
      { label: '时间', lines: few(times, MOST_PERIODS, '个时段') },
      { label: '地点', lines: [activity.venue, activity.address ?? ''].filter(Boolean) },
      { label: '主办单位', lines: [unit.name] },
      { label: '负责人', lines: [project.leader] },
      ...(audience ? [{ label: '教学对象', lines: [audience] }] : []),
      { label: '课程', lines: few(courses, MOST_COURSES, '门课程') },
    ],
    url: activityUrl(publicUrl, activity._id),
    invitation: [
      '用微信扫一扫，登录继教通报名',
      capacity > 0 ? `名额${capacity}人，额满可候补` : '不限名额',
      '现场扫码签到，按规定授予学分',
    ],
    unitName: unit.name,
    contact: [contact && `联系人：${contact}`, contactPhone].filter(Boolean).join('  '),
  };
}

const few = (lines: string[], most: number, what: string) =>
  lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), `另有${lines.length - most + 1}${what}，请扫码查看`];
