import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startLanguage } from './shared/i18n';
import { startLook } from './shared/state/look';
import './shared/base.css';

startLook();
await startLanguage();

const root = document.getElementById('root');
if (!root) throw new Error('Expected the page to have a #root element, but it has none.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
