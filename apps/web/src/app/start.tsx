import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../shared/i18n';
import { startLook } from '../shared/state/look';
import { App } from './app';

/** Puts the product on the page. */
export async function start(): Promise<void> {
  startLook();
  await startLanguage();
  const root = document.getElementById('root');
  if (!root) throw new Error('Expected the page to have a #root element, but it has none.');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
