import { Link, useLocation } from 'react-router';
import { BrandMark } from '../components/brandMark';
import { Icon, type IconName } from '../components/icon';
import type { Counts } from './counts';

interface Item {
  to: string;
  label: string;
  icon: IconName;
  /** What waits for this account there. */
  badge?: keyof Counts;
}

const HOME: Item = { to: '/', label: '工作台', icon: 'home' };
const UNIT: { name: string; items: Item[] }[] = [
  { name: '', items: [HOME] },
  {
    name: '人员',
    items: [{ to: '/learners', label: '人员信息审核', icon: 'people', badge: 'waitingLearners' }],
  },
  {
    name: '继教活动',
    items: [
      { to: '/activities', label: '项目管理', icon: 'calendar' },
      { to: '/creditings', label: '授分记录', icon: 'medal' },
    ],
  },
];
const AUTHORITY: typeof UNIT = [
  { name: '', items: [HOME] },
  {
    name: '学分管理',
    items: [{ to: '/creditings', label: '学分审核', icon: 'medal', badge: 'waitingCreditings' }],
  },
];

/** The side navigation of a kind of account, with how much waits where. */
export function Navigation({ role, counts }: { role: 'unit' | 'authority'; counts: Counts }) {
  const { pathname } = useLocation();
  const isHere = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to));
  return (
    <nav className="navigation" aria-label="主导航">
      <Link to="/" className="navigation__brand">
        <BrandMark size={30} />
        <span>
          <b>继教通</b>
          <small>{role === 'unit' ? '单位管理端' : '行政管理端'}</small>
        </span>
      </Link>
      {(role === 'unit' ? UNIT : AUTHORITY).map((group) => (
        <div key={group.name} className="navigation__group">
          {group.name && <h2>{group.name}</h2>}
          {group.items.map(({ to, label, icon, badge }) => {
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
