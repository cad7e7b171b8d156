import type { Receipt } from '@common/contract/checkIns';
import type { OutputOf } from '@common/contract/endpoint';
import { ApiError } from '@common/contract/errors';
import type { walkIns } from '@common/contract/walkIns';
import { isPhone } from '@common/rules/phone';
import { surveyFault } from '@common/rules/survey';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { deviceId } from '@/services/deviceId';
import { buzz } from '@/services/feedback';
import { keptClaim } from '@/services/keptClaim';
import { scrollToField } from '@/services/scrollToField';
import { api } from '@/services/session';
import { isScanOver } from '../parts/noScan';

export type Person = OutputOf<(typeof walkIns)['departing']>;
/** Chosen options by question. */
export type Chosen = Record<string, string[]>;

export interface Departure {
  step: 'phone' | 'confirm' | 'survey' | 'done';
  phone: string;
  person: Person | undefined;
  chosen: Chosen;
  receipt: Receipt | undefined;
  /** At the phone, or at the question that `fault.question` names. */
  fault: { question: string; message: string } | undefined;
  /** Why the scan is no good any more. */
  expired: string | undefined;
  typePhone(phone: string): void;
  /** 输入手机号: looks for the person. */
  find(): Promise<void>;
  /** Not me: back to the phone. */
  deny(): void;
  /** 下一步: the survey, or the departure where it has been answered. */
  confirm(): Promise<void>;
  choose(question: string, options: string[]): void;
  submit(): Promise<void>;
}

const PHONE = 'phone';
/**
 * 撤离 (manual 002 §2.1): phone, confirm the person, survey, confirm the departure.
 * @param known A learner who leaves on his own WeChat, found already.
 */
export function useDeparture(claimId: string, known: Person | null): Departure {
  const [step, setStep] = useState<Departure['step']>(known ? 'confirm' : 'phone');
  const [phone, setPhone] = useState('');
  const [person, setPerson] = useState<Person | undefined>(known ?? undefined);
  const [chosen, setChosen] = useState<Chosen>({});
  const [receipt, setReceipt] = useState<Receipt>();
  const [fault, setFault] = useState<Departure['fault']>();
  const [expired, setExpired] = useState<string>();
  const by = { claimId, ...(phone && { phone }) };
  const answers = Object.entries(chosen).map(([question, options]) => ({ question, options }));

  /** What the server refused, where it belongs. */
  function refuse(error: unknown): void {
    if (isScanOver(error)) {
      setExpired(error.message);
      return;
    }
    if (!(error instanceof ApiError)) {
      throw error;
    }
    if (error.code === 'NOT_SIGNED_IN_HERE') {
      setStep('phone');
      setFault({ question: PHONE, message: error.message });
    } else if (error.code === 'SURVEY_INCOMPLETE') {
      showFault({ question: (error.field ?? '').replace('answers.', ''), message: error.message });
    } else {
      throw error;
    }
  }
  function showFault(found: { question: string; message: string }): void {
    setFault(found);
    scrollToField(found.question);
  }

  async function depart(): Promise<void> {
    try {
      const taken = await api.walkIns.depart({ ...by, answers, deviceId: deviceId() });
      keptClaim.drop();
      buzz();
      setReceipt(taken);
      setStep('done');
    } catch (error) {
      refuse(error);
    }
  }

  return {
    ...{ step, phone, person, chosen, receipt, fault, expired },
    typePhone(typed) {
      setPhone(typed);
      setFault(undefined);
    },
    async find() {
      if (!isPhone(phone)) {
        setFault({ question: PHONE, message: '请输入签到时登记的11位手机号' });
        return;
      }
      try {
        setPerson(await api.walkIns.departing({ claimId, phone }));
        setStep('confirm');
      } catch (error) {
        refuse(error);
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
    choose(question, options) {
      setChosen((now) => ({ ...now, [question]: options }));
      setFault((now) => (now?.question === question ? undefined : now));
    },
    async submit() {
      const found = surveyFault(person?.survey ?? [], answers);
      if (found) {
        showFault(found);
        return;
      }
      await depart();
    },
  };
}
