import type { Doubt } from '@common/contract/attendance';
import type { Fact, FoundDoubt } from '@common/rules/doubtFindings';
import { metresInWords } from '@common/rules/placeVerdict';
import { dayOf, formatTime } from '@common/rules/shanghaiTime';
import { CHECK_IN_METHODS, DIRECTIONS } from '@common/terms';
import { courseNameOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { CheckInDoc } from '../check-ins/model';
import type { Evidence } from './evidence';
import type { DoubtClearanceDoc } from './model';
import { metresOf } from './presenter';

/** What the facts are told with. */
export interface Around {
  full: FullActivity;
  evidence: Evidence;
  nameOf(learnerId: string): string;
}

/** So many facts are read by nobody. */
const MOST_FACTS = 50;

/** A doubt in words; the phones and addresses themselves are told to nobody. */
export function presentDoubt(doubt: FoundDoubt, cleared: DoubtClearanceDoc | null, around: Around): Doubt {
  const { kind, words, at, facts } = doubt;
  const lines = facts.slice(0, MOST_FACTS).map((fact) => factInWords(fact, doubt, around));
  const left = facts.length - lines.length;
  return {
    kind,
    words,
    at: new Date(at).toISOString(),
    evidence: left > 0 ? [...lines, `另有${left}条`] : lines,
    cleared: cleared && { by: cleared.by, reason: cleared.reason, at: cleared.at.toISOString() },
  };
}

function factInWords(fact: Fact, { kind }: FoundDoubt, { full, evidence, nameOf }: Around): string {
  const time = `${dayOf(fact.at)} ${formatTime(fact.at)}`;
  const swipe = fact.swipeId ? evidence.swipes.get(fact.swipeId) : undefined;
  if (!swipe) {
    return fact.ownerId ? `${time} 由${nameOf(fact.ownerId)}的微信提交登记表` : `${time} 点名，没有应答`;
  }
  const deed = `${DIRECTIONS[swipe.direction]}，${CHECK_IN_METHODS[swipe.method]}`;
  const other = evidence.activities.get(String(swipe.activityId));
  if (other) {
    return `${time} 在“${other.project.name}”（${other.activity.venue}）${deed}`;
  }
  const said = `${time} ${nameOf(fact.learnerId)}在“${courseNameOf(full, swipe.courseId)}”${deed}`;
  if (kind === 'far') {
    return `${said}，${placeInWords(swipe)}`;
  }
  return fact.network ? `${said}，第${fact.network}个网络` : said;
}

function placeInWords(swipe: CheckInDoc): string {
  const error = Math.round(swipe.place?.accuracy ?? 0);
  const where = `距会场${metresInWords(metresOf(swipe) ?? 0)}（定位误差${metresInWords(error)}）`;
  return swipe.by ? `${where}；${swipe.by}确认有效${swipe.reason ? `：${swipe.reason}` : ''}` : where;
}
