import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Crash } from './components/crash';
import { RequireRole, RequireSession } from './layout/guards';
import { Shell } from './layout/shell';
import { Splash } from './layout/splash';
import { antdTheme } from './theme';

const SignInPage = lazy(() => import('./pages/sign-in/signInPage'));
const AdministratorPage = lazy(() => import('./pages/administrator/administratorPage'));
const PasswordPage = lazy(() => import('./pages/password/passwordPage'));
const HomePage = lazy(() => import('./pages/home/homePage'));
const LearnersPage = lazy(() => import('./pages/learners/learnersPage'));
const LearnerPage = lazy(() => import('./pages/learner/learnerPage'));
const CorrectionsPage = lazy(() => import('./pages/corrections/correctionsPage'));
const TransfersPage = lazy(() => import('./pages/transfers/transfersPage'));
const DepartmentsPage = lazy(() => import('./pages/departments/departmentsPage'));
const StaffImportPage = lazy(() => import('./pages/staff-import/staffImportPage'));
const AdministratorsPage = lazy(() => import('./pages/administrators/administratorsPage'));
const QuestionBankPage = lazy(() => import('./pages/question-bank/questionBankPage'));
const ActivitiesPage = lazy(() => import('./pages/activities/activitiesPage'));
const ActivityEditPage = lazy(() => import('./pages/activity-edit/activityEditPage'));
const ActivityReviewsPage = lazy(() => import('./pages/activity-reviews/activityReviewsPage'));
const ActivityReviewPage = lazy(() => import('./pages/activity-reviews/activityReviewPage'));
const ActivityPage = lazy(() => import('./pages/activity/activityPage'));
const CreditablePage = lazy(() => import('./pages/creditable/creditablePage'));
const CreditingsPage = lazy(() => import('./pages/creditings/creditingsPage'));
const CreditingPage = lazy(() => import('./pages/crediting/creditingPage'));
const CreditSettingsPage = lazy(() => import('./pages/credit-settings/creditSettingsPage'));
const ProjectStatisticsPage = lazy(() => import('./pages/statistics/projectsPage'));
const PersonStatisticsPage = lazy(() => import('./pages/statistics/personsPage'));
const CreditStatisticsPage = lazy(() => import('./pages/statistics/creditsPage'));
const ExportsPage = lazy(() => import('./pages/statistics/exportsPage'));
const ReportsPage = lazy(() => import('./pages/reports/reportsPage'));
const ReportPage = lazy(() => import('./pages/report/reportPage'));
const SessionsPage = lazy(() => import('./pages/sessions/sessionsPage'));
const UnitsPage = lazy(() => import('./pages/units/unitsPage'));
const AuthoritiesPage = lazy(() => import('./pages/authorities/authoritiesPage'));
const UnitRequestsPage = lazy(() => import('./pages/unit-requests/unitRequestsPage'));
const UnitImportPage = lazy(() => import('./pages/unit-import/unitImportPage'));
const AuditPage = lazy(() => import('./pages/audit/auditPage'));
const WindowsPage = lazy(() => import('./pages/windows/windowsPage'));
const ApplicationsPage = lazy(() => import('./pages/applications/applicationsPage'));
const ApplicationPage = lazy(() => import('./pages/application/applicationPage'));
const ApplicationReviewsPage = lazy(() => import('./pages/application-reviews/reviewsPage'));
const ApplicationReviewPage = lazy(() => import('./pages/application-reviews/reviewPage'));
const ProjectSettingsPage = lazy(() => import('./pages/project-settings/settingsPage'));
const CheckInSettingsPage = lazy(() => import('./pages/check-in-settings/checkInSettingsPage'));
const ExamSettingsPage = lazy(() => import('./pages/exam-settings/examSettingsPage'));
const TerminalsPage = lazy(() => import('./pages/terminals/terminalsPage'));
const ProjectSearchPage = lazy(() => import('./pages/project-search/projectSearchPage'));
const VerifyPage = lazy(() => import('./pages/verify/verifyPage'));
const PublicNoticesPage = lazy(() => import('./pages/public-notices/publicNoticesPage'));
const PublicNoticePage = lazy(() => import('./pages/public-notices/publicNoticePage'));
const PublicFaqPage = lazy(() => import('./pages/public-notices/publicFaqPage'));
const PublicStandardsPage = lazy(() => import('./pages/public-standards/publicStandardsPage'));
const CertificateSearchPage = lazy(() => import('./pages/certificate-search/certificateSearchPage'));
const ProjectsPage = lazy(() => import('./pages/projects/projectsPage'));
const ProjectImportPage = lazy(() => import('./pages/project-import/projectImportPage'));
const NationalEntryPage = lazy(() => import('./pages/national-entry/nationalEntryPage'));
const BulletinPage = lazy(() => import('./pages/bulletin/bulletinPage'));
const BulletinNoticePage = lazy(() => import('./pages/bulletin/bulletinNoticePage'));
const NoticesPage = lazy(() => import('./pages/publishing-notices/noticesPage'));
const NoticePage = lazy(() => import('./pages/publishing-notice/noticePage'));
const StandardsPage = lazy(() => import('./pages/publishing-standards/standardsPage'));
const StandardPage = lazy(() => import('./pages/publishing-standard/standardPage'));
const AccountsPage = lazy(() => import('./pages/official-accounts/accountsPage'));
const DeliveriesPage = lazy(() => import('./pages/deliveries/deliveriesPage'));
const NotFoundPage = lazy(() => import('./pages/not-found/notFoundPage'));

