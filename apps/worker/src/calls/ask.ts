import type { CallFailure, Json } from '@countersign/domain';
import type { SignedCall } from './signed-call';

/** What came of one attempt; `again`: it may go otherwise the next time. */
export interface AttemptResult {
  failed: CallFailure | null;
  status: number | null;
  again: boolean;
  /** What it said, where that was asked for. */
  said: Json;
}

/** What is asked of one attempt. */
interface Attempt {
  seconds: number;
  /** It was tried before. */
  repeated: boolean;
  /** What it says besides its status is wanted. */
  reads: boolean;
}

/** Answers of a system that is busy or not well. */
const LATER: readonly number[] = [408, 425, 429];
/** To what is sent again: the other system knows its id, and has done it when its answer was lost. */
const KNOWN = 409;
/** An answer that is larger is none. */
const LARGEST = 65_536;

/** Asks another system once. No redirect is followed. Throws nothing that is expected. */
export async function ask({ url, method, headers, body }: SignedCall, { seconds, repeated, reads }: Attempt): Promise<AttemptResult> {
  try {
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(seconds * 1_000) });
    const { status } = response;
    const done = response.ok || (repeated && status === KNOWN);
    const text = done && reads ? await textOf(response) : null;
    // What it says besides changes nothing of its status.
    await response.body?.cancel().catch(() => undefined);
    if (!done) return { failed: 'refused', status, again: status >= 500 || LATER.includes(status), said: null };
    return answered(status, reads, text);
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { failed: late ? 'timeout' : 'unreachable', status: null, again: true, said: null };
  }
}

function answered(status: number, reads: boolean, text: string | null): AttemptResult {
  const done = { failed: null, status, again: false } as const;
  if (!reads) return { ...done, said: null };
  const said = text === null ? undefined : parsed(text);
  return said === undefined ? { ...done, failed: 'wrong-answer', said: null } : { ...done, said };
}

/** All of it; null where it is too large, or no text. */
async function textOf({ body }: Response): Promise<string | null> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
