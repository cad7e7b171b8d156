import type { Platform } from '../platform';
import { type AccountsService, createAccountsService } from './accounts/service';
import { type ActivitiesService, createActivitiesService } from './activities/service';
import { type AdministratorsService, createAdministratorsService } from './administrators/service';
import { type AnalysesService, createAnalysesService } from './analyses/service';
import { type ApplicationsService, createApplicationsService } from './applications/service';
import { type AttendanceService, createAttendanceService } from './attendance/service';
import { type AuditService, createAuditService } from './audit/service';
import { type BindingsService, createBindingsService } from './bindings/service';
import { type CatalogueService, createCatalogueService } from './catalogue/service';
import { type CertificatesService, createCertificatesService } from './certificates/service';
import { type CheckInsService, createCheckInsService } from './check-ins/service';
import { type CreditingService, createCreditingService } from './crediting/service';
import { type CreditsService, createCreditsService } from './credits/service';
import { createDocumentsService, type DocumentsService } from './documents/service';
import { createEnrolmentsService, type EnrolmentsService } from './enrolments/service';
import { createEvaluationsService, type EvaluationsService } from './evaluations/service';
import { createExamResultsService, type ExamResultsService } from './exam-results/service';
import { createExamsService, type ExamsService } from './exams/service';
import { createExportsService, type ExportsService } from './exports/service';
import { createFaceChecksService, type FaceChecksService } from './face-checks/service';
import { createFormsService, type FormsService } from './forms/service';
import { createLearnersService, type LearnersService } from './learners/service';
import { createMessageLogService, type MessageLogService } from './message-log/service';
import { createNoticesService, type NoticesService } from './notices/service';
import { createNotificationsService, type NotificationsService } from './notifications/service';
import { createOfficeMessagesService, type OfficeMessagesService } from './office-messages/service';
import { createOnlineClassesService, type OnlineClassesService } from './online-classes/service';
import { createPapersService, type PapersService } from './papers/service';
import { createPresenceService, type PresenceService } from './presence/service';
import { createQuestionBankService, type QuestionBankService } from './question-bank/service';
import { createRegionsUnitsService, type RegionsUnitsService } from './regions-units/service';
import { createReportsService, type ReportsService } from './reports/service';
import { createStandardsService, type StandardsService } from './standards/service';
import { createStatisticsService, type StatisticsService } from './statistics/service';
import { createTasksService, type TasksService } from './tasks/service';
import { createTerminalsService, type TerminalsService } from './terminals/service';
import { createTransfersService, type TransfersService } from './transfers/service';
import { createWalkInsService, type WalkInsService } from './walk-ins/service';

/** Every area's service. An area reaches another through here and never through its model. */
export interface Services {
  audit: AuditService;
  regionsUnits: RegionsUnitsService;
  accounts: AccountsService;
  administrators: AdministratorsService;
  learners: LearnersService;
  transfers: TransfersService;
  applications: ApplicationsService;
  catalogue: CatalogueService;
  activities: ActivitiesService;
  enrolments: EnrolmentsService;
  documents: DocumentsService;
  checkIns: CheckInsService;
  attendance: AttendanceService;
  presence: PresenceService;
  walkIns: WalkInsService;
  terminals: TerminalsService;
  faceChecks: FaceChecksService;
  onlineClasses: OnlineClassesService;
  papers: PapersService;
  questionBank: QuestionBankService;
  exams: ExamsService;
  examResults: ExamResultsService;
  forms: FormsService;
  evaluations: EvaluationsService;
  tasks: TasksService;
  analyses: AnalysesService;
  crediting: CreditingService;
  credits: CreditsService;
  certificates: CertificatesService;
  statistics: StatisticsService;
  exports: ExportsService;
  notifications: NotificationsService;
  officeMessages: OfficeMessagesService;
  reports: ReportsService;
  bindings: BindingsService;
  messageLog: MessageLogService;
  notices: NoticesService;
  standards: StandardsService;
}

/** Builds the services. They call each other only when serving, so the order here does not matter. */
export function createServices(platform: Platform): Services {
  const services = {} as Services;
  return Object.assign(services, {
    audit: createAuditService(platform, services),
    regionsUnits: createRegionsUnitsService(platform, services),
    accounts: createAccountsService(platform, services),
    administrators: createAdministratorsService(platform, services),
    learners: createLearnersService(platform, services),
    transfers: createTransfersService(platform, services),
    applications: createApplicationsService(platform, services),
    catalogue: createCatalogueService(platform, services),
    activities: createActivitiesService(platform, services),
    enrolments: createEnrolmentsService(platform, services),
    documents: createDocumentsService(platform, services),
    checkIns: createCheckInsService(platform, services),
    attendance: createAttendanceService(platform, services),
    presence: createPresenceService(platform, services),
    walkIns: createWalkInsService(platform, services),
    terminals: createTerminalsService(platform, services),
    faceChecks: createFaceChecksService(platform, services),
    onlineClasses: createOnlineClassesService(platform, services),
    papers: createPapersService(platform, services),
    questionBank: createQuestionBankService(platform, services),
    exams: createExamsService(platform, services),
    examResults: createExamResultsService(platform, services),
    forms: createFormsService(platform, services),
    evaluations: createEvaluationsService(platform, services),
    tasks: createTasksService(platform, services),
    analyses: createAnalysesService(platform, services),
    crediting: createCreditingService(platform, services),
    credits: createCreditsService(platform, services),
    certificates: createCertificatesService(platform, services),
    statistics: createStatisticsService(platform, services),
    exports: createExportsService(platform, services),
    notifications: createNotificationsService(platform, services),
    officeMessages: createOfficeMessagesService(platform, services),
    reports: createReportsService(platform, services),
    bindings: createBindingsService(platform, services),
    messageLog: createMessageLogService(platform),
    notices: createNoticesService(platform, services),
    standards: createStandardsService(platform, services),
  });
}
