import type { Receipt } from '@common/contract/checkIns';
import type { OutputOf } from '@common/contract/endpoint';
import { ApiError } from '@common/contract/errors';
import type { Place } from '@common/contract/shapes';
import type { walkIns } from '@common/contract/walkIns';
import { PRIVACY_VERSION } from '@common/privacy';
import { dayOf } from '@common/rules/shanghaiTime';
import {
  firstFault,
  WALK_IN_ORDER,
  type WalkInAnswers,
  type WalkInFaults,
  type WalkInField,
  walkInFaults,
} from '@common/rules/walkInForm';
import { useState } from 'react';
import { deviceId } from '@/services/deviceId';
import { buzz, tell } from '@/services/feedback';
import { keptClaim } from '@/services/keptClaim';
import { LOCATION_SETTING, locate } from '@/services/locate';
import { UNKNOWN_PLACE } from '@/services/located';
import { registerDraft } from '@/services/registerDraft';
import { scrollToField } from '@/services/scrollToField';
import { api } from '@/services/session';
import { isScanOver } from '../parts/noScan';
import { answersOf, changed, toForm } from './walkInAnswers';

type Opened = OutputOf<(typeof walkIns)['myWalkIn']>;

export interface WalkIn {
  answers: WalkInAnswers;
  faults: WalkInFaults;
  isAgreed: boolean;
  /** After it was handed in. */
  receipt: Receipt | undefined;
  /** Why the scan is no good any more. */
  expired: string | undefined;
  /** The place was refused: in words, what to do. */
  obstacle: string | undefined;
  change(part: Partial<WalkInAnswers>): void;
  check(field: WalkInField): void;
  agree(on: boolean): void;
  submit(): Promise<void>;
}

/** 签到登记表 of one scan: checked as it is filled in, handed in once, and kept as the beginning of a registration. */
export function useWalkIn(claimId: string, opened: Opened): WalkIn {
  const [answers, setAnswers] = useState(() => answersOf(opened.form));
  const [faults, setFaults] = useState<WalkInFaults>({});
  const [isAgreed, setAgreed] = useState(false);
  const [receipt, setReceipt] = useState<Receipt>();
  const [expired, setExpired] = useState<string>();
  const [obstacle, setObstacle] = useState<string>();
  const today = dayOf(Date.now());

  const refuse = (field: WalkInField, message: string) => {
    setFaults((now) => ({ ...now, [field]: message }));
    scrollToField(field);
  };

  /** Undefined where none is wanted, null where it cannot be had. */
  async function placeWanted(): Promise<Place | undefined | null> {
    if (!opened.scan?.isPlaceRequired) {
      return undefined;
    }
    const located = await locate(true);
    if (typeof located !== 'string') {
      setObstacle(undefined);
      return located;
    }
    setObstacle(located === 'refused' ? LOCATION_SETTING.checkInWords : UNKNOWN_PLACE);
    return null;
  }

  async function send(place: Place | undefined): Promise<void> {
    try {
      const taken = await api.walkIns.submitWalkIn({
        ...toForm(answers),
        ...{ claimId, deviceId: deviceId(), consent: true, privacyVersion: PRIVACY_VERSION },
        ...(place && { place }),
      });
      keptClaim.drop();
      if (taken.held) {
        registerDraft.fill(answers);
      }
      buzz();
      setReceipt(taken);
    } catch (error) {
      const field = error instanceof ApiError && WALK_IN_ORDER.find((each) => each === error.field);
      if (error instanceof ApiError && field) {
        refuse(field, error.message);
      } else if (isScanOver(error)) {
        setExpired(error.message);
      } else {
        throw error;
      }
    }
  }

  return {
    ...{ answers, faults, isAgreed, receipt, expired, obstacle },
    agree: setAgreed,
    change(part) {
      const next = changed(answers, part, today);
      setAnswers(next);
      // What was filled in with the number is right with it.
      const touched = WALK_IN_ORDER.filter((field) => next[field] !== answers[field]);
      setFaults((now) =>
        Object.fromEntries(Object.entries(now).filter(([field]) => !touched.includes(field as WalkInField))),
      );
    },
    check(field) {
      setFaults((now) => ({ ...now, [field]: walkInFaults(answers, today)[field] }));
    },
    async submit() {
      const found = walkInFaults(answers, today);
      setFaults(found);
      const first = firstFault(found);
      if (first) {
        scrollToField(first.field);
        return;
      }
      if (!isAgreed) {
        tell('请先勾选单独同意');
        return;
      }
      const place = await placeWanted();
      if (place !== null) {
        await send(place);
      }
    },
  };
}
