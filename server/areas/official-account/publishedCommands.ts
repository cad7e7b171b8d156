import { nearestTitle } from '@common/rules/nearestTitle';
import type { OfficialAccountPorts } from './ports';
import { faqText, nearestQuestion, noticesText } from './publishedText';
import { standardsText } from './standardsText';

const NOTICES = 6;
const QUESTIONS = 10;
/** Among how many the nearest to a question in somebody's own words is looked for. */
const SEARCHED = 100;

/** 通知, 常见问题 and 标准: for whoever asks. `learnerId`: by whose region; null for the account's. */
export function createPublishedCommands(ports: OfficialAccountPorts) {
  const { links } = ports;

  /** The question that comes nearest to some words. */
  async function nearest(learnerId: string | null, question: string) {
    const { items } = await ports.published('faq', learnerId, SEARCHED);
    const index = nearestTitle(
      question,
      items.map(({ title }) => title),
    );
    return index === null ? undefined : items[index];
  }

  return {
    notices: async (learnerId: string | null): Promise<string[]> =>
      noticesText(await ports.published('notice', learnerId, NOTICES), links),
    /** By the words as they are, else the question that comes nearest. */
    async faq(learnerId: string | null, words: string): Promise<string[]> {
      const found = await ports.published('faq', learnerId, QUESTIONS, words);
      if (found.items.length > 0 || words === '') {
        return faqText(found, words, links);
      }
      const near = await nearest(learnerId, words);
      return near ? [nearestQuestion(near)] : faqText(found, words, links);
    },
    standards: async (learnerId: string | null, words: string, year: number): Promise<string[]> =>
      standardsText(await ports.standards(learnerId, year), words, year, links),
    /** To what nobody understood: empty where no question comes near. */
    async nearest(learnerId: string | null, question: string): Promise<string> {
      const near = await nearest(learnerId, question);
      return near ? nearestQuestion(near) : '';
    },
  };
}
