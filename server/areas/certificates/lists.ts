import { formatDateTime } from '@common/rules/shanghaiTime';
import { SEXES } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { insistInOrder } from '../../http/dayRange';
import { fileSafe } from '../../http/fileSafe';
import { bookletPdf } from '../../pdf/booklet';
import type { ProofOfPrint } from '../../pdf/proofOfPrint';
import { statementPdf } from '../../pdf/statement';
import type { Platform } from '../../platform';
import type { CreditStanding } from '../credits/ledger';
import type { Services } from '../services';
import { verifyUrl } from './addresses';
import type { Holders } from './holders';
import type { Issuing, NewPrint } from './issuing';
import { isPending, isReviewed } from './policy';
import { printedRow, totalOf } from './presenter';

/** Days, `YYYY-MM-DD`, both included; open where absent. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** What lists somebody's credits, to be printed. @throws AppError NOT_FOUND for nobody. */
export interface Lists {
  /** 学分记录明细表. */
  statement(learnerId: string, range: DayRange): Promise<ServedFile>;
  /** 学分登记手册 of a year. */
  booklet(learnerId: string, year: number): Promise<ServedFile>;
}

/** In the order in which they were earned. */
const byDay = (a: CreditStanding, b: CreditStanding) =>
  a.entry.activityDate < b.entry.activityDate ? -1 : a.entry.activityDate > b.entry.activityDate ? 1 : 0;

export function createLists(
  { config, clock }: Platform,
  services: Services,
  { issuing, holders }: { issuing: Issuing; holders: Holders },
): Lists {
  /** Gives a list its code. */
  async function proofOf(
    list: Omit<NewPrint, 'entryIds'>,
    standings: CreditStanding[],
    pending: number,
  ): Promise<ProofOfPrint> {
    const { code } = await issuing.print({ ...list, entryIds: standings.map(({ entry }) => entry._id) });
    return {
      code,
      verifyUrl: verifyUrl(config.PUBLIC_URL, code),
      printedAt: formatDateTime(clock.now()),
      pending,
    };
  }

  const reviewedOf = (standings: CreditStanding[]) => standings.filter(isReviewed).sort(byDay);
  const pdf = (name: string, body: Buffer): ServedFile => ({
    name: `${fileSafe(name)}.pdf`,
    type: 'application/pdf',
    body,
  });

  return {
    async statement(learnerId, { from = '', to = '9999' }) {
      insistInOrder(from, to);
      const [holder, all] = await Promise.all([
        holders.one(learnerId),
        services.credits.standings({ learnerId }),
      ]);
      const within = all.filter(({ entry }) => from <= entry.activityDate && entry.activityDate <= to);
      const standings = reviewedOf(within);
      const { learner } = holder;
      const proof = await proofOf(
        { kind: 'statement', learnerId: learner._id },
        standings,
        within.filter(isPending).length,
      );
      const body = await statementPdf({
        ...holder,
        ...proof,
        sex: SEXES[learner.sex],
        range: rangeInWords(from, to),
        rows: standings.map(printedRow),
        total: totalOf(standings),
      });
      return pdf(`学分记录明细表-${holder.name}`, body);
    },
    async booklet(learnerId, year) {
      const [holder, all] = await Promise.all([
        holders.one(learnerId),
        services.credits.standings({ learnerId }),
      ]);
      const within = all.filter(({ entry }) => entry.year === year);
      const standings = reviewedOf(within);
      const proof = await proofOf(
        { kind: 'booklet', learnerId: holder.learner._id, year },
        standings,
        within.filter(isPending).length,
      );
      const rows = standings.map(printedRow);
      const body = await bookletPdf({ ...holder, ...proof, year, rows, total: totalOf(standings) });
      return pdf(`学分登记手册-${holder.name}-${year}年度`, body);
    },
  };
}

function rangeInWords(from: string, to: string): string | null {
  const isOpen = to === '9999';
  if (isOpen) {
    return from ? `${from} 起` : null;
  }
  return from ? `${from} 至 ${to}` : `至 ${to}`;
}
