import type { CardRow } from '@common/contract/terminals';
import { groupBy } from '@common/groupBy';
import type { CardTenure } from '@common/rules/cardTenure';
import { cardNoOf } from '@common/rules/swipeFile';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate, literally, type Paging, pageOf, tryAgain } from '../../platform/mongo';
import type { Services } from '../services';
import { type CardDoc, cardModel } from './model';
import { isOwn } from './policy';
import { presentCard } from './presenter';

/** A card that somebody has or had. */
export type CardHistory = Pick<CardDoc, 'cardNo' | 'boundAt' | 'endedAt'>;

/** IC卡: each learner has one, each is one learner's. */
export interface Cards {
  /** Of the unit's own people, by name, 人员编号 or card number; the latest first. */
  listCards(unitId: string, q: string, paging: Paging): Promise<{ items: CardRow[]; total: number }>;
  /**
   * Gives a card to one of the unit's approved learners; the card that he had is no longer good.
   * @throws AppError LEARNER_UNKNOWN at `personnelNo`, CARD_TAKEN at `cardNo`.
   */
  bindCard(unitId: string, given: { personnelNo: string; cardNo: string }): Promise<CardRow>;
  /** The card is lost or was given back; answers whose it was. @throws AppError NOT_FOUND. */
  unbindCard(unitId: string, cardId: string): Promise<{ learnerId: string; cardNo: string }>;
  /** All that a learner has had, for his own record. */
  cardHistory(learnerId: string): Promise<CardHistory[]>;
  /** Whose cards these are, now and before, for `holderAt`. */
  tenuresOf(cardNos: string[]): Promise<Map<string, CardTenure[]>>;
  /** The cards that these learners have now. */
  cardsOf(learnerIds: string[]): Promise<CardDoc[]>;
}

/** Two who give a card at once: one of them begins again and sees the other's. */
const TRIES = 5;

export function createCards({ mongo, clock }: Platform, services: Services): Cards {
  const Card = cardModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  const now = () => new Date(clock.now());

  async function give(session: ClientSession, card: CardDoc): Promise<CardDoc> {
    const { cardNo, learnerId } = card;
    const taken = await Card.findOne({ cardNo, open: true }).session(session).lean();
    if (taken && String(taken.learnerId) === String(learnerId)) {
      return taken;
    }
    // Whoever closed his account needs none, and nobody could take it back from him.
    if (taken && (await services.learners.get(String(taken.learnerId)))) {
      throw appError('CARD_TAKEN', {
        message: '该IC卡已登记给其他人员；卡已交回的，请先由其单位收回',
        field: 'cardNo',
      });
    }
    await Card.updateMany(
      { $or: [{ learnerId }, { cardNo }], open: true },
      { $set: { endedAt: card.boundAt }, $unset: { open: 1 } },
      { session },
    );
    await Card.create([card], { session });
    return card;
  }

  return {
    async listCards(unitId, q, paging) {
      const ids = await services.learners.idsOf(unitId);
      const people = { learnerId: { $in: ids.map(oid) }, open: true };
      const named = q ? await services.learners.idsOf(unitId, q) : [];
      const filter = q
        ? { ...people, $or: [{ cardNo: literally(q.toUpperCase()) }, { learnerId: { $in: named.map(oid) } }] }
        : people;
      const { rows, total } = await pageOf(Card, filter, { boundAt: -1, _id: -1 }, paging);
      const learners = await services.learners.many(rows.map(({ learnerId }) => String(learnerId)));
      const items = rows.flatMap((row) => {
        const learner = learners.get(String(row.learnerId));
        return learner ? [presentCard(row, learner)] : [];
      });
      return { items, total };
    },
    async bindCard(unitId, given) {
      const learner = await services.learners.findByPersonnelNo(given.personnelNo);
      if (!learner || !isOwn(unitId, learner) || learner.approval.state !== 'approved') {
        throw appError('LEARNER_UNKNOWN', {
          message: '本单位审核通过的人员中没有此人员编号，请逐位核对',
          field: 'personnelNo',
        });
      }
      const card = (): CardDoc => ({
        _id: new Types.ObjectId(),
        cardNo: cardNoOf(given.cardNo) ?? given.cardNo,
        learnerId: learner._id,
        unitId: oid(unitId),
        boundAt: now(),
        open: true,
      });
      const bound = await tryAgain(
        () => mongo.transaction((session) => give(session, card())),
        (error) => isDuplicate(error) || isCollision(error),
        TRIES,
      );
      return presentCard(bound, learner);
    },
    async unbindCard(unitId, cardId) {
      const card = await Card.findOne({ _id: cardId, open: true }).lean();
      const learner = card && (await services.learners.get(String(card.learnerId)));
      if (!card || !learner || !isOwn(unitId, learner)) {
        throw appError('NOT_FOUND');
      }
      const { modifiedCount } = await Card.updateOne(
        { _id: card._id, open: true },
        { $set: { endedAt: now() }, $unset: { open: 1 } },
      );
      if (modifiedCount === 0) {
        throw appError('NOT_FOUND');
      }
      return { learnerId: String(card.learnerId), cardNo: card.cardNo };
    },
    cardHistory: async (learnerId) =>
      Card.find({ learnerId: oid(learnerId) })
        .sort({ boundAt: 1 })
        .lean(),
    async tenuresOf(cardNos) {
      const found = await Card.find({ cardNo: { $in: cardNos } }).lean();
      return groupBy(
        found,
        ({ cardNo }) => cardNo,
        ({ learnerId, boundAt, endedAt }): CardTenure => ({
          learnerId: String(learnerId),
          from: boundAt.getTime(),
          ...(endedAt && { to: endedAt.getTime() }),
        }),
      );
    },
    cardsOf: async (learnerIds) =>
      Card.find({ learnerId: { $in: learnerIds.map(oid) }, open: true })
        .sort({ cardNo: 1 })
        .lean(),
  };
}
