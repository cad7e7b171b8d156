import type { Receipt } from '@common/contract/checkIns';
import type { OutputOf } from '@common/contract/endpoint';
import { ApiError } from '@common/contract/errors';
import type { walkIns } from '@common/contract/walkIns';
import { isPhone } from '@common/rules/phone';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type FormSheet, useFormSheet } from '@/components/form-questions/useFormSheet';
import { deviceId } from '@/services/deviceId';
import { buzz } from '@/services/feedback';
import { keptClaim } from '@/services/keptClaim';
import { api } from '@/services/session';
import { isScanOver } from '../parts/noScan';

export type Person = OutputOf<(typeof walkIns)['departing']>;

export interface Departure {
  step: 'phone' | 'confirm' | 'survey' | 'done';
  phone: string;
  person: Person | undefined;
  survey: FormSheet;
  receipt: Receipt | undefined;
  /** At the phone. */
  fault: string | undefined;
  /** Why the scan is no good any more. */
  expired: string | undefined;
  typePhone(phone: string): void;
  /** 输入手机号: looks for the person. */
  find(): Promise<void>;
  /** Not me: back to the phone. */
  deny(): void;
  /** 下一步: the survey, or the departure where it has been answered. */
  confirm(): Promise<void>;
  submit(): Promise<void>;
}

/**
 * 撤离 (manual 002 §2.1): phone, confirm the person, survey, confirm the departure.
 * @param known A learner who leaves on his own WeChat, found already.
 */
export function useDeparture(claimId: string, known: Person | null): Departure {
  const [step, setStep] = useState<Departure['step']>(known ? 'confirm' : 'phone');
  const [phone, setPhone] = useState('');
  const [person, setPerson] = useState<Person | undefined>(known ?? undefined);
  const survey = useFormSheet(person?.survey ?? []);
  const [receipt, setReceipt] = useState<Receipt>();
  const [fault, setFault] = useState<Departure['fault']>();
  const [expired, setExpired] = useState<string>();
  const by = { claimId, ...(phone && { phone }) };

  /** What the server refused, where it belongs. */
  async function refuse(error: unknown): Promise<void> {
    if (isScanOver(error)) {
      setExpired(error.message);
      return;
    }
    if (!(error instanceof ApiError)) {
      throw error;
    }
    if (error.code === 'NOT_SIGNED_IN_HERE') {
      setStep('phone');
      setFault(error.message);
    } else if (error.code === 'SURVEY_INCOMPLETE') {
      // What passed here is refused there: the authority has changed the survey in between.
      setPerson(await api.walkIns.departing(by));
      survey.refuse({ question: (error.field ?? '').replace('answers.', ''), message: error.message });
    } else {
      throw error;
    }
  }

  async function depart(): Promise<void> {
    try {
      const taken = await api.walkIns.depart({ ...by, answers: survey.answers, deviceId: deviceId() });
      keptClaim.drop();
      buzz();
      setReceipt(taken);
      setStep('done');
    } catch (error) {
      await refuse(error);
    }
  }

  return {
    ...{ step, phone, person, survey, receipt, fault, expired },
    typePhone(typed) {
      setPhone(typed);
      setFault(undefined);
    },
    async find() {
      if (!isPhone(phone)) {
        setFault('请输入签到时登记的11位手机号');
        return;
      }
      try {
        setPerson(await api.walkIns.departing({ claimId, phone }));
        setStep('confirm');
      } catch (error) {
        await refuse(error);
      }
    },
    deny() {
      setPerson(undefined);
      setFault(undefined);
      setStep('phone');
    },
    async confirm() {
      if (person && person.survey.length > 0) {
        setStep('survey');
        void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
      } else {
        await depart();
      }
    },
    async submit() {
      if (survey.check()) {
        await depart();
      }
    },
  };
}
