import type { Json } from '@countersign/domain';

/** What a person had typed when the page last saw it. */
export interface LocalCopy {
  form: Record<string, Json>;
  choices: Record<string, string>;
  at: string;
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
  remove(person: string, place: string): void {
    try {
      localStorage.removeItem(name(person, place));
    } catch {
      // See above.
    }
  },
};
