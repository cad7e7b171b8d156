import type { Receipt } from '@common/contract/checkIns';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { walkIns } from '@common/contract/walkIns';
import { maskName } from '@common/rules/personName';
import { normalisePhone } from '@common/rules/phone';
import { TITLES } from '@common/terms';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { createSlidingWindow } from '../../platform/slidingWindow';
import type { Services } from '../services';
import type { Begun } from './begun';
import { createLeavers, type Leaver, type Leaving } from './leavers';
import type { Surveys } from './surveys';
import type { WalkInsWorkshop } from './workshop';

export type DepartInput = ParsedInputOf<typeof walkIns.depart>;

export interface Departing {
  /**
   * Who leaves with this scan of the 撤离二维码, numbers and name masked, and what he is to be asked.
   * @throws AppError CLAIM_EXPIRED, CLAIM_NOT_YOURS, NOT_SIGNED_IN_HERE; TOO_MANY_REQUESTS after some other phones with one scan.
   */
  departing(
    session: SessionRecord,
    given: { claimId: string; phone?: string },
  ): Promise<OutputOf<typeof walkIns.departing>>;
  /** Takes the answers and writes the departure, once for the scan. @throws AppError as `departing`, SURVEY_INCOMPLETE. */
  depart(session: SessionRecord, input: DepartInput): Promise<Receipt>;
}

/** With one scan one's own number may be mistyped; a room's numbers may not be tried out. */
const PHONES_A_SCAN = { most: 5, ms: 30 * 60_000 };

export function createDeparting(
  platform: Platform,
  services: Services,
  begun: Begun,
  surveys: Surveys,
  workshop: WalkInsWorkshop,
): Departing {
  const { leavingOf } = createLeavers(platform, services, begun, workshop);
  const tries = createSlidingWindow(platform, 'departure-phone', PHONES_A_SCAN);

  async function whoLeaves(session: SessionRecord, claimId: string, phone?: string): Promise<Leaving> {
    const wait = phone ? await tries.take(claimId, normalisePhone(phone)) : 0;
    if (wait > 0) {
      throw appError('TOO_MANY_REQUESTS', {
        message: '手机号输入次数过多，请重新扫描撤离二维码',
        retryAfter: Math.ceil(wait / 1000),
      });
    }
    return leavingOf(session, claimId, phone);
  }

  async function write({ scan, full, leaver }: Leaving, input: DepartInput) {
    const { walkIn, learner } = leaver;
    const swipe = workshop.swipeOf(input.claimId, scan, full, input);
    // Who came to the code himself has scanned; for who typed a phone the form stands.
    const method = input.phone ? 'form' : scan.method;
    const written = learner && (await workshop.record(full, learner, swipe, method));
    const added = walkIn && (await workshop.addSwipe(walkIn, swipe));
    if (added && learner) {
      await workshop.settle(added.row, learner);
    }
    return { swipe, written, added };
  }

  return {
    async departing(session, { claimId, phone }) {
      const { full, leaver, signedInAt } = await whoLeaves(session, claimId, phone);
      const survey = await surveys.asked(full, leaver.idNoHash);
      return { ...presentLeaver(leaver), activityName: full.project.name, signedInAt, survey: [...survey] };
    },
    async depart(session, input) {
      const leaving = await whoLeaves(session, input.claimId, input.phone);
      const { full, leaver } = leaving;
      const fault = await surveys.check(full, leaver.idNoHash, input.answers);
      if (fault) {
        throw appError('SURVEY_INCOMPLETE', { message: fault.message, field: `answers.${fault.question}` });
      }
      const { swipe, written, added } = await write(leaving, input);
      await surveys.keepAnswers(full, leaver.idNoHash, input.answers);
      return workshop.receipt(
        full,
        { name: leaver.name, learner: leaver.learner, walkIn: added?.row },
        {
          id: written?.row._id ?? added?.row._id ?? full.activity._id,
          swipe: written?.row ?? swipe,
          repeated: written?.repeated ?? added?.repeated ?? false,
          held: null,
        },
      );
    },
  };
}

function presentLeaver({ name, sex, phoneMasked, unitName, department, title }: Leaver) {
  return { name: maskName(name), sex, phoneMasked, unitName, department, title: TITLES[title] };
}
