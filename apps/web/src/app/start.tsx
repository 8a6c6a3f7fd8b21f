import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../shared/i18n';
import { startLook } from '../shared/state/look';
import { App } from './app';

/** Puts the product on the page. */
export async function start(root: HTMLElement): Promise<void> {
  startLook();
  await startLanguage();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
