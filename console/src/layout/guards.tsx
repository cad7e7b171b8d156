import { lazy } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { session, useMe, useSession } from '../api/session';
import { ErrorPanel } from '../components/errorPanel';
import { Splash } from './splash';

const NotFoundPage = lazy(() => import('../pages/not-found/notFoundPage'));

/** Lets in who is signed in; the others sign in first and come back here. A one-time password must be changed first. */
export function RequireSession() {
  const current = useSession();
  const { pathname, search } = useLocation();
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
    const from = current.because === 'left' ? '' : `?from=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${from}`} replace />;
  }
  if (current.me.mustChangePassword && pathname !== '/password') {
    return <Navigate to="/password" replace />;
  }
  return <Outlet />;
}

/** Shows its pages to one kind of account only; the server checks the same again. */
export function RequireRole({ kind }: { kind: 'unit' | 'authority' }) {
  return useMe().roles.includes(kind) ? <Outlet /> : <NotFoundPage />;
}
