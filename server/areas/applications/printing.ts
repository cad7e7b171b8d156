import type { ApplicationView } from '@common/contract/applications';
import { APPLICATION_FORM_TITLES } from '@common/rules/application';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { REVIEW_MOVES, REVIEW_STEPS, type ReviewMove } from '@common/terms';
import type { Actor, ServedFile } from '../../http/call';
import { fileSafe } from '../../http/fileSafe';
import { applicationFormPdf, type PrintedApplication } from '../../pdf/applicationForm';
import type { Platform } from '../../platform';
import type { ApplicationsWorkshop } from './workshop';

/** 打印项目申报表 (manual 001 §二). */
export interface Printing {
  /** A PDF, A4; for whoever may see the application. @throws AppError NOT_FOUND. */
  print(actor: Actor, applicationId: string): Promise<ServedFile>;
}

export function createPrinting({ clock }: Platform, { seen, view }: ApplicationsWorkshop): Printing {
  return {
    async print(actor, applicationId) {
      const shown = await view(await seen(actor, applicationId), actor);
      return {
        name: `项目申报表-${fileSafe(shown.name) || '未命名'}.pdf`,
        type: 'application/pdf',
        body: await applicationFormPdf(printed(shown, clock.now())),
      };
    },
  };
}

/** What the form says of an application, as somebody sees it. @param now Stands as its date while it is not handed in. */
export function printed(shown: ApplicationView, now: number): PrintedApplication {
  const { kind, level, year, unitName, projectNumber, form, steps, opinions, submittedAt } = shown;
  return {
    title: APPLICATION_FORM_TITLES[kind],
    unitName,
    level,
    year,
    kind,
    number: projectNumber,
    form,
    steps: steps.map(({ step, ownerName, state }) => ({
      label: REVIEW_STEPS[step],
      ownerName,
      ...(state === 'done' ? decisionOf(shown, ownerName) : NOT_DECIDED),
    })),
    opinions,
    printedAt: formatDateTime(submittedAt ? Date.parse(submittedAt) : now),
  };
}

const NOT_DECIDED = { at: null, result: '' };
const DECISIONS: readonly ReviewMove[] = ['pass', 'reject'];

/** What a step decided since it was handed in last; what came before it was sent back is not on the form. */
function decisionOf({ moves }: ApplicationView, ownerName: string): { at: string | null; result: string } {
  const round = moves.slice(
    0,
    moves.findIndex(({ move }) => move === 'submit'),
  );
  const decision = round.find(({ byName, move }) => byName === ownerName && DECISIONS.includes(move));
  return decision
    ? {
        at: formatDateTime(Date.parse(decision.at)),
        result: [REVIEW_MOVES[decision.move], decision.reason].filter(Boolean).join('：'),
      }
    : NOT_DECIDED;
}
