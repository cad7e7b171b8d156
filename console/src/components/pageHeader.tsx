import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTitle } from '../hooks/useTitle';
import { Icon } from './icon';

interface Props {
  title: string;
  /** One line under the title: what this page is for, or what it is about. */
  note?: ReactNode;
  /** Where the page was come from. */
  back?: { to: string; label: string };
  /** Beside the title. */
  tag?: ReactNode;
  /** On the right: the page's main actions. */
  extra?: ReactNode;
}

/** The head of a page; names the browser's tab too. */
export function PageHeader({ title, note, back, tag, extra }: Props) {
  useTitle(title);
  return (
    <header className="page-header">
      <div className="page-header__main">
        {back && (
          <Link className="page-header__back" to={back.to}>
            <Icon name="back" size={15} />
            {back.label}
          </Link>
        )}
        <div className="page-header__line">
          <h1>{title}</h1>
          {tag}
        </div>
        {note && <p className="page-header__note">{note}</p>}
      </div>
      {extra && <div className="page-header__extra">{extra}</div>}
    </header>
  );
}
