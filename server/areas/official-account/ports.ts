/** What the official account needs of the other areas. Wired in `server/areas`, faked in the tests. */
import type { CreditClass, CreditState } from '@common/terms';
import type { Redeemed } from '../bindings/service';
import type { MessageLogService } from '../message-log/service';
import type { CommandPorts } from './commandPorts';
import type { Links } from './links';
import type { Claim } from './pendingRecoveries';

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
    /** 审核意见: why returned or revoked. */
    opinion?: string | null;
  }[];
}

export interface OfficialAccountPorts extends CommandPorts {
  /** The learner bound to this sender, by the openid itself or by the unionid. */
  learnerOf(openid: string): Promise<{ learnerId: string; name: string } | null>;
  /** One index look-up each, so that known and unknown take the same time. */
  findByIdNo(idNo: string): Promise<FoundLearner | null>;
  findByPersonnelNo(personnelNo: string, last4: string): Promise<FoundLearner | null>;
  /** Whether a claim names this learner himself; nothing of anybody else is looked at. */
  isHis(learnerId: string, claim: Claim): Promise<boolean>;
  issueOneTimePassword(learnerId: string, reason: string): Promise<OneTimePassword>;
  /** Tells the learner on all channels that he was given a password; never the password. Resolves when it is written down. */
  tellIssued(learnerId: string): Promise<void>;
  /** By SMS to the registered phone. */
  sendRecoveryCode(learnerId: string, code: string): Promise<void>;
  credits(learnerId: string, year?: number): Promise<LearnerCredits>;
  /** A binding's QR was scanned, or its code typed. */
  redeemScene(openid: string, scene: string): Promise<Redeemed>;
  /** 关注 and 取消关注. */
  follow(openid: string, isFollowing: boolean): Promise<void>;
  /** What WeChat says became of a template message: `success`, `failed:user block`, …. */
  delivered(messageId: string, status: string): Promise<void>;
  /** The address that a venue screen's code holds; null for a code that is none of ours. */
  checkInUrl(scanned: string): string | null;
  /** What came in, for the archive. Never throws and takes no time. */
  note(entry: Omit<Parameters<MessageLogService['note']>[0], 'account'>): void;
  /** A customer-service message, for an answer that was not ready in time. */
  sendText(openid: string, text: string): Promise<void>;
  /** `actor` is the sender's openid; `subject` the learner's id, null where none is known. */
  audit(entry: {
    action: RecoveryAction;
    actor: string;
    subject: string | null;
    reason?: string;
  }): Promise<void>;
  links: Links;
}

/** What the audit keeps of a recovery. */
export type RecoveryAction =
  | 'recovery.asked'
  | 'recovery.limited'
  | 'recovery.codeSent'
  | 'recovery.codeWrong'
  | 'recovery.passwordIssued';
