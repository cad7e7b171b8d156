import { metresInWords, type PlaceVerdict } from '@common/rules/placeVerdict';
import { formatDateTime } from '@common/rules/shanghaiTime';
import type { PlaceDoc } from './model';

/** Why a scan is held, for the learner and the administrator; what he has to do comes first. */
export const heldWords = {
  unapproved: (isRegistered: boolean) =>
    isRegistered
      ? '扫码时间已保留，单位审核通过您的注册后自动生效'
      : '扫码时间已保留，请完成注册，单位审核通过后自动生效',
  /** @param allowed The authority's radius in metres. */
  place(verdict: PlaceVerdict, place: PlaceDoc | undefined, allowed: number) {
    const { metres = 0, accuracy = 0 } = place ?? {};
    const why =
      verdict === 'unsure'
        ? `手机定位误差约${metresInWords(Math.round(accuracy))}，不能确认您在会场`
        : `手机位置距会场约${metresInWords(metres)}，超出规定的${metresInWords(allowed)}`;
    return `${why}，扫码已保留，待活动管理员确认后生效`;
  },
  /** Both in milliseconds by the server's clock. */
  late: (scannedAt: number, receivedAt: number) =>
    `${formatDateTime(scannedAt)}扫码时没有网络，${formatDateTime(receivedAt).slice(11)}补传，已保留，待活动管理员确认后生效`,
};
