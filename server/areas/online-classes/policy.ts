import { isEditable } from '@common/rules/review';
import { PROJECT_FORMS, type ProjectForm } from '@common/terms';
import { appError } from '../../http/errors';
import type { FullActivity } from '../activities/service';

/** 培训形式 in which courses are followed on the phone. */
const ONLINE_FORMS: readonly ProjectForm[] = ['remote', 'mixed'];

/** Whether an activity's courses may be followed on the phone: as its project was approved. */
export const isOnline = ({ project }: FullActivity): boolean => ONLINE_FORMS.includes(project.form);

/** @throws AppError MOVE_REFUSED. */
export function insistOnline(full: FullActivity): void {
  const { form } = full.project;
  if (!isOnline(full)) {
    const forms = ONLINE_FORMS.map((one) => `“${PROJECT_FORMS[one]}”`).join('或');
    throw appError('MOVE_REFUSED', {
      message: `该项目批准的形式是“${PROJECT_FORMS[form] ?? PROJECT_FORMS.onSite}”，只有${forms}的项目可以设置线上课程`,
    });
  }
  const { state } = full.activity;
  if (state !== 'approved' && !isEditable(state)) {
    throw appError('MOVE_REFUSED', { message: '活动正在审核，审核通过后再设置线上课程' });
  }
}

/** @throws AppError INVALID_INPUT for an address that phones do not play: WeChat takes https only. */
export function insistVideo(videoUrl: string): void {
  const url = URL.canParse(videoUrl) ? new URL(videoUrl) : null;
  if (url?.protocol !== 'https:' || url.username !== '') {
    throw appError('INVALID_INPUT', { message: '请填写以 https:// 开头的视频地址', field: 'videoUrl' });
  }
}
