import { prepare } from './app/ahead';
import './shared/base.css';

// All of it at once: the code of everything, the words, the page that the address names and what it will ask.
prepare(window.location);
const { start } = await import('./app/start');
await start();
