import { contract } from '@common/contract';
import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import compress from 'koa-compress';
import { accountsRoutes } from './areas/accounts/routes';
import { activitiesRoutes } from './areas/activities/routes';
import { administratorsRoutes } from './areas/administrators/routes';
import { analysesRoutes } from './areas/analyses/routes';
import { applicationsRoutes } from './areas/applications/routes';
import { attendanceRoutes } from './areas/attendance/routes';
import { bindingsRoutes } from './areas/bindings/routes';
import { catalogueRoutes } from './areas/catalogue/routes';
import { certificatesRoutes } from './areas/certificates/routes';
import { createHub } from './areas/check-ins/hub';
import { checkInsRoutes } from './areas/check-ins/routes';
import { creditingRoutes } from './areas/crediting/routes';
import { creditsRoutes } from './areas/credits/routes';
import { documentsRoutes } from './areas/documents/routes';
import { enrolmentsRoutes } from './areas/enrolments/routes';
import { evaluationsRoutes } from './areas/evaluations/routes';
import { examResultsRoutes } from './areas/exam-results/routes';
import { examsRoutes } from './areas/exams/routes';
import { exportsRoutes } from './areas/exports/routes';
import { faceChecksRoutes } from './areas/face-checks/routes';
import { formsRoutes } from './areas/forms/routes';
import { learnersRoutes } from './areas/learners/routes';
import { messageLogRoutes } from './areas/message-log/routes';
import { noticesRoutes } from './areas/notices/routes';
import { notificationsRoutes } from './areas/notifications/routes';
import { officialAccountRoutes } from './areas/official-account/routes';
import { wireOfficialAccounts } from './areas/official-account/wiring';
import { onlineClassesRoutes } from './areas/online-classes/routes';
import { overviewRoutes } from './areas/overview/routes';
import { papersRoutes } from './areas/papers/routes';
import { personalDataRoutes } from './areas/personal-data/routes';
import { presenceRoutes } from './areas/presence/routes';
import { questionBankRoutes } from './areas/question-bank/routes';
import { regionsUnitsRoutes } from './areas/regions-units/routes';
import { rulesRoutes } from './areas/regions-units/rulesRoutes';
import { reportsRoutes } from './areas/reports/routes';
import type { Services } from './areas/services';
import { standardsRoutes } from './areas/standards/routes';
import { statisticsRoutes } from './areas/statistics/routes';
import { tasksRoutes } from './areas/tasks/routes';
import { terminalsRoutes } from './areas/terminals/routes';
import { transfersRoutes } from './areas/transfers/routes';
import { walkInsRoutes } from './areas/walk-ins/routes';
import { bindContract } from './http/bind';
import { healthRoutes } from './http/health';
import { pageRoutes } from './http/pages';
import { createRateLimiter } from './http/rateLimit';
import { requestContext } from './http/requestContext';
import { cors, securityHeaders } from './http/securityHeaders';
import type { Platform } from './platform';

/** The application, top to bottom. `stop` ends open streams so that the listener can close, and waits for what goes on after answers. */
export function createApp(platform: Platform, services: Services): { app: Koa; stop(): Promise<void> } {
  const { config } = platform;
  // The last address is the balancer's word; those before it are whatever the caller wrote.
  const app = new Koa({ proxy: config.TRUST_PROXY, maxIpsCount: 1 });
  const hub = createHub(platform.redis, platform.log);
  let stopStreams: () => void = () => undefined;
  const stopping = new Promise<void>((resolve) => {
    stopStreams = resolve;
  });

  app.use(requestContext(platform));
  app.use(healthRoutes(platform).routes());
  app.use(securityHeaders(config));
  app.use(cors(config));
  // Reads its own body, raw and bounded, before any parser may touch it.
  const accounts = wireOfficialAccounts(platform, services);
  app.use(officialAccountRoutes(accounts).routes());
  app.use(compress());
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '256kb' }));
  app.use(
    bindContract(
      contract,
      {
        accounts: accountsRoutes(platform, services),
        administrators: administratorsRoutes(platform, services),
        regionsUnits: regionsUnitsRoutes(platform, services),
        learners: learnersRoutes(platform, services),
        transfers: transfersRoutes(platform, services),
        personalData: personalDataRoutes(platform, services),
        applications: applicationsRoutes(platform, services),
        catalogue: catalogueRoutes(platform, services),
        activities: activitiesRoutes(platform, services),
        documents: documentsRoutes(platform, services),
        enrolments: enrolmentsRoutes(platform, services),
        reports: reportsRoutes(platform, services),
        checkIns: checkInsRoutes(platform, services, hub),
        ...rulesRoutes(services),
        attendance: attendanceRoutes(platform, services),
        presence: presenceRoutes(platform, services),
        walkIns: walkInsRoutes(platform, services),
        terminals: terminalsRoutes(platform, services),
        faceChecks: faceChecksRoutes(platform, services),
        onlineClasses: onlineClassesRoutes(platform, services),
        papers: papersRoutes(platform, services),
        questionBank: questionBankRoutes(platform, services),
        exams: examsRoutes(platform, services),
        examResults: examResultsRoutes(platform, services),
        forms: formsRoutes(platform, services),
        evaluations: evaluationsRoutes(platform, services),
        tasks: tasksRoutes(platform, services),
        analyses: analysesRoutes(platform, services),
        crediting: creditingRoutes(platform, services),
        credits: creditsRoutes(services),
        certificates: certificatesRoutes(platform, services),
        statistics: statisticsRoutes(platform, services),
        exports: exportsRoutes(platform, services),
        overview: overviewRoutes(platform, services),
        bindings: bindingsRoutes(services),
        messages: notificationsRoutes(platform, services),
        notices: noticesRoutes(platform, services),
        standards: standardsRoutes(platform, services),
        officialAccounts: messageLogRoutes(platform, services),
      },
      {
        sessions: services.accounts.sessions,
        limit: createRateLimiter(platform),
        stopping,
        permissionsOf: async (administratorId) => services.administrators.permissionsOf(administratorId),
      },
    ).routes(),
  );
  app.use(pageRoutes(platform).routes());
  app.on('error', (err: NodeJS.ErrnoException) => {
    // A screen or a phone that went away in the middle of an answer is no failure of ours.
    const isGone =
      err.code === 'ERR_STREAM_PREMATURE_CLOSE' || err.code === 'ECONNRESET' || err.code === 'EPIPE';
    platform.log[isGone ? 'debug' : 'error']({ err }, 'koa');
  });

  return {
    app,
    async stop() {
      stopStreams();
      hub.stop();
      await Promise.all([...accounts.values()].map(async (account) => account.settled()));
      await services.accounts.recovery.settled();
    },
  };
}
