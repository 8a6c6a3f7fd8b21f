import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { decoded } from './encoding';

/** Attributes of a trace or an event by key, as text. Nested and list attributes are left out. */
export type Attributes = Readonly<Record<string, string>>;

export interface LogCase {
  attributes: Attributes;
  events: Attributes[];
}

const ATTRIBUTE_TAGS = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** Cases of an XES file, gzip or plain (told by its first bytes), in the order of the file. Holds one chunk of it in memory at a time. */
export async function* readCases(file: string): AsyncGenerator<LogCase> {
  const reader = new CaseReader();
  const bytes = await openBytes(file);
  try {
    for await (const text of decoded(bytes as AsyncIterable<Uint8Array>)) {
      reader.write(text);
      yield* reader.take();
    }
    reader.close();
    yield* reader.take();
  } catch (error) {
    throw new Error(`Expected ${file} to be an XES log, but ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    bytes.destroy();
  }
}

async function openBytes(file: string): Promise<Readable> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  const zipped = bytesRead === 2 && GZIP_MAGIC.every((byte, index) => buffer[index] === byte);
  const bytes = createReadStream(file);
  if (!zipped) return bytes;
  const plain = createGunzip();
  // `pipe` does not carry errors on: a file that vanishes would otherwise never end.
  bytes.on('error', (error) => plain.destroy(error));
  return bytes.pipe(plain);
}

/** Builds cases from pieces of XML text. */
class CaseReader {
  private readonly parser = new SaxesParser();
  private readonly path: string[] = [];
  private done: LogCase[] = [];
  private current: { attributes: Record<string, string>; events: Attributes[] } | null = null;
  private event: Record<string, string> | null = null;
  private root: string | null = null;

  constructor() {
    this.parser.on('error', (error) => {
      throw error;
    });
    this.parser.on('opentag', ({ name, attributes }) => this.opened(localName(name), attributes));
    this.parser.on('closetag', ({ name }) => this.closed(localName(name)));
  }

  write(text: string): void {
    this.parser.write(text);
  }

  close(): void {
    this.parser.close();
    if (this.root !== 'log') throw new Error(`its outermost element is <${this.root ?? ''}>, not <log>`);
  }

  take(): LogCase[] {
    const cases = this.done;
    this.done = [];
    return cases;
  }

  private opened(name: string, attributes: Record<string, string>): void {
    this.root ??= name;
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'trace') this.current = { attributes: nothing(), events: [] };
    else if (name === 'event') this.event = nothing();
    else if (ATTRIBUTE_TAGS.has(name) && attributes.key !== undefined) {
      const target = parent === 'event' ? this.event : parent === 'trace' ? this.current?.attributes : undefined;
      if (target) target[attributes.key] = attributes.value ?? '';
    }
  }

  private closed(name: string): void {
    this.path.pop();
    if (name === 'event' && this.event) {
      this.current?.events.push(this.event);
      this.event = null;
    } else if (name === 'trace' && this.current) {
      this.done.push(this.current);
      this.current = null;
    }
  }
}

/** Attributes may be called anything, also like what every object has. */
function nothing(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