/** The console: theme, language and every address. */
export function ConsoleApp() {
  return (
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3 }}>
        <Crash>
          <BrowserRouter basename="/console">
            <Suspense fallback={<Splash />}>
              <Routes>
                <Route path="/sign-in" element={<SignInPage />} />
                <Route path="/project-search" element={<ProjectSearchPage />} />
                <Route path="/verify/:code?" element={<VerifyPage />} />
                <Route path="/certificate-search" element={<CertificateSearchPage />} />
                <Route path="/notices" element={<PublicNoticesPage />} />
                <Route path="/notices/:noticeId" element={<PublicNoticePage />} />
                <Route path="/faq" element={<PublicFaqPage />} />
                <Route path="/standards" element={<PublicStandardsPage />} />
                <Route element={<RequireSession />}>
                  <Route path="/administrator" element={<AdministratorPage />} />
                  <Route path="/password" element={<PasswordPage />} />
                  <Route element={<Shell />}>
                    <Route index element={<HomePage />} />
                    <Route element={<RequireRole kind="unit" />}>
                      <Route path="/learners" element={<LearnersPage />} />
                      <Route path="/learners/:learnerId" element={<LearnerPage />} />
                      <Route path="/corrections" element={<CorrectionsPage />} />
                      <Route path="/transfers" element={<TransfersPage />} />
                      <Route path="/departments" element={<DepartmentsPage />} />
                      <Route path="/staff-import" element={<StaffImportPage />} />
                      <Route path="/terminals" element={<TerminalsPage />} />
                      <Route path="/activities" element={<ActivitiesPage />} />
                      <Route path="/creditable" element={<CreditablePage />} />
                      <Route path="/question-bank" element={<QuestionBankPage />} />
                      <Route path="/national-entry" element={<NationalEntryPage />} />
                      <Route path="/activities/:activityId/edit/:step?" element={<ActivityEditPage />} />
                      <Route path="/bulletin" element={<BulletinPage />} />
                      <Route path="/bulletin/:noticeId" element={<BulletinNoticePage />} />
                      <Route path="/applications" element={<ApplicationsPage />} />
                      <Route path="/applications/:applicationId/:page?" element={<ApplicationPage />} />
                    </Route>
                    <Route element={<RequireRole kind="authority" />}>
                      <Route path="/units" element={<UnitsPage />} />
                      <Route path="/authorities" element={<AuthoritiesPage />} />
                      <Route path="/unit-requests" element={<UnitRequestsPage />} />
                      <Route path="/unit-import" element={<UnitImportPage />} />
                      <Route path="/projects" element={<ProjectsPage />} />
                      <Route path="/project-import" element={<ProjectImportPage />} />
                      <Route path="/audit" element={<AuditPage />} />
                      <Route path="/project-settings" element={<ProjectSettingsPage />} />
                      <Route path="/check-in-settings" element={<CheckInSettingsPage />} />
                      <Route path="/exam-settings" element={<ExamSettingsPage />} />
                      <Route path="/credit-settings" element={<CreditSettingsPage />} />
                      <Route path="/publishing/notices" element={<NoticesPage />} />
                      <Route path="/publishing/notices/:noticeId" element={<NoticePage />} />
                      <Route path="/publishing/standards" element={<StandardsPage />} />
                      <Route path="/publishing/standards/:standardId" element={<StandardPage />} />
                      <Route path="/official-accounts" element={<AccountsPage />} />
                      <Route path="/deliveries" element={<DeliveriesPage />} />
                    </Route>
                    <Route path="/windows" element={<WindowsPage />} />
                    <Route path="/application-reviews" element={<ApplicationReviewsPage />} />
                    <Route path="/application-reviews/:applicationId" element={<ApplicationReviewPage />} />
                    <Route path="/administrators" element={<AdministratorsPage />} />
                    <Route path="/sessions" element={<SessionsPage />} />
                    <Route path="/activity-reviews" element={<ActivityReviewsPage />} />
                    <Route path="/activity-reviews/:activityId" element={<ActivityReviewPage />} />
                    <Route path="/activities/:activityId/:section?" element={<ActivityPage />} />
                    <Route path="/creditings" element={<CreditingsPage />} />
                    <Route path="/creditings/:creditingId" element={<CreditingPage />} />
                    <Route path="/statistics/projects" element={<ProjectStatisticsPage />} />
                    <Route path="/statistics/projects/:activityId" element={<PersonStatisticsPage />} />
                    <Route path="/statistics/credits" element={<CreditStatisticsPage />} />
                    <Route path="/exports" element={<ExportsPage />} />
                    <Route path="/reports" element={<ReportsPage />} />
                    <Route path="/reports/:activityId/:page?" element={<ReportPage />} />
                    <Route path="*" element={<NotFoundPage />} />
                  </Route>
                </Route>
              </Routes>
            </Suspense>
          </BrowserRouter>
        </Crash>
      </App>
    </ConfigProvider>
  );
}
