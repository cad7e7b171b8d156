import type { LearnerSelf } from '@common/contract/learners';
import Taro from '@tarojs/taro';
import { tell } from '@/services/feedback';
import { keptActivity } from '@/services/keptActivity';
import { keptClaim } from '@/services/keptClaim';
import { back, replaceWith, restartAt } from '@/services/navigate';
import { registerDraft } from '@/services/registerDraft';
import { returnToActivity } from '@/services/returnToActivity';
import { session } from '@/services/session';

/** Where the registration stands now, in a line. Who is approved at once had been entered by his unit before. */
function words(learner: LearnerSelf): string {
  if (learner.approval.state === 'approved') {
    return `欢迎，${learner.name}！单位已登记您的信息，审核通过`;
  }
  return learner.unit ? '已提交，等待单位审核' : '已提交，等待新增单位';
}

/** After the registration has been sent: the draft goes, and a scan or an activity that waited is gone back to. */
export async function leaveRegistration(learner: LearnerSelf): Promise<void> {
  registerDraft.drop();
  await session.refresh();
  tell(words(learner));
  if (!keptClaim.get()) {
    await (keptActivity.get() ? returnToActivity() : restartAt('home'));
    return;
  }
  const [before] = Taro.getCurrentPages().slice(-2, -1);
  await (before?.route?.includes('check-in') ? back() : replaceWith('checkIn', { resume: '1' }));
}
