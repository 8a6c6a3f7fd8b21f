import type { SentCall } from '@countersign/domain';
import { webhookSignature, type CallTarget } from '@countersign/platform';

/** A call as it goes over the wire. */
export interface SignedCall {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Signs a call as Standard Webhooks has it: the receiver can tell that it is from here, that it is new, and, by its id, that it has met it before. Pure.
 * `at`: milliseconds since 1970.
 */
export function signedCall(
  { url, key }: CallTarget,
  { method, path, body }: Pick<SentCall, 'method' | 'path' | 'body'>,
  { id, at }: { id: string; at: number },
): SignedCall {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(at / 1_000));
  return {
    url: `${url}${path}`,
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': webhookSignature(key, { id, timestamp, body: text }),
    },
    body: text,
  };
}
