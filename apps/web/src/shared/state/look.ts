import { applyLook, type Look } from '../theme';
import { createStore, createStoredStore, useStore } from './store';

export type LookChoice = Look | 'system';

/** What the reader asked for; `system` follows the device. */
export const lookChoice = createStoredStore<LookChoice>('look', 'system');

const deviceIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const deviceIsCalm = window.matchMedia('(prefers-reduced-motion: reduce)');
const lookNow = (): Look => (lookChoice.get() === 'system' ? (deviceIsDark.matches ? 'dark' : 'light') : (lookChoice.get() as Look));
const current = createStore<Look>(lookNow());
const calm = createStore(deviceIsCalm.matches);

function follow(): void {
  current.set(lookNow());
  applyLook(current.get());
}

/** Starts following choice and device; called once before the first paint. */
export function startLook(): void {
  follow();
  lookChoice.subscribe(follow);
  deviceIsDark.addEventListener('change', follow);
  deviceIsCalm.addEventListener('change', () => calm.set(deviceIsCalm.matches));
}

export const useLook = (): Look => useStore(current);
export const useCalm = (): boolean => useStore(calm);
export const useLookChoice = (): LookChoice => useStore(lookChoice);
