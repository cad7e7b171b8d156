import type { FormAnswer, FormQuestion } from '@common/contract/forms';
import { type FormFault, formFault } from '@common/rules/forms';
import { useState } from 'react';
import { tell } from '@/services/feedback';
import { scrollToField } from '@/services/scrollToField';
import { answersOf, countAnswered, fitting, type Given } from './formSheet';

/** A form that is being filled in. */
export interface FormSheet {
  questions: readonly FormQuestion[];
  given: Given;
  fault: FormFault | undefined;
  /** How many are answered as they ask. */
  answered: number;
  answers: FormAnswer[];
  give(question: string, answer: Given[string]): void;
  /** Whether it can be sent; else the fault stands at its question, which is brought into sight. */
  check(): boolean;
  /** A fault that the server found: at its question, or said where there is no such question. */
  refuse(fault: FormFault): void;
}

/**
 * @param begun What was given before, on this phone.
 * @param onGive Called with all that is given, after each answer.
 */
export function useFormSheet(
  questions: readonly FormQuestion[],
  begun: Given = {},
  onGive: (given: Given) => void = () => undefined,
): FormSheet {
  const [kept, setGiven] = useState(begun);
  const [fault, setFault] = useState<FormFault>();
  const given = fitting(questions, kept);
  const answers = answersOf(questions, given);

  function refuse(found: FormFault): void {
    setFault(found);
    if (questions.some(({ key }) => key === found.question)) {
      scrollToField(found.question);
    } else {
      tell(found.message);
    }
  }

  return {
    ...{ questions, given, fault, answers },
    answered: countAnswered(questions, given),
    give(question, answer) {
      setGiven((now) => ({ ...now, [question]: answer }));
      setFault((before) => (before?.question === question ? undefined : before));
      onGive({ ...given, [question]: answer });
    },
    check() {
      const found = formFault(questions, answers);
      if (found) {
        refuse(found);
      }
      return !found;
    },
    refuse,
  };
}
