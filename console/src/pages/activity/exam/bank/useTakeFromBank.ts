import type { ApiError } from '@common/contract/errors';
import type { PaperView } from '@common/contract/papers';
import { App } from 'antd';
import { type Action, useAction } from '../../../../hooks/useAction';
import type { Paper } from '../usePaper';

/** Asks for questions of the bank and says how many came; closes when that has worked. */
export function useTakeFromBank<A extends unknown[]>(
  { paper, onClose }: { paper: Paper; onClose: () => void },
  ask: (...args: A) => Promise<PaperView>,
  onError?: (error: ApiError) => boolean,
): Action<A> {
  const { message } = App.useApp();
  return useAction(async (...args: A) => {
    const next = await ask(...args);
    const added = next.questions.length - paper.view.questions.length;
    paper.take(next);
    message.success(added > 0 ? `已加入${added}道试题` : '所选试题都已在试卷中，没有重复加入');
    onClose();
  }, onError);
}
