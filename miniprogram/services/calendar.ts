import type { OpenActivityView } from '@common/contract/enrolments';
import Taro from '@tarojs/taro';
import { ms } from './words';

/** 提前一天. */
const ALARM_SECONDS = 24 * 3600;
const seconds = (instant: string) => Math.floor(ms(instant) / 1000);

/**
 * Writes the first period into the phone's calendar, which takes one entry at a time. calendar.h5.ts takes its place in a browser.
 * @returns What to tell the person; empty where he changed his mind.
 */
export async function addToCalendar(activity: OpenActivityView): Promise<string> {
  const [first = activity] = activity.periods;
  const more = activity.periods.length - 1;
  try {
    await Taro.addPhoneCalendar({
      title: activity.name,
      startTime: seconds(first.from),
      endTime: String(seconds(first.to)),
      location: [activity.address, activity.venue].filter(Boolean).join(' '),
      description: `${activity.projectNumber} ${activity.unitName}。到现场扫描大屏二维码签到。`,
      alarm: true,
      alarmOffset: ALARM_SECONDS,
    });
    return more > 0 ? `已加入第一次的时间，共${more + 1}次，全部时间见活动介绍` : '已加入日历，提前一天提醒';
  } catch (error) {
    return String((error as { errMsg?: string }).errMsg).includes('cancel')
      ? ''
      : '没有加入日历，请在微信设置中允许使用日历；开始前一天继教通也会提醒您';
  }
}
