/**
 * The one source of the API. Koa's routes, the typed clients, OpenAPI and the permission tests are all derived from it.
 * The mini-program imports types from here only (`import type`), so that zod stays out of its package.
 */
import { accounts } from './accounts';
import { activities } from './activities';
import { administrators } from './administrators';
import { analyses } from './analyses';
import { applications } from './applications';
import { attendance } from './attendance';
import { bindings } from './bindings';
import { catalogue } from './catalogue';
import { certificates } from './certificates';
import { checkInRulesArea } from './checkInRules';
import { checkIns } from './checkIns';
import { completionRulesArea } from './completionRules';
import { crediting } from './crediting';
import { creditRulesArea } from './creditRules';
import { credits } from './credits';
import { documents } from './documents';
import type { Area } from './endpoint';
import { enrolments } from './enrolments';
import { evaluations } from './evaluations';
import { examResults } from './examResults';
import { exams } from './exams';
import { exportsArea } from './exports';
import { faceChecks } from './faceChecks';
import { forms } from './forms';
import { learners } from './learners';
import { messages } from './messages';
import { notices } from './notices';
import { officialAccounts } from './officialAccounts';
import { onlineClasses } from './onlineClasses';
import { overviewArea } from './overview';
import { papers } from './papers';
import { personalData } from './personalData';
import { presence } from './presence';
import { questionBank } from './questionBank';
import { regionsUnits } from './regionsUnits';
import { reports } from './reports';
import { standards } from './standards';
import { statistics } from './statistics';
import { tasks } from './tasks';
import { terminals } from './terminals';
import { transfers } from './transfers';
import { walkIns } from './walkIns';

export const contract = {
  accounts,
  administrators,
  regionsUnits,
  learners,
  transfers,
  personalData,
  applications,
  catalogue,
  activities,
  documents,
  enrolments,
  reports,
  checkIns,
  checkInRules: checkInRulesArea,
  attendance,
  presence,
  walkIns,
  terminals,
  faceChecks,
  onlineClasses,
  papers,
  questionBank,
  exams,
  examResults,
  completionRules: completionRulesArea,
  forms,
  evaluations,
  tasks,
  analyses,
  crediting,
  creditRules: creditRulesArea,
  credits,
  certificates,
  statistics,
  exports: exportsArea,
  overview: overviewArea,
  bindings,
  messages,
  notices,
  standards,
  officialAccounts,
} satisfies Record<string, Area>;

export type Contract = typeof contract;
