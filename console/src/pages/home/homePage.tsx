import { lazy } from 'react';
import { useMe } from '../../api/session';

const UnitHome = lazy(() => import('./unitHome'));
const AuthorityHome = lazy(() => import('./authorityHome'));

/** 工作台 of the kind of account that is signed in. */
export default function HomePage() {
  return useMe().roles.includes('unit') ? <UnitHome /> : <AuthorityHome />;
}
