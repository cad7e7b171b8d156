import type { PaperView } from '@common/contract/papers';
import { LEAST_QUESTIONS } from '@common/rules/examQuestion';
import { Alert } from 'antd';

/** What does not work while an exam that the authority requires cannot be taken (manual 000 §二). */
export function RequiredAlert({ view: { isRequired, state } }: { view: PaperView }) {
  if (!isRequired || state === 'published') {
    return null;
  }
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={
        state === 'closed'
          ? '本地区要求参加在线考试，试卷关闭期间无法展示考勤二维码'
          : `本地区要求参加在线考试：须添加${LEAST_QUESTIONS}个或${LEAST_QUESTIONS}个以上试题并启用，否则无法展示考勤二维码`
      }
      description="没有考试合格的学员无法授分。"
    />
  );
}
