import type { ApplicationRow } from '@common/contract/applications';
import { PROJECT_LEVELS } from '@common/terms';
import { KIND_LABELS } from '../applications/applicationFilters';

/** `2027年市级申报项目，漯河市中心医院`; with its number once it is published. */
export const aboutApplication = ({ year, level, kind, unitName, projectNumber }: ApplicationRow): string =>
  [
    `${year}年${PROJECT_LEVELS[level]}${KIND_LABELS[kind]}`,
    unitName,
    projectNumber && `项目编号 ${projectNumber}`,
  ]
    .filter(Boolean)
    .join('，');
