import { Link, useLocation } from 'react-router';
import { BrandMark } from '../components/brandMark';
import { Icon } from '../components/icon';
import type { Counts } from './counts';
import { MENU } from './menu';

interface Props {
  role: 'unit' | 'authority';
  counts: Counts;
  /** Shows the pages of those who run the system. */
  isOperator?: boolean;
}

/** The side navigation of a kind of account, with how much waits where. */
export function Navigation({ role, counts, isOperator = false }: Props) {
  const { pathname } = useLocation();
  const isHere = (to: string) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));
  return (
    <nav className="navigation" aria-label="主导航">
      <Link to="/" className="navigation__brand">
        <BrandMark size={30} />
        <span>
          <b>继教通</b>
          <small>{role === 'unit' ? '单位管理端' : '行政管理端'}</small>
        </span>
      </Link>
      {MENU[role].map((group) => (
        <div key={group.name} className="navigation__group">
          {group.name && <h2>{group.name}</h2>}
          {group.items.map(({ to, label, icon, badge, isForOperator }) => {
            if (isForOperator && !isOperator) {
              return null;
            }
            const waiting = badge ? counts[badge] : 0;
            return (
              <Link
                key={to}
                to={to}
                className="navigation__item"
                aria-current={isHere(to) ? 'page' : undefined}
              >
                <Icon name={icon} />
                <span>{label}</span>
                {waiting > 0 && <em title={`${waiting} 项待处理`}>{waiting > 999 ? '999+' : waiting}</em>}
              </Link>
            );
          })}
        </div>
      ))}
    </nav>
  );
}
