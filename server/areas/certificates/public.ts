import type { FoundCertificate, Verification } from '@common/contract/certificates';
import { normaliseName } from '@common/rules/personName';
import { parseProjectNumber } from '@common/rules/projectNumber';
import { parseVerificationCode } from '@common/rules/verificationCode';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { CreditStanding } from '../credits/ledger';
import type { Services } from '../services';
import type { CertificatePrinting } from './certificatePrinting';
import type { Holders } from './holders';
import type { Issuing } from './issuing';
import type { CertificateDoc } from './model';
import { isReviewed } from './policy';
import { presentFound, presentVerification } from './presenter';

/** What anybody may ask: 学员证书查询 and 核验. */
export interface PublicCertificates {
  /** Exact number and exact name, behind 安全验证. @throws AppError CAPTCHA_REQUIRED, INVALID_INPUT for what is no number. */
  search(given: { projectNumber: string; name: string; captcha: string }): Promise<FoundCertificate[]>;
  /** @throws AppError CERTIFICATE_UNKNOWN. */
  verify(code: string): Promise<Verification>;
  /** @throws AppError CERTIFICATE_UNKNOWN, also for a list; CREDIT_NOT_REVIEWED for a revoked one. */
  verifiedFile(code: string): Promise<ServedFile>;
}

/** People of one name in one project. */
const MOST_NAMESAKES = 20;

export function createPublicCertificates(
  services: Services,
  parts: { issuing: Issuing; holders: Holders; printing: CertificatePrinting },
): PublicCertificates {
  const { issuing, holders, printing } = parts;

  async function find(typed: string): Promise<CertificateDoc> {
    const code = parseVerificationCode(typed);
    const found = code ? await issuing.find(code) : null;
    if (!found) {
      throw appError('CERTIFICATE_UNKNOWN');
    }
    return found;
  }

  /** Credits of those who are called so, in all terms of a project. */
  async function creditsOf(projectNumber: string, name: string): Promise<CreditStanding[]> {
    const projectIds = await services.catalogue.idsNumbered(projectNumber);
    const activityIds = await services.activities.idsOfProjects(projectIds);
    const granted = await Promise.all(activityIds.map(async (id) => services.credits.grantedLearners(id)));
    const called = await services.learners.calledAmong([...new Set(granted.flat())], name);
    const all = await Promise.all(
      called.slice(0, MOST_NAMESAKES).map(async (learnerId) => services.credits.standings({ learnerId })),
    );
    return all.flat().filter(({ entry }) => activityIds.includes(String(entry.sourceId)));
  }

  return {
    async search({ projectNumber, name, captcha }) {
      const number = parseProjectNumber(projectNumber);
      if (!number) {
        throw appError('INVALID_INPUT', {
          message: '项目编号格式不正确，请按证书或通知上的填写',
          field: 'projectNumber',
        });
      }
      await services.accounts.captcha.require(captcha);
      const standings = await creditsOf(number.text, normaliseName(name));
      const [people, nameOf, known] = await Promise.all([
        holders.many(standings.map(({ entry }) => String(entry.learnerId))),
        holders.unitNames(standings.map(({ entry }) => entry.unitId)),
        issuing.knownOf(standings.map(({ entry }) => entry._id)),
      ]);
      const found: FoundCertificate[] = [];
      for (const standing of standings) {
        const { entry } = standing;
        // A credit that was revoked before anybody had a certificate of it has none.
        const certificate = isReviewed(standing)
          ? await issuing.certificateOf(entry)
          : known.get(String(entry._id));
        const holder = people.get(String(entry.learnerId));
        if (certificate && holder) {
          found.push(presentFound(standing, certificate, holder, nameOf(entry.unitId) || holder.unitName));
        }
      }
      return found;
    },
    async verify(typed) {
      const certificate = await find(typed);
      const [holder, standings] = await Promise.all([
        holders.one(certificate.learnerId),
        services.credits.standings({ ids: certificate.entryIds.map(String) }),
      ]);
      const [only] = certificate.kind === 'certificate' ? standings : [];
      // A certificate names the unit in which the credit was earned, a list that of the day.
      const unitName = only && (await holders.unitNames([only.entry.unitId]))(only.entry.unitId);
      return presentVerification(
        certificate,
        { ...holder, unitName: unitName || holder.unitName },
        standings,
      );
    },
    async verifiedFile(typed) {
      const { kind, entryIds } = await find(typed);
      if (kind !== 'certificate') {
        throw appError('CERTIFICATE_UNKNOWN', { message: '明细表和登记手册只供核验，请本人登录后下载' });
      }
      const [standing] = await services.credits.standings({ ids: entryIds.map(String) });
      if (!standing) {
        throw appError('CERTIFICATE_UNKNOWN');
      }
      return printing.file(standing);
    },
  };
}
