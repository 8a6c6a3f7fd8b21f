import type { Json } from '@countersign/domain';

/** What a person had typed when the page last saw it. */
export interface LocalCopy {
  form: Record<string, Json>;
  choices: Record<string, string>;
  at: string;
  /** When the server's version that it was typed over was saved; null over none. */
  base: string | null;
}

const name = (person: string, place: string) => `countersign.form.${person}.${place}`;

/** The copy of a form in this browser. Storage that is full or switched off loses nothing that the server does not have anyway. */
export const localCopy = {
  read(person: string, place: string): LocalCopy | null {
    try {
      const stored = JSON.parse(localStorage.getItem(name(person, place)) ?? 'null') as LocalCopy | null;
      return stored && typeof stored.form === 'object' ? stored : null;
    } catch {
      return null;
    }
  },
  write(person: string, place: string, copy: LocalCopy): void {
    try {
      localStorage.setItem(name(person, place), JSON.stringify(copy));
    } catch {
      // Nothing to do: the save to the server goes on.
    }
  },
  /** A draft that got an id: its copy is found under that from now on. */
  move(person: string, from: string, to: string): void {
    const copy = this.read(person, from);
    if (copy) this.write(person, to, copy);
    this.remove(person, from);
  },
  remove(person: string, place: string): void {
    try {
      localStorage.removeItem(name(person, place));
    } catch {
      // See above.
    }
  },
};
