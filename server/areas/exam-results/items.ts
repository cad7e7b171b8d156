import type { ItemAnalysis } from '@common/contract/examResults';
import { difficultyOf, discriminationOf, type ItemAnswer, itemWords } from '@common/rules/itemAnalysis';
import type { AttemptDoc } from '../exams/model';
import type { PaperVersionDoc, QuestionDoc } from '../papers/model';
import type { Submitted } from './taken';

/** With what was asked and answered. */
type Sheet = Submitted<AttemptDoc>;

interface Item {
  question: QuestionDoc;
  answers: ItemAnswer[];
  /** How often each option was chosen, in the order of the paper. */
  chosen: number[];
}

/** 试题分析 of every question that was put to somebody, in the order of the newest paper; a changed question stands by itself. */
export function analyseItems(versions: readonly PaperVersionDoc[], firsts: readonly Sheet[]): ItemAnalysis[] {
  const items = new Map<string, Item>();
  const byVersion = new Map(versions.map((paper) => [paper.version, paper]));
  for (const { questions } of versions.toSorted((a, b) => b.version - a.version)) {
    for (const question of questions) {
      const key = keyOf(question);
      if (!items.has(key)) {
        items.set(key, { question, answers: [], chosen: question.options.map(() => 0) });
      }
    }
  }
  for (const submitted of firsts) {
    count(items, byVersion.get(submitted.attempt.version), submitted);
  }
  return [...items.values()].filter(({ answers }) => answers.length > 0).map(present);
}

const keyOf = ({ _id, revision }: QuestionDoc) => `${_id} ${revision}`;

function count(items: Map<string, Item>, paper: PaperVersionDoc | undefined, { attempt, score }: Sheet) {
  const questions = new Map(paper?.questions.map((question) => [String(question._id), question]));
  const right = new Set(attempt.right?.map(String));
  const answers = new Map(attempt.answers.map(({ question, chosen }) => [String(question), chosen]));
  for (const { question: id, order } of attempt.drawn) {
    const question = questions.get(String(id));
    const item = question && items.get(keyOf(question));
    if (item) {
      item.answers.push({ score, isRight: right.has(String(id)) });
      for (const place of answers.get(String(id)) ?? []) {
        const option = order[place] ?? -1;
        item.chosen[option] = (item.chosen[option] ?? 0) + 1;
      }
    }
  }
}

function present({ question, answers, chosen }: Item): ItemAnalysis {
  return {
    questionId: String(question._id),
    kind: question.kind,
    stem: question.stem,
    asked: answers.length,
    difficulty: difficultyOf(answers),
    discrimination: discriminationOf(answers),
    words: itemWords(answers),
    options: question.options.map(({ text, isRight }, at) => ({ text, isRight, chosen: chosen[at] ?? 0 })),
  };
}
