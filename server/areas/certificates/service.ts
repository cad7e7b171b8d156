import type { CertificateRow } from '@common/contract/certificates';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type Batch, createBatch } from './batch';
import { createCertificatePrinting } from './certificatePrinting';
import { createHolders } from './holders';
import { createIssuing } from './issuing';
import { createLists, type Lists } from './lists';
import { isReviewed } from './policy';
import { presentCertificate } from './presenter';
import { createPublicCertificates, type PublicCertificates } from './public';

/** 电子学分证书, 学分记录明细表 and 学分登记手册, each with a code to verify it by. */
export interface CertificatesService extends Lists, Batch, PublicCertificates {
  /** Reviewed credits of a learner, of a year or of all; `years` are those that have any, the newest first. */
  mine(learnerId: string, year?: number): Promise<{ years: number[]; items: CertificateRow[] }>;
  /** The certificate of a learner's own credit. @throws AppError NOT_FOUND, CREDIT_NOT_REVIEWED. */
  own(learnerId: string, creditId: string): Promise<ServedFile>;
  /** For printing by his unit. @throws AppError NOT_FOUND for another unit's people. */
  insistInUnit(unitId: string, learnerId: string): Promise<void>;
}

export function createCertificatesService(platform: Platform, services: Services): CertificatesService {
  const issuing = createIssuing(platform);
  const holders = createHolders(platform, services);
  const printing = createCertificatePrinting(platform, services, { issuing, holders });

  return {
    ...createLists(platform, services, { issuing, holders }),
    ...createBatch(platform, services, { printing, holders }),
    ...createPublicCertificates(services, { issuing, holders, printing }),
    async mine(learnerId, year) {
      const reviewed = (await services.credits.standings({ learnerId })).filter(isReviewed);
      const years = [...new Set(reviewed.map(({ entry }) => entry.year))].sort((a, b) => b - a);
      const shown = reviewed.filter(({ entry }) => year === undefined || entry.year === year);
      const known = await issuing.knownOf(shown.map(({ entry }) => entry._id));
      return {
        years,
        items: shown.map((standing) =>
          presentCertificate(standing, known.get(String(standing.entry._id))?.code ?? null),
        ),
      };
    },
    async own(learnerId, creditId) {
      const [standing] = await services.credits.standings({ ids: [creditId] });
      if (!standing || String(standing.entry.learnerId) !== learnerId) {
        throw appError('NOT_FOUND');
      }
      return printing.file(standing);
    },
    async insistInUnit(unitId, learnerId) {
      const learner = await services.learners.get(learnerId);
      if (!learner || String(learner.unitId) !== unitId) {
        throw appError('NOT_FOUND');
      }
    },
  };
}
