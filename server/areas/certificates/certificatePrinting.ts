import { dayOf } from '@common/rules/shanghaiTime';
import type { ServedFile } from '../../http/call';
import { fileSafe } from '../../http/fileSafe';
import { certificatePdf } from '../../pdf/certificate';
import type { Platform } from '../../platform';
import type { CreditStanding } from '../credits/ledger';
import { presentCredit } from '../credits/presenter';
import type { Services } from '../services';
import { searchUrl, verifyUrl } from './addresses';
import type { Holder, Holders } from './holders';
import type { Issuing } from './issuing';
import { insistReviewed } from './policy';

/** 电子学分证书 as a file. */
export interface CertificatePrinting {
  /** @throws AppError CREDIT_NOT_REVIEWED. */
  file(standing: CreditStanding): Promise<ServedFile>;
  /** The bytes of one, for whom everything around it is known. */
  bytes(standing: CreditStanding, around: Around): Promise<Buffer>;
}

/** What is looked up once for many. */
export interface Around {
  holder: Holder;
  /** Of the holder when it was granted. */
  unitName: string;
  approval: { by: string; at: Date } | undefined;
}

/** 姓名-医通卡号-项目编号: tells apart what lies in one folder. */
export const nameOfCertificate = ({ name, personnelNo }: Holder, { full }: Pick<CreditStanding, 'full'>) =>
  fileSafe([name, personnelNo, full.project.number].filter(Boolean).join('-'));

export function createCertificatePrinting(
  { config }: Platform,
  services: Services,
  { issuing, holders }: { issuing: Issuing; holders: Holders },
): CertificatePrinting {
  async function bytes(standing: CreditStanding, { holder, unitName, approval }: Around): Promise<Buffer> {
    const { entry } = standing;
    const { code, issuedAt } = await issuing.certificateOf(entry);
    const { activityName, unitName: organiser, ...credit } = presentCredit(standing);
    return certificatePdf({
      ...credit,
      code,
      verifyUrl: verifyUrl(config.PUBLIC_URL, code),
      searchUrl: searchUrl(config.PUBLIC_URL),
      name: holder.name,
      idNoMasked: holder.idNoMasked,
      unitName: unitName || holder.unitName,
      organiser,
      projectName: activityName,
      reviewer: approval?.by ?? '',
      reviewedOn: dayOf((approval?.at ?? issuedAt).getTime()),
    });
  }

  return {
    bytes,
    async file(standing) {
      insistReviewed(standing);
      const { entry } = standing;
      const [holder, nameOf, approvals] = await Promise.all([
        holders.one(entry.learnerId),
        holders.unitNames([entry.unitId]),
        services.crediting.approvalsOf([String(entry.creditingId)]),
      ]);
      const approval = approvals.get(String(entry.creditingId));
      return {
        name: `学分证书-${nameOfCertificate(holder, standing)}.pdf`,
        type: 'application/pdf',
        body: await bytes(standing, { holder, unitName: nameOf(entry.unitId), approval }),
      };
    },
  };
}
