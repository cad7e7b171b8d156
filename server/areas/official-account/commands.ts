/** What a message asks for -> the answer in words. */
import { checkIdNo, maskIdNo } from '@common/rules/idNo';
import type { MessageCommand } from '@common/rules/messageGrammar';
import { dayOf } from '@common/rules/shanghaiTime';
import type { Platform } from '../../platform';
import { creditsText } from './creditsText';
import type { OfficialAccountPorts } from './ports';
import type { Recovery, Sender } from './recovery';
import { words } from './words';

export type AnswerCommand = (sender: Sender, command: MessageCommand) => Promise<string>;

export function createCommands(
  { clock }: Pick<Platform, 'clock'>,
  recovery: Recovery,
  ports: OfficialAccountPorts,
): AnswerCommand {
  async function credits(openid: string, year?: number): Promise<string> {
    const learner = await ports.learnerOf(openid);
    if (!learner) {
      return words.bindFirst(ports.links);
    }
    return creditsText(learner.name, await ports.credits(learner.learnerId, year), ports.links.home);
  }

  return async (sender, command) => {
    switch (command.kind) {
      case 'recover': {
        // A wrong check digit is told at once: that gives nothing away.
        const check = checkIdNo(command.idNo, dayOf(clock.now()));
        return check.ok ? recovery.ask(sender, { idNo: check.idNo }) : words.wrongIdNo(check.message);
      }
      case 'recoverByCard':
        return recovery.ask(sender, { personnelNo: command.personnelNo, last4: command.last4 });
      case 'recoverHelp':
        return words.recoverHelp();
      case 'code':
        return recovery.answerCode(sender, command.code);
      case 'credits':
        return credits(sender.openid, command.year);
      case 'help':
        return words.help(ports.links);
      case 'idNoAlone':
        return words.idNoAlone(maskIdNo(command.idNo));
      case 'unknown':
        return words.unknown();
    }
  };
}
