import type { CardRow, SwipeUpload, TerminalRow } from '@common/contract/terminals';
import type { LearnerDoc } from '../learners/model';
import type { CardDoc, SwipeUploadDoc, TerminalDoc } from './model';

export function presentTerminal({ _id, code, name, lastUploadAt, skewSeconds }: TerminalDoc): TerminalRow {
  return {
    id: String(_id),
    code,
    name,
    lastUploadAt: lastUploadAt?.toISOString() ?? null,
    skewSeconds: skewSeconds ?? null,
  };
}

export function presentCard(
  { _id, cardNo, boundAt }: CardDoc,
  learner: Pick<LearnerDoc, '_id' | 'name' | 'personnelNo' | 'department'>,
): CardRow {
  return {
    id: String(_id),
    cardNo,
    learnerId: String(learner._id),
    name: learner.name,
    personnelNo: learner.personnelNo ?? '',
    department: learner.department,
    boundAt: boundAt.toISOString(),
  };
}

export function presentUpload(upload: SwipeUploadDoc, activityName: string): SwipeUpload {
  const { _id, activityId: _activity, terminalId: _terminal, uploadedAt, unknownCards, ...rest } = upload;
  return {
    ...rest,
    id: String(_id),
    activityName,
    uploadedAt: uploadedAt.toISOString(),
    unknownCards: unknownCards.map(({ at, ...card }) => ({ ...card, at: at.toISOString() })),
  };
}
