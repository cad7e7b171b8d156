/** 考勤分析, 授分 and review of the demo's earlier classes, the way that real ones go. */
import { analysisMethod } from '@common/contract/analyses';
import { dayOf } from '@common/rules/shanghaiTime';
import type { Services } from '../areas/services';
import { ADMINISTRATORS, HOST_UNIT } from './offices';

const HOUR = 3_600_000;
const REVIEWED_AFTER = 10 * 24 * HOUR;

interface HeldClass {
  activityId: string;
  unitId: string;
  /** Its beginning in China, ms. */
  day: number;
  isReviewed: boolean;
}

/** 授分 in the evening to who came and to the lecturer; the older class was reviewed since. `at`: the services at some time. */
export async function creditClass(
  at: (now: number) => Services,
  { activityId, unitId, day, isReviewed }: HeldClass,
): Promise<void> {
  const { analyses, activities, crediting } = at(day + 19 * HOUR);
  const full = await activities.get(activityId);
  const activityDate = dayOf(day);
  const by = { actor: { kind: 'unit' as const, id: unitId }, requestId: 'demo' };
  const morning = { from: new Date(day + 8 * HOUR), to: new Date(day + 9 * HOUR) };
  const method = analysisMethod.parse({
    windows: [{ from: morning.from.toISOString(), to: morning.to.toISOString() }],
  });
  const byName = ADMINISTRATORS.find(({ account }) => account === HOST_UNIT)?.name ?? '';
  const analysisId = String((await analyses.save(full, method, byName))._id);
  const toParticipants = await crediting.grant(full, { analysisId, except: [], activityDate }, by);
  const learnerIds = (await crediting.listLecturers(full)).flatMap(({ learnerId, obstacle }) =>
    learnerId && !obstacle ? [learnerId] : [],
  );
  const toLecturers = await crediting.grantLecturers(full, { learnerIds, activityDate }, by);
  if (!isReviewed) {
    return;
  }
  const later = at(day + REVIEWED_AFTER);
  const authority = await later.regionsUnits.authorityOver(full.unit.regionCode);
  const actor = { kind: 'authority' as const, id: String(authority?._id) };
  for (const { id } of [toParticipants, toLecturers]) {
    await later.crediting.approve(id, false, { actor, requestId: 'demo' });
  }
}
