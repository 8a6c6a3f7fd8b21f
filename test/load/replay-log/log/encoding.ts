const DECLARED = /^<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  // Without a mark: how “<?” looks in two bytes a sign.
  ['utf-16le', [0x3c, 0x00, 0x3f, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00, 0x3f]],
];

/** The encoding of an XML file by its first bytes: its mark, else what it declares, else UTF-8. Throws on one that is not known here. */
export function encodingOf(head: Uint8Array): string {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  const declared = DECLARED.exec(Buffer.from(head).toString('latin1'))?.[1];
  const name = marked?.[0] ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new Error(`it is written in “${name}”, an encoding that is not known here`);
  }
}

/** Bytes as text, by the encoding of their first piece. Throws on bytes that are not of it: nothing is replaced in silence. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let encoding = '';
  for await (const piece of bytes) {
    if (!decoder) {
      encoding = encodingOf(piece.subarray(0, 400));
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    yield decode(() => decoder?.decode(piece, { stream: true }) ?? '', encoding);
  }
  if (decoder) yield decode(() => decoder?.decode() ?? '', encoding);
}

function decode(read: () => string, encoding: string): string {
  try {
    return read();
  } catch {
    throw new Error(
      `it holds bytes that are no ${encoding}; say its encoding in the first line, such as <?xml version="1.0" encoding="ISO-8859-1"?>`,
    );
  }
}
