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
  /** The page is left: sends what has not been sent, and tries no more by itself. */
  leave(): void;
}

interface Options<T> {
  silence: number;
  /** How long after a save that failed it is tried again. */
  again: number;
  save(value: T): Promise<void>;
  keep(value: T): void;
  forget(): void;
  onState(state: SaveState): void;
}

class Saver<T> implements Autosave<T> {
  private unsent: { value: T } | null = null;
  private running: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private left = false;

  constructor(private readonly options: Options<T>) {}

  change(value: T): void {
    const { keep, onState, silence } = this.options;
    this.unsent = { value };
    keep(value);
    if (!this.running) onState({ kind: 'typing' });
    this.flushAfter(silence);
  }

  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (!this.unsent && !this.running) return Promise.resolve(true);
    return (this.running ??= this.sendAll().finally(() => (this.running = null)));
  }

  drop(): void {
    clearTimeout(this.timer);
    this.unsent = null;
  }

  leave(): void {
    this.left = true;
    void this.flush();
  }

  private flushAfter(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  private async sendAll(): Promise<boolean> {
    const { save, forget, onState } = this.options;
    while (this.unsent) {
      const sent = this.unsent;
      onState({ kind: 'saving' });
      try {
        await save(sent.value);
      } catch (error) {
        return this.failed(error);
      }
      if (this.unsent === sent) this.unsent = null;
    }
    forget();
    onState({ kind: 'saved', at: new Date() });
    return true;
  }

  private failed(error: unknown): false {
    const held = error instanceof SavedElsewhere;
    this.options.onState(held ? { kind: 'held' } : { kind: 'kept', at: new Date() });
    if (!held && !this.left) this.flushAfter(this.options.again);
    return false;
  }
}

/**
 * Saves after a silence, one save at a time, and never loses the newest value: it lies in this browser until the server has it.
 * A failed save is tried again after a while, or with the next change or flush; one that is held back, with those alone.
 */
export function createAutosave<T>(options: Options<T>): Autosave<T> {
  return new Saver(options);
}
