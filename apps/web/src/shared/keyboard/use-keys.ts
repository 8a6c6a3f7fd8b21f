import { ownValue } from '@countersign/domain';
import { useEffect, useRef } from 'react';
import { useMe } from '../state/session';

/** A dialog that was closed is seen for a moment longer, and keeps the focus: it is gone for whoever closed it. */
function isOpen(dialog: Element): boolean {
  return dialog.getClientRects().length > 0 && !/-leave\b/.test(dialog.className);
}

/** Somebody who types means letters, not commands; and a dialog owns the keys while it is open. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]')) return true;
  const around = target?.closest('[role="dialog"]');
  if (around && isOpen(around)) return true;
  if (document.querySelector('.ant-drawer-open .ant-drawer-mask') !== null) return true;
  return [...document.querySelectorAll('.ant-modal-wrap [role="dialog"]')].some(isOpen);
}

/** A key that speech input or a slip of the hand may send by itself; Enter and Escape are none. */
const isSign = (key: string): boolean => [...key].length === 1;

/** A key held down moves on and on; it never decides twice. */
const MAY_REPEAT: ReadonlySet<string> = new Set(['j', 'k']);

/**
 * Single-key commands of a page. Ignored while typing, while a dialog is open, and with a modifier held; letters and signs also
 * where the person has switched them off (WCAG 2.1.4).
 */
export function useKeys(handlers: Record<string, (() => void) | undefined>): void {
  const signs = useMe().person.singleKeys;
  const latest = useRef({ handlers, signs });
  useEffect(() => {
    latest.current = { handlers, signs };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTaken(event)) return;
      const handler = ownValue(latest.current.handlers, event.key);
      if (!handler || (isSign(event.key) && !latest.current.signs)) return;
      if (event.repeat && !MAY_REPEAT.has(event.key)) return;
      // Enter on a focused button or link is that control's own.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button')) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
