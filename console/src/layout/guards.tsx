import { lazy } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { session, useMe, useSession } from '../api/session';
import { ErrorPanel } from '../components/errorPanel';
import { Splash } from './splash';

const NotFoundPage = lazy(() => import('../pages/not-found/notFoundPage'));

/**
 * Lets in who is signed in; the others sign in first and come back here. First it must be known
 * who acts for the unit or authority; then a one-time password must be changed.
 */
export function RequireSession() {
  const current = useSession();
  const { pathname, search } = useLocation();
  const here = encodeURIComponent(pathname + search);
  if (current.status === 'loading') {
    return <Splash />;
  }
  if (current.status === 'failed') {
    return (
      <ErrorPanel
        title={current.error.message}
        hint="登录状态没有丢失，网络恢复后即可继续"
        action={{ label: '重新连接', run: () => void session.refresh() }}
      />
    );
  }
  if (current.status === 'out') {
    return <Navigate to={current.because === 'left' ? '/sign-in' : `/sign-in?from=${here}`} replace />;
  }
  if (pathname === '/administrator') {
    return <Outlet />;
  }
  if (current.me.needsAdministrator) {
    return <Navigate to={`/administrator?from=${here}`} replace />;
  }
  if (current.me.mustChangePassword && pathname !== '/password') {
    return <Navigate to={`/password?from=${here}`} replace />;
  }
  return <Outlet />;
}

/** Shows its pages to one kind of account only; the server checks the same again. */
export function RequireRole({ kind }: { kind: 'unit' | 'authority' }) {
  return useMe().roles.includes(kind) ? <Outlet /> : <NotFoundPage />;
}
