import { isBindingScene } from '@common/rules/bindingCode';
import { parseMessage } from '@common/rules/messageGrammar';
import type { Platform } from '../../platform';
import type { AnswerCommand } from './commands';
import type { Message } from './message';
import { bindingWords, notText, scannedCode } from './notTyped';
import type { OfficialAccountPorts } from './ports';
import { words } from './words';

/** What is said to a message, null for nothing; and as what it was understood, for the archive. */
export interface Said {
  command: string;
  words: string | null;
}

/** Understands a message of any kind, does what it asks for and answers in words. */
export type AnswerMessage = (message: Message, later: (task: () => Promise<void>) => void) => Promise<Said>;

export function createAnswers(
  { log }: { log: Pick<Platform['log'], 'info'> },
  { name }: { name: string },
  ports: OfficialAccountPorts,
  answerCommand: AnswerCommand,
): AnswerMessage {
  const bind = async (openid: string, scene: string) => bindingWords(await ports.redeemScene(openid, scene));

  async function welcome(openid: string, scene: string | null): Promise<string> {
    await ports.follow(openid, true);
    const greeting = words.welcome(name, ports.links);
    return scene && isBindingScene(scene) ? `${await bind(openid, scene)}\n\n${greeting}` : greeting;
  }

  return async ({ from, msgType, meaning }, later) => {
    if (meaning.kind === 'typed') {
      const command = parseMessage(meaning.text);
      log.info({ command: command.kind }, 'official account: command');
      return { command: command.kind, words: await answerCommand({ openid: from, later }, command) };
    }
    const said = async (): Promise<string | null> => {
      switch (meaning.kind) {
        case 'notText':
          return notText(msgType);
        case 'followed':
          return welcome(from, meaning.scene);
        case 'scanned':
          return isBindingScene(meaning.scene) ? bind(from, meaning.scene) : words.help(ports.links);
        case 'scannedCode':
          return scannedCode(ports.checkInUrl(meaning.result));
        case 'unfollowed':
          await ports.follow(from, false);
          return null;
        case 'delivered':
          await ports.delivered(meaning.messageId, meaning.status);
          return null;
        case 'silent':
          return null;
      }
    };
    return { command: meaning.kind, words: await said() };
  };
}
