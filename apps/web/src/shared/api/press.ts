import { commandId } from '@countersign/domain';

/** One press of a button: its key makes a repetition the same command, its id finds the command again. */
export interface Press {
  key: string;
  id: string;
}

/** A fresh key. `crypto.randomUUID` exists only on https and localhost; an office network may be neither. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Starts a press of this person. */
export function newPress(personId: string): Press {
  return pressOf(personId, freshKey());
}

/** The press that this person made under this key. Pure. */
export function pressOf(personId: string, key: string): Press {
  return { key, id: commandId(personId, key) };
}
