import { prepare } from './app/ahead';
import { sayNotLoaded } from './app/not-loaded';
import './shared/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('Expected the page to have a #root element, but it has none.');

// All of it at once: the code of everything, the words, the page that the address names and what it will ask.
prepare(window.location);
try {
  const { start } = await import('./app/start');
  await start(root);
} catch {
  sayNotLoaded(root);
}
