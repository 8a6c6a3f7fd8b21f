import { withoutEnd } from '@countersign/domain';
import { z } from 'zod';

/** Another system that processes may call. Only whoever runs the house says where it is: no definition and no form holds an address. */
export interface CallTarget {
  url: string;
  /** Key with which every call is signed. */
  key: Buffer;
  /** An answer is waited for so long. */
  seconds: number;
}

const SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;
/** Shorter than a claim of the outbox holds: nobody else sends the same call meanwhile. */
const MOST_SECONDS = 30;

/** What goes nowhere but to this machine may go unencrypted. */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

const urlSchema = z
  .string()
  .max(500)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, password, search, hash } = new URL(text);
    return (
      (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) &&
      [username, password, search, hash].every((part) => part === '')
    );
  });
const targetsSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  z.strictObject({ url: urlSchema, secret: z.string().regex(SECRET), seconds: z.int().min(1).max(MOST_SECONDS).default(10) }),
);

/** Reads the systems that may be called from JSON, by name; null where it is none of that form. Pure. */
export function readCallTargets(text: string): Readonly<Record<string, CallTarget>> | null {
  const read = targetsSchema.safeParse(parsed(text));
  if (!read.success) return null;
  return Object.fromEntries(
    Object.entries(read.data).map(([name, { url, secret, seconds }]) => [
      name,
      { url: withoutEnd(url, '/'), key: Buffer.from(secret.slice('whsec_'.length), 'base64'), seconds },
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
