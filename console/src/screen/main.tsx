import { theme } from '@common/theme';
import { createRoot } from 'react-dom/client';
import { VenueScreen } from './venueScreen';
import './screen.css';
import './code.css';
import './about.css';

const ticket = window.location.pathname.split('/').filter(Boolean).pop() ?? '';
document.documentElement.style.setProperty('--font', theme.font);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<VenueScreen ticket={ticket} />);
}
