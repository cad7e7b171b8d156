import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from './api/session';
import { ConsoleApp } from './app';
import { applyLook } from './theme';
import './styles/base.css';
import './styles/dialogs.css';
import './styles/lists.css';
import './styles/parts.css';
import './styles/states.css';

applyLook();
void session.refresh();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ConsoleApp />
    </StrictMode>,
  );
}
