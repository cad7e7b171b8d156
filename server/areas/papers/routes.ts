import type { AuditAction } from '@common/auditActions';
import type { papers } from '@common/contract/papers';
import { actorOf, type Call, callerId, fileOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';

type Asked = Pick<Call, 'session' | 'requestId'>;

export function papersRoutes(_platform: Platform, services: Services): Handlers<typeof papers> {
  const { papers: area } = services;
  const own = async ({ session }: Asked, activityId: string) =>
    services.activities.ownActivity(session, activityId);

  /** Does a change, writes it down and shows the paper as it then is. */
  async function changed(
    call: Asked,
    activityId: string,
    [action, reason]: [AuditAction, string?],
    change: (full: FullActivity) => Promise<unknown>,
  ) {
    const full = await own(call, activityId);
    await change(full);
    await services.audit.append({
      actor: actorOf(call),
      action,
      subject: `activity:${activityId}`,
      ...(reason && { reason }),
      requestId: call.requestId,
    });
    return area.show(full);
  }

  return {
    getPaper: async (call) => area.show(await own(call, call.input.activityId)),
    async setPaperRules(call) {
      const { activityId, ...rules } = call.input;
      return changed(call, activityId, ['paper.rules-changed'], (full) => area.setRules(full, rules));
    },
    async addQuestion(call) {
      const { activityId, ...question } = call.input;
      return changed(call, activityId, ['paper.question-added', briefly(question.stem)], (full) =>
        area.addQuestion(full, question),
      );
    },
    async saveQuestion(call) {
      const { activityId, questionId, revision, ...question } = call.input;
      return changed(call, activityId, ['paper.question-changed', briefly(question.stem)], (full) =>
        area.saveQuestion(full, questionId, revision, question),
      );
    },
    async removeQuestions(call) {
      const { activityId, questionIds } = call.input;
      return changed(call, activityId, ['paper.questions-removed', `${questionIds.length}道`], (full) =>
        area.removeQuestions(full, questionIds),
      );
    },
    async orderQuestions(call) {
      const { activityId, questionIds } = call.input;
      return changed(call, activityId, ['paper.question-changed', '调整顺序'], (full) =>
        area.orderQuestions(full, questionIds),
      );
    },
    async addFromBank(call) {
      const { activityId, questionIds } = call.input;
      return changed(call, activityId, ['paper.question-added', '从题库选题'], (full) =>
        area.addFromBank(full, questionIds),
      );
    },
    async drawFromBank(call) {
      const { activityId, ...given } = call.input;
      return changed(call, activityId, ['paper.question-added', `从题库随机抽题${given.count}道`], (full) =>
        area.drawFromBank(full, given),
      );
    },
    async publishPaper(call) {
      const { activityId, revision } = call.input;
      return changed(call, activityId, ['paper.published'], (full) => area.publish(full, revision));
    },
    async closePaper(call) {
      const { activityId } = call.input;
      return changed(call, activityId, ['paper.closed'], (full) => area.close(full));
    },
    async exportPaper(call) {
      const full = await own(call, call.input.activityId);
      const { questions } = await area.draftOf(full);
      return services.questionBank.questionsBook(`${full.project.name}试卷`, questions);
    },
    uploadPicture: async (call) => area.upload(callerId(call, 'unitId'), fileOf(call)),
    picture: async ({ input }) => area.serve(input.ticket),
  };
}

/** Enough of a stem to know the question by. */
const briefly = (stem: string) => (stem.length > 40 ? `${stem.slice(0, 40)}…` : stem);
