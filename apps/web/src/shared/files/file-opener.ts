import { createContext, type MouseEvent } from 'react';
import type { RequestFile } from '../api/wire';

/** Where files open inside the page; without one they open as a page of their own. */
export interface FileOpener {
  openId: string | null;
  toggle: (file: RequestFile) => void;
}

export const FileOpenerContext = createContext<FileOpener | null>(null);

/** A plain press opens the file in place; with a modifier it stays the link that it is. */
export const opensInPlace =
  (opener: FileOpener | null, file: RequestFile) =>
  (event: MouseEvent): void => {
    if (!opener || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    opener.toggle(file);
  };
