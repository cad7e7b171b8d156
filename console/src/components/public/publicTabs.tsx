import { NavLink } from 'react-router';
import './public.css';

const PAGES = [
  { to: '/notices', label: '通知' },
  { to: '/faq', label: '常见问题' },
  { to: '/standards', label: '学分审核标准' },
] as const;

/** From one of the public pages to the others, staying with the region. */
export function PublicTabs({ region }: { region: string }) {
  return (
    <nav className="public-tabs" aria-label="公开信息">
      {PAGES.map(({ to, label }) => (
        <NavLink key={to} to={region ? `${to}?region=${region}` : to} end>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
