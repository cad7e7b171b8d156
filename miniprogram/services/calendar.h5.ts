/** In a browser: the iCalendar file. Takes the place of calendar.ts in the H5 build. */
import type { OpenActivityView } from '@common/contract/enrolments';
import { api } from './session';

/** Downloads an entry for every period; the phone's calendar opens it. */
export async function addToCalendar(activity: OpenActivityView): Promise<string> {
  // WeChat's own browser stores no files.
  if (/MicroMessenger/i.test(navigator.userAgent)) {
    return '微信里不能下载日历文件，请点右上角在浏览器中打开；开始前一天继教通也会提醒您';
  }
  const file = await api.enrolments.calendar({ activityId: activity.id });
  await file.save();
  return '已下载日历文件，打开后加入日历；提前一天提醒';
}
