import { createStore, useStore } from './store';

/** A short word at the bottom of the screen. With `until` it counts down and stays until then; else it goes after a few seconds. */
export interface Toast {
  id: string;
  tone: 'done' | 'problem';
  text: string;
  /** The request that it is about. */
  about?: string;
  until?: string;
  action?: { label: string; key?: string; run: () => void };
}

const toasts = createStore<Toast[]>([]);

export const useToasts = (): Toast[] => useStore(toasts);

/** Shows a toast; one with the same id is replaced. */
export function showToast(toast: Toast): void {
  toasts.set((all) => [...all.filter((other) => other.id !== toast.id), toast]);
}

export function dropToast(id: string): void {
  toasts.set((all) => (all.some((toast) => toast.id === id) ? all.filter((toast) => toast.id !== id) : all));
}
