import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { commandId } from '@countersign/domain';
import type { Caller } from '../../support/caller';

/** A press that nobody answers for this long is lost: no outage of the storm lasts nearly so long, and what died while it made a draft keeps the key for two minutes. */
const GIVEN_UP_MS = 150_000;
const AGAIN_MS = 150;
/** What says “later”, not “no”. */
const LATER = new Set([408, 425, 429, 500, 502, 503, 504]);
/** The same press is still being answered. */
const BEING_ANSWERED = 'key-busy';

export interface Call {
  by: Caller;
  path: string;
  body: unknown;
  /** Digest of what was shown, for `If-Match`. */
  shown: string | null;
}

/** What came of one press: the last word that its person heard. */
export interface Pressed {
  /** The command that it became, if it became one. */
  id: string;
  outcome: 'done' | 'refused' | 'unanswered';
  /** The transition that the answer names; null where it names none. */
  n: number | null;
  code: string | null;
  /** How often it was sent. */
  tries: number;
  /** What was answered last. */
  body: Record<string, unknown>;
}

/** One press of one button, sent again under its key until there is an answer, as the page does it. */
export async function press(call: Call, key: string = randomUUID()): Promise<Pressed> {
  const { by, path, body, shown } = call;
  const caller = by.with({ 'Idempotency-Key': key, ...(shown === null ? {} : { 'If-Match': `"${shown}"` }) });
  const pressed: Pressed = { id: commandId(by.personId, key), outcome: 'unanswered', n: null, code: null, tries: 0, body: {} };
  for (const until = Date.now() + GIVEN_UP_MS; Date.now() < until; await pause(AGAIN_MS)) {
    pressed.tries += 1;
    const answer = await caller.post(path, body).catch(() => null);
    if (answer !== null) pressed.body = answer.body;
    if (answer === null || LATER.has(answer.status) || answer.body.code === BEING_ANSWERED) continue;
    if (answer.status === 202) return { ...pressed, ...(await settled(by, pressed.id, until)) };
    const { n = null, code = null } = answer.body as { n?: number | null; code?: string | null };
    return { ...pressed, outcome: answer.status < 300 ? 'done' : 'refused', n, code, body: answer.body };
  }
  return pressed;
}

/** What becomes of a command whose answer took too long to wait for. */
async function settled(by: Caller, id: string, until: number): Promise<Pick<Pressed, 'outcome' | 'code'>> {
  for (; Date.now() < until; await pause(AGAIN_MS)) {
    const answer = await by.get<{ status: string; problem?: { code: string } | null }>(`/commands/${id}`).catch(() => null);
    if (answer?.status !== 200 || answer.body.status === 'open') continue;
    return { outcome: answer.body.status === 'done' ? 'done' : 'refused', code: answer.body.problem?.code ?? null };
  }
  return { outcome: 'unanswered', code: null };
}
