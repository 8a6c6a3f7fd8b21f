/** Where the last keystroke is: nowhere but on screen and in this browser, on its way, on the server, refused by the
 * network, or held back because something else was saved in the meantime. */
export type SaveState = { kind: 'idle' | 'typing' | 'saving' | 'held' } | { kind: 'saved' | 'kept'; at: Date };

/** Something else was saved since: whoever typed says which of the two is to stand. */
export class SavedElsewhere extends Error {}

interface Autosave<T> {
  /** Something changed. Keeps it in this browser at once and sends it after the silence. */
  change(value: T): void;
  /** Sends what has not been sent. Resolves when the server has everything, or false when it has not. */
  flush(): Promise<boolean>;
  /** What has not been sent is not wanted any more. */
  drop(): void;
}

interface Options<T> {
  silence: number;
  save(value: T): Promise<void>;
  keep(value: T): void;
  forget(): void;
  onState(state: SaveState): void;
}

/**
 * Saves after a silence, one save at a time, and never loses the newest value: it lies in this browser until the server has it.
 * A failed save is tried again with the next change or flush.
 */
export function createAutosave<T>({ silence, save, keep, forget, onState }: Options<T>): Autosave<T> {
  let unsent: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;

  const sendAll = async (): Promise<boolean> => {
    while (unsent) {
      const sent = unsent;
      onState({ kind: 'saving' });
      try {
        await save(sent.value);
      } catch (error) {
        onState(error instanceof SavedElsewhere ? { kind: 'held' } : { kind: 'kept', at: new Date() });
        return false;
      }
      if (unsent === sent) unsent = null;
    }
    forget();
    onState({ kind: 'saved', at: new Date() });
    return true;
  };
  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    return !unsent && !running ? Promise.resolve(true) : (running ??= sendAll().finally(() => (running = null)));
  };

  return {
    change(value) {
      unsent = { value };
      keep(value);
      if (!running) onState({ kind: 'typing' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), silence);
    },
    flush,
    drop() {
      clearTimeout(timer);
      unsent = null;
    },
  };
}
