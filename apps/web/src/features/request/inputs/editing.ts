import { ownValue } from '@countersign/domain';
import type { OwnTask } from '../../../shared/api/wire';
import { createStore, useStore } from '../../../shared/state/store';

/** Requests whose form their reader is correcting: the desk and the thumb bar show the same. */
const editing = createStore<Record<string, true>>({});

/** Whether the reader corrects the form: they have opened what may be corrected, or written something of it before. */
export function useEditing(requestId: string, written: object, edits: OwnTask['edits'] = []): boolean {
  const opened = ownValue(useStore(editing), requestId) === true;
  return opened || edits.some(({ key }) => Object.hasOwn(written, key));
}

export function setEditing(requestId: string, open: boolean): void {
  editing.set(({ [requestId]: _was, ...rest }) => (open ? { ...rest, [requestId]: true } : rest));
}
