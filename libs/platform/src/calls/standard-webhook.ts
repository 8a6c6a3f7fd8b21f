import { createHmac, timingSafeEqual } from 'node:crypto';

/** A message is taken for new within so many seconds of its time stamp, either way. */
const TOLERANCE_SECONDS = 300;
/** Signatures that one message may carry while a key is changed. */
const MOST_SIGNATURES = 10;

interface Message {
  id: string;
  /** Seconds since 1970. */
  timestamp: string;
  body: string;
}

/** The signature of a message as Standard Webhooks has it. Pure. */
export function webhookSignature(key: Buffer, { id, timestamp, body }: Message): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Why a message is not to be believed; null where it is signed with the key and new. Pure; `now`: milliseconds since 1970. */
export function webhookFault(
  key: Buffer,
  { signature, ...message }: Message & { signature: string },
  now: number,
): 'signature' | 'too-old' | null {
  const expected = webhookSignature(key, message);
  if (
    !signature
      .split(' ')
      .slice(0, MOST_SIGNATURES)
      .some((each) => isSame(each, expected))
  )
    return 'signature';
  const seconds = /^\d{1,12}$/.test(message.timestamp) ? Number(message.timestamp) : Number.NaN;
  return Math.abs(now / 1_000 - seconds) <= TOLERANCE_SECONDS ? null : 'too-old';
}

/** Proves that an answer is to this one call: whoever was asked is given it, and nobody else. Pure. */
export function answerToken(key: Buffer, { requestId, call }: { requestId: string; call: string }): string {
  return createHmac('sha256', key).update(`answer.${requestId}.${call}`).digest('base64url');
}

/** Whether two secrets are the same, in a time that says nothing of where they differ. Pure. */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
