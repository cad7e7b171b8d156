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
const PasswordPage = lazy(() => import('./pages/password/passwordPage'));
const HomePage = lazy(() => import('./pages/home/homePage'));
const LearnersPage = lazy(() => import('./pages/learners/learnersPage'));
const ActivitiesPage = lazy(() => import('./pages/activities/activitiesPage'));
const ActivityPage = lazy(() => import('./pages/activity/activityPage'));
const CreditingsPage = lazy(() => import('./pages/creditings/creditingsPage'));
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
                <Route element={<RequireSession />}>
                  <Route path="/password" element={<PasswordPage />} />
                  <Route element={<Shell />}>
                    <Route index element={<HomePage />} />
                    <Route element={<RequireRole kind="unit" />}>
                      <Route path="/learners" element={<LearnersPage />} />
                      <Route path="/activities" element={<ActivitiesPage />} />
                    </Route>
                    <Route path="/activities/:activityId/:section?" element={<ActivityPage />} />
                    <Route path="/creditings" element={<CreditingsPage />} />
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
