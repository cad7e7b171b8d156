import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../api/session';
import { BrandMark } from './brandMark';
import './publicFrame.css';

interface Props {
  /** Beside the product's name: what this is about. */
  about: string;
  /** For a few facts rather than a table; looks right on a phone. */
  isNarrow?: boolean;
  children: ReactNode;
}

/** What stands around the pages that need no sign-in. */
export function PublicFrame({ about, isNarrow, children }: Props) {
  const isIn = useSession().status === 'in';
  return (
    <div className="public">
      <header className="public__bar">
        <span className="public__brand">
          <BrandMark size={28} />
          <b>继教通</b>
          <span>{about}</span>
        </span>
        <Link to={isIn ? '/' : '/sign-in'}>
          <Button>{isIn ? '进入管理端' : '登录管理端'}</Button>
        </Link>
      </header>
      <main className={`public__main${isNarrow ? ' public__main--narrow' : ''}`}>{children}</main>
    </div>
  );
}
