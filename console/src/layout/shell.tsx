import { Suspense, useEffect } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { session, useMe } from '../api/session';
import { Crash } from '../components/crash';
import { Icon } from '../components/icon';
import { TableSkeleton } from '../components/tableSkeleton';
import { scrollToTop } from '../hooks/scrollToTop';
import { useAction } from '../hooks/useAction';
import { refreshCounts, useCounts } from './counts';
import { Navigation } from './navigation';
import { useIsOperator } from './operator';
import './layout.css';

const COUNTS_EVERY_MS = 60_000;

/** What stands around every page: navigation, who is signed in, the ways out. */
export function Shell() {
  const me = useMe();
  const role = me.roles.includes('unit') ? 'unit' : 'authority';
  const counts = useCounts();
  const isOperator = useIsOperator();
  // The sections of one activity are one page.
  const page = useLocation().pathname.split('/', 3).join('/');
  const leave = useAction(() => session.signOut());
  const name = me.unit?.name ?? me.authority?.name ?? me.accountName ?? '';

  useEffect(() => {
    void refreshCounts(role);
    const timer = setInterval(() => void refreshCounts(role), COUNTS_EVERY_MS);
    return () => clearInterval(timer);
  }, [role]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page starts at its top.
  useEffect(scrollToTop, [page]);

  return (
    <div className="shell">
      <Navigation role={role} counts={counts} isOperator={isOperator} />
      <div className="shell__body">
        <header className="topbar">
          <div className="topbar__who">
            <span className="topbar__mark">{name.slice(0, 1)}</span>
            <b>{name}</b>
            {me.unit && <span className="topbar__region">{me.unit.regionName}</span>}
          </div>
          <div className="topbar__account">
            {me.administrator && (
              <span className="topbar__name">
                <Icon name="users" size={16} />
                {me.administrator.name}
              </span>
            )}
            {me.accountName && <span className="topbar__name">账号 {me.accountName}</span>}
            <Link className="topbar__link" to="/password">
              <Icon name="key" size={16} />
              修改密码
            </Link>
            <button type="button" className="topbar__link" disabled={leave.busy} onClick={() => leave.run()}>
              <Icon name="leave" size={16} />
              退出登录
            </button>
          </div>
        </header>
        <main className="shell__main">
          <Crash key={page}>
            <Suspense fallback={<TableSkeleton />}>
              <Outlet />
            </Suspense>
          </Crash>
        </main>
      </div>
    </div>
  );
}
