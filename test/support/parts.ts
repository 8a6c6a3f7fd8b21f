/** Something that was started and has to end. */
export interface Part {
  stop(): Promise<void>;
}

/**
 * What a script has started and must not leave behind: ended in the opposite order when its work is done, when it fails, and when somebody
 * presses Ctrl-C. What only then finishes starting ends at once.
 */
export class Parts {
  private readonly parts: Part[] = [];
  private stopping: Promise<void> | null = null;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void this.stop().then(() => process.exit(130)));
  }

  async add<P extends Part>(starting: Promise<P> | P): Promise<P> {
    const part = await starting;
    if (this.stopping) await part.stop();
    else this.parts.push(part);
    return part;
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.stopAll());
  }

  private async stopAll(): Promise<void> {
    for (const part of this.parts.splice(0).reverse())
      await part.stop().catch((error: unknown) => console.error('Expected a part to stop, but it did not:', error));
  }
}
