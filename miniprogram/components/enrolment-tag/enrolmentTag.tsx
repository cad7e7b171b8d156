import type { OpenActivity } from '@common/contract/enrolments';
import { ENROLMENT_STATES } from '@common/terms';
import { StatusTag } from '@/components/status-tag/statusTag';

/** 已报名, or 候补 with one's place; nothing for who is not enrolled. */
export function EnrolmentTag({ mine }: Pick<OpenActivity, 'mine'>) {
  if (mine?.state === 'enrolled') {
    return <StatusTag tone="done">{ENROLMENT_STATES.enrolled}</StatusTag>;
  }
  if (mine?.state === 'waiting') {
    const place = mine.place ? `第${mine.place}位` : '';
    return <StatusTag tone="waiting">{`${ENROLMENT_STATES.waiting}${place}`}</StatusTag>;
  }
  return null;
}
