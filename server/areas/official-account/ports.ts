/** What the official account needs of the other areas. Wired in `server/areas`, faked in the tests. */
import type { CreditClass, CreditState } from '@common/terms';

export interface FoundLearner {
  learnerId: string;
  hasPhone: boolean;
}

export interface OneTimePassword {
  userName: string;
  password: string;
  /** How long it is good. */
  minutes: number;
}

/** A learner's credits of one year, in hundredths; the items newest first. */
export interface LearnerCredits {
  year: number;
  required: number;
  totals: {
    total: number;
    reviewed: number;
    pending: number;
    classI: number;
    classII: number;
    other: number;
  };
  items: {
    activityName: string;
    credits: number;
    creditClass: CreditClass;
    /** `YYYY-MM-DD`. */
    activityDate: string;
    state: CreditState;
    /** Whose review it waits for; of a returned one, who has to change it. */
    waitingFor: string | null;
  }[];
}

export interface OfficialAccountPorts {
  /** The learner bound to this sender, by the openid itself or by the unionid. */
  learnerOf(openid: string): Promise<{ learnerId: string; name: string } | null>;
  /** One index look-up each, so that known and unknown take the same time. */
  findByIdNo(idNo: string): Promise<FoundLearner | null>;
  findByPersonnelNo(personnelNo: string, last4: string): Promise<FoundLearner | null>;
  issueOneTimePassword(learnerId: string, reason: string): Promise<OneTimePassword>;
  /** By SMS to the registered phone. */
  sendRecoveryCode(learnerId: string, code: string): Promise<void>;
  credits(learnerId: string, year?: number): Promise<LearnerCredits>;
  /** A customer-service message, for an answer that was not ready in time. */
  sendText(openid: string, text: string): Promise<void>;
  /** `actor` is the sender's openid; `subject` the learner's id, null where none is known. */
  audit(entry: {
    action: RecoveryAction;
    actor: string;
    subject: string | null;
    reason?: string;
  }): Promise<void>;
  links: {
    /** The H5 start page, where the sender signs in and is bound. */
    home: string;
    register: string;
  };
}

/** What the audit keeps of a recovery. */
export type RecoveryAction =
  | 'recovery.asked'
  | 'recovery.limited'
  | 'recovery.codeSent'
  | 'recovery.codeWrong'
  | 'recovery.passwordIssued';
