import { useEffect, useRef } from 'react';

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

/** Single-key commands of a page. Ignored while typing, while a dialog is open, and with a modifier held. */
export function useKeys(handlers: Record<string, (() => void) | undefined>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTaken(event)) return;
      const handler = latest.current[event.key];
      if (!handler) return;
      // Enter on a focused button or link is that control's own.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button')) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
