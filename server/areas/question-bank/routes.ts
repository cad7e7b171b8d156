import type { questionBank } from '@common/contract/questionBank';
import { actorOf, type Call, callerId, fileOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { presentBankQuestion } from './presenter';

type Asked = Pick<Call, 'session' | 'requestId'>;
const unitOf = (call: Asked) => callerId(call, 'unitId');

export function questionBankRoutes(_platform: Platform, services: Services): Handlers<typeof questionBank> {
  const { questionBank: bank } = services;
  const present = (doc: Parameters<typeof presentBankQuestion>[0]) =>
    presentBankQuestion(doc, services.papers.pictureUrl);
  const noted = async (call: Asked, reason: string) =>
    services.audit.append({
      actor: actorOf(call),
      action: 'bank.changed',
      subject: `unit:${unitOf(call)}`,
      reason,
      requestId: call.requestId,
    });

  return {
    async listBank(call) {
      const { page, pageSize } = call.input;
      const { rows, total } = await bank.list(unitOf(call), call.input);
      return { items: rows.map(present), total, page, pageSize };
    },
    async addToBank(call) {
      const { discipline, ...question } = call.input;
      const kept = await bank.keep(unitOf(call), discipline, question);
      await noted(call, '添加试题');
      return present(kept);
    },
    async saveInBank(call) {
      const { questionId, revision, discipline, ...question } = call.input;
      const saved = await bank.save(unitOf(call), questionId, revision, discipline, question);
      await noted(call, '修改试题');
      return present(saved);
    },
    async removeFromBank(call) {
      const removed = await bank.remove(unitOf(call), call.input.questionIds);
      await noted(call, `删除试题${removed}道`);
      return { removed };
    },
    async copyToBank(call) {
      const { activityId, questionIds } = call.input;
      const full = await services.activities.ownActivity(call.session, activityId);
      const counted = await bank.copy(full, questionIds);
      await noted(call, `从试卷存入${counted.added}道`);
      return counted;
    },
    questionTemplate: async () => bank.importing.template(),
    checkQuestions: async (call) => bank.importing.check(unitOf(call), fileOf(call)),
    checkQuestionText: async (call) => bank.importing.checkText(unitOf(call), call.input.text),
    commitQuestions: async (call) => bank.importing.commit(call, call.input),
    async exportBank(call) {
      const questions = await bank.allOf(unitOf(call), call.input.discipline);
      return bank.questionsBook('题库', questions);
    },
  };
}
