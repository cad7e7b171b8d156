import { APPLICATION_FORM_TITLES } from '@common/rules/application';
import { formatDateTime } from '@common/rules/shanghaiTime';
import { REVIEW_MOVES, REVIEW_STEPS } from '@common/terms';
import type { Actor, ServedFile } from '../../http/call';
import { applicationFormPdf } from '../../pdf/applicationForm';
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
      const { kind, level, year, unitName, projectNumber, name, form, steps, moves, opinions } = await view(
        await seen(actor, applicationId),
        actor,
      );
      // The latest round counts: what was decided before it was sent back is not on the form.
      const round = moves.slice(
        0,
        moves.findIndex(({ move }) => move === 'submit'),
      );
      const body = await applicationFormPdf({
        title: APPLICATION_FORM_TITLES[kind],
        unitName,
        level,
        year,
        kind,
        number: projectNumber,
        form,
        steps: steps.map(({ step, ownerName, state }) => {
          const decision =
            state === 'done'
              ? round.find((each) => each.byName === ownerName && DECIDED.includes(each.move))
              : undefined;
          return {
            label: REVIEW_STEPS[step],
            ownerName,
            at: decision ? formatDateTime(Date.parse(decision.at)) : null,
            result: decision ? [REVIEW_MOVES[decision.move], decision.reason].filter(Boolean).join('：') : '',
          };
        }),
        opinions,
        printedAt: formatDateTime(clock.now()),
      });
      return { name: `项目申报表-${fileSafe(name) || '未命名'}.pdf`, type: 'application/pdf', body };
    },
  };
}

const DECIDED: readonly string[] = ['pass', 'reject'];

/** What no file system takes in a name. */
const fileSafe = (name: string) =>
  name
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 80);
