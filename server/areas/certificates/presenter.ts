import type { CertificateRow, FoundCertificate, Verification } from '@common/contract/certificates';
import { dayOf } from '@common/rules/shanghaiTime';
import type { CreditStanding } from '../credits/ledger';
import { presentCredit } from '../credits/presenter';
import type { Holder } from './holders';
import type { CertificateDoc } from './model';

/** One line of 我的电子学分证书. */
export function presentCertificate(standing: CreditStanding, code: string | null): CertificateRow {
  return { creditId: String(standing.entry._id), code, ...presentCredit(standing) };
}

/** What a stranger who knows the project's number and the name is told. */
export function presentFound(
  { entry, full, revocation }: CreditStanding,
  { code }: CertificateDoc,
  { name }: Holder,
  unitName: string,
): FoundCertificate {
  return {
    code,
    name,
    unitName,
    projectNumber: full.project.number,
    activityName: full.project.name,
    activityDate: entry.activityDate,
    creditClass: entry.creditClass,
    credits: entry.credits,
    isRevoked: revocation !== null,
  };
}

/** A line as statements and booklets have it. */
export function printedRow(standing: CreditStanding) {
  const { activityName, unitName, ...credit } = presentCredit(standing);
  return {
    ...credit,
    projectName: activityName,
    organiser: unitName,
    form: standing.full.project.form,
    grantedOn: dayOf(standing.entry.grantedAt.getTime()),
  };
}

/** Of those that are not revoked. */
export function totalOf(standings: readonly CreditStanding[]): { credits: number; minutes: number } {
  const standing = standings.filter(({ revocation }) => revocation === null);
  return {
    credits: standing.reduce((sum, { entry }) => sum + entry.credits, 0),
    minutes: standing.reduce((sum, { entry }) => sum + entry.minutes, 0),
  };
}

/** What a verifier sees; the credits in the order in which they were printed. */
export function presentVerification(
  { kind, code, issuedAt, year, entryIds }: CertificateDoc,
  { name, idNoMasked, unitName }: Pick<Holder, 'name' | 'idNoMasked' | 'unitName'>,
  standings: readonly CreditStanding[],
): Verification {
  const byId = new Map(standings.map((standing) => [String(standing.entry._id), standing]));
  const printed = entryIds.flatMap((id) => byId.get(String(id)) ?? []);
  const revocations = printed.flatMap(({ revocation }) => revocation ?? []);
  const last = revocations.sort((a, b) => b.grantedAt.getTime() - a.grantedAt.getTime())[0];
  const isGone = printed.length < entryIds.length;
  return {
    kind,
    code,
    state: last || isGone ? (kind === 'certificate' ? 'revoked' : 'changed') : 'valid',
    issuedAt: issuedAt.toISOString(),
    revokedAt: last?.grantedAt.toISOString() ?? null,
    name,
    idNoMasked,
    unitName,
    year: year ?? null,
    rows: printed.map((standing) => {
      const { unitName: organiser, ...credit } = presentCredit(standing);
      return { ...credit, organiser, isRevoked: standing.revocation !== null };
    }),
    total: totalOf(printed),
  };
}
