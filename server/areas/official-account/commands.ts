/** What a message asks for -> the answer in words. */
import { checkIdNo, maskIdNo } from '@common/rules/idNo';
import type { MessageCommand, YearAsked } from '@common/rules/messageCommands';
import { pagesOf } from '@common/rules/messagePages';
import { dayOf, yearOf } from '@common/rules/shanghaiTime';
import type { Platform } from '../../platform';
import type { BoundLearner } from '../bindings/service';
import { attendanceText } from './attendanceText';
import { createBindingCommands } from './bindingCommands';
import { creditsText, entriesText } from './creditsText';
import { createKeptAnswers } from './keptAnswers';
import type { OfficialAccountPorts } from './ports';
import { createPublishedCommands } from './publishedCommands';
import type { Recovery, Sender } from './recovery';
import { MAX_REPLY_BYTES } from './reply';
import { standingText } from './standingText';
import { tasksText } from './tasksText';
import { whyText } from './whyText';
import { words } from './words';

export type AnswerCommand = (sender: Sender, command: MessageCommand) => Promise<string>;

/** An answer, or the blocks of a long one, which is said page by page. */
type Answer = string | string[];

export function createCommands(
  platform: Pick<Platform, 'clock' | 'redis' | 'random' | 'cipher'>,
  recovery: Recovery,
  ports: OfficialAccountPorts,
): AnswerCommand {
  const { clock } = platform;
  const { links } = ports;
  const kept = createKeptAnswers(platform, ports.account);
  const binding = createBindingCommands(platform, ports, kept);
  const published = createPublishedCommands(ports);
  const yearAsked = ({ year, yearsAgo = 0 }: YearAsked) => year ?? yearOf(clock.now()) - yearsAgo;

  async function paged(openid: string, learnerId: string | null, answer: Answer): Promise<string> {
    const pages = typeof answer === 'string' ? [answer] : pagesOf(answer, MAX_REPLY_BYTES);
    if (pages.length > 1) {
      await kept.keepPages(openid, learnerId, pages);
    }
    return pages[0] ?? '';
  }

  /** Of the learner that the sender is bound to, and of nobody else: no command names another. */
  async function ofHis(openid: string, answer: (learner: BoundLearner) => Promise<Answer>): Promise<string> {
    const learner = await ports.learnerOf(openid);
    return learner ? paged(openid, learner.learnerId, await answer(learner)) : words.bindFirst(links);
  }

  /** For whoever asks; by the region of a bound one. */
  async function forAnybody(openid: string, answer: (learnerId: string | null) => Promise<Answer>) {
    const learnerId = (await ports.learnerOf(openid))?.learnerId ?? null;
    return paged(openid, learnerId, await answer(learnerId));
  }

  async function recover(sender: Sender, given: string): Promise<string> {
    // A wrong check digit is told at once: that gives nothing away.
    const check = checkIdNo(given, dayOf(clock.now()));
    return check.ok ? recovery.ask(sender, { idNo: check.idNo }) : words.wrongIdNo(check.message);
  }

  const credits = async (openid: string, asked: YearAsked) =>
    ofHis(openid, async ({ learnerId, name }) =>
      creditsText(name, await ports.credits(learnerId, yearAsked(asked)), links),
    );

  async function idNoAlone(openid: string, given: string): Promise<string> {
    const check = checkIdNo(given, dayOf(clock.now()));
    if (!check.ok) {
      return words.wrongIdNo(check.message);
    }
    await kept.keepNumber(openid, check.idNo);
    return words.idNoAlone(maskIdNo(check.idNo));
  }

  /** The answer to `idNoAlone`. */
  async function choose(sender: Sender, choice: 1 | 2): Promise<string> {
    const idNo = await kept.takeNumber(sender.openid);
    if (idNo === null) {
      return words.unknown();
    }
    return choice === 1 ? recover(sender, idNo) : credits(sender.openid, {});
  }

  async function nextPage(openid: string): Promise<string> {
    const learner = await ports.learnerOf(openid);
    const next = await kept.nextPage(openid, learner?.learnerId ?? null);
    return next.kind === 'page' ? next.text : next.kind === 'end' ? words.lastPage() : words.noPage();
  }

  return async (sender, command) => {
    const { openid } = sender;
    switch (command.kind) {
      case 'recover':
        return recover(sender, command.idNo);
      case 'recoverByCard':
        return recovery.ask(sender, { personnelNo: command.personnelNo, last4: command.last4 });
      case 'recoverHelp':
        return words.recoverHelp();
      case 'code':
        return recovery.answerCode(sender, command.code);
      case 'credits':
        return credits(openid, command);
      case 'entries':
        return ofHis(openid, async ({ learnerId, name }) =>
          entriesText(name, await ports.credits(learnerId, yearAsked(command)), links),
        );
      case 'standing':
        return ofHis(openid, async ({ learnerId, name }) =>
          standingText(name, await ports.credits(learnerId, yearAsked(command)), links),
        );
      case 'why':
        return ofHis(openid, async ({ learnerId }) => whyText(await ports.missing(learnerId), links));
      case 'attendance':
        return ofHis(openid, async ({ learnerId }) => {
          const [activities, scans] = await Promise.all([
            ports.activities(learnerId),
            ports.scans(learnerId),
          ]);
          return attendanceText(activities, scans, links);
        });
      case 'tasks':
        return ofHis(openid, async ({ learnerId }) => tasksText(await ports.activities(learnerId), links));
      case 'notices':
        return forAnybody(openid, published.notices);
      case 'faq':
        return forAnybody(openid, async (learnerId) => published.faq(learnerId, command.words));
      case 'standards':
        return forAnybody(openid, async (learnerId) =>
          published.standards(learnerId, command.words, yearAsked(command)),
        );
      case 'bind':
        return binding.bind(await ports.learnerOf(openid));
      case 'bindCode':
        return binding.bindByCode(openid, command.code);
      case 'release':
        return binding.release(await ports.learnerOf(openid));
      case 'releaseConfirmed':
        return binding.releaseConfirmed(openid);
      case 'next':
        return nextPage(openid);
      case 'help':
        return words.help(links);
      case 'idNoAlone':
        return idNoAlone(openid, command.idNo);
      case 'choice':
        return choose(sender, command.choice);
      case 'unknown': {
        const { question } = command;
        const near = question
          ? await forAnybody(openid, async (learnerId) => published.nearest(learnerId, question))
          : '';
        return near || words.unknown();
      }
    }
  };
}
