import type { ExamQuestionInput } from '@common/contract/papers';
import type { ExamQuestionKind } from '@common/terms';

/** A question while it is written. Each option has a key of its own, so that moving one takes its field along. */
export interface QuestionDraft extends Omit<ExamQuestionInput, 'options'> {
  pictureUrl: string | null;
  options: DraftOption[];
}
interface DraftOption {
  key: number;
  text: string;
  isRight: boolean;
}

/** 该考题默认是四个答案选项 (manual 000 §二.2). */
const USUAL_OPTIONS = 4;
/** As the contract limits them. */
export const LEAST_OPTIONS = 2;
export const MOST_OPTIONS = 10;

/** What the editor begins with. */
export type QuestionStart = ExamQuestionInput & { pictureUrl: string | null };

/** An empty question, or one to be changed. */
export function draftOf(initial?: QuestionStart, kind: ExamQuestionKind = 'single'): QuestionDraft {
  if (!initial) {
    const options = Array.from({ length: USUAL_OPTIONS }, (_, key) => ({ key, text: '', isRight: false }));
    return { kind, stem: '', pictureId: null, pictureUrl: null, options, explanation: '' };
  }
  const { stem, pictureId, pictureUrl, explanation } = initial;
  const options = initial.options.map(({ text, isRight }, key) => ({ key, text, isRight }));
  return { kind: initial.kind, stem, pictureId, pictureUrl, options, explanation };
}

/** As it is sent. */
export const inputOf = ({
  kind,
  stem,
  pictureId,
  options,
  explanation,
}: QuestionDraft): ExamQuestionInput => ({
  kind,
  stem: stem.trim(),
  pictureId,
  options: options.map(({ text, isRight }) => ({ text: text.trim(), isRight })),
  explanation: explanation.trim(),
});

/** Of several right options a 单选题 keeps the first. */
export function withKind(draft: QuestionDraft, kind: ExamQuestionKind): QuestionDraft {
  const first = draft.options.findIndex(({ isRight }) => isRight);
  return kind === 'multiple'
    ? { ...draft, kind }
    : {
        ...draft,
        kind,
        options: draft.options.map((option, at) => ({ ...option, isRight: at === first })),
      };
}

/** 点击正确的备选答案: the only one of a 单选题, on or off of a 多选题. */
export const withRight = (draft: QuestionDraft, place: number): QuestionDraft => ({
  ...draft,
  options: draft.options.map((option, at) => {
    if (draft.kind === 'single') {
      return { ...option, isRight: at === place };
    }
    return at === place ? { ...option, isRight: !option.isRight } : option;
  }),
});

/** 增加选项. */
export function withOneMore(draft: QuestionDraft): QuestionDraft {
  const key = Math.max(...draft.options.map((option) => option.key)) + 1;
  return { ...draft, options: [...draft.options, { key, text: '', isRight: false }] };
}

export const withoutOption = (draft: QuestionDraft, place: number): QuestionDraft => ({
  ...draft,
  options: draft.options.filter((_, at) => at !== place),
});

export const withText = (draft: QuestionDraft, place: number, text: string): QuestionDraft => ({
  ...draft,
  options: draft.options.map((option, at) => (at === place ? { ...option, text } : option)),
});

/** Changes places with the one before (-1) or after (1). */
export function withMoved(draft: QuestionDraft, place: number, by: -1 | 1): QuestionDraft {
  const options = [...draft.options];
  const [moved] = options.splice(place, 1);
  if (moved) {
    options.splice(place + by, 0, moved);
  }
  return { ...draft, options };
}
