import type { CreditClass, ProjectLevel } from '../terms';

/** 学分类别 by the level of the project: national and provincial ones give I类, those of cities and counties II类 (manual 004). */
export const CREDIT_CLASS_OF: Record<ProjectLevel, CreditClass> = {
  national: 'classI',
  province: 'classI',
  city: 'classII',
  county: 'classII',
};
