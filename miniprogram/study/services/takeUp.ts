import { isFinished } from '@/services/examAttempt';
import { exams } from '@/services/exams';
import { api, session } from '@/services/session';

/** Takes up an attempt as the server has it. One that has been handed in is finished here, too. Rejects with an ApiError. */
export async function takeUp(attemptId: string): Promise<void> {
  try {
    const view = await api.exams.myAttempt({ attemptId });
    exams.begin(view, session.snapshot().me?.learner?.id ?? '');
  } catch (error) {
    if (!isFinished(error)) {
      throw error;
    }
    exams.finish(attemptId, null);
  }
}
