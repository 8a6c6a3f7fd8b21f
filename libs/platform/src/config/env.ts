import { ownValue } from '@countersign/domain';
import { isIP } from 'node:net';
import { z } from 'zod';
import { readCallTargets } from './call-targets';

const port = (otherwise: number) => z.coerce.number().int().min(0).max(65_535).default(otherwise);
const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true');
const optional = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const isProxy = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const widest = isIP(address) === 6 ? 128 : 32;
  return (
    text === 'loopback' ||
    (isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest)))
  );
};
const proxies = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isProxy), 'must be addresses or networks, by comma');

const smtp = optional.refine((text) => text === undefined || /^smtps?:\/\/\S+$/.test(text), 'must be an smtp:// or smtps:// address');
const callTargets = optional.transform((text, context) => {
  const targets = text === undefined ? {} : readCallTargets(text);
  if (targets === null) context.addIssue('must be JSON: by name, each system with url, secret (whsec_…) and seconds (1 to 30)');
  return targets ?? {};
});
const mailbox = optional.refine(
  (text) => text === undefined || /^[^<>@\s]+@[^<>@\s]+$|^[^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>$/.test(text),
  'must be an address, or a name with an address in angle brackets',
);

const address = optional.refine((text) => text === undefined || /^[^<>@\s]+@[^<>@\s]+$/.test(text), 'must be an address');

/** Every setting there is, with its default. `.env.example` mirrors it, and a test compares the two. */
export const envSchema = z.object({
  /** PostgreSQL ≥ 17, `postgres://user:password@host:port/database`. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  /** Temporal server ≥ 1.31, `host:port`. */
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** Address of the Temporal screens; those who track requests get a link to each run when it is set. */
  TEMPORAL_UI_URL: optional.refine((text) => text === undefined || /^https?:\/\//.test(text), 'must be an http or https address'),
  /** Milliseconds for which the answer of a request's run is waited for; then the press is “sent, not confirmed yet”, and goes on by itself. */
  TEMPORAL_WAIT_MS: z.coerce.number().int().min(100).max(60_000).default(8_000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port(8080),
  /** Proxies whose `X-Forwarded-For` is believed: addresses, networks (`10.1.2.0/24`) or `loopback`, by comma. None: the caller is whoever connected. */
  TRUSTED_PROXIES: proxies,
  /** Address under which people reach the product; links in notices and sign-in links start with it. */
  PUBLIC_URL: optional,
  /** Demo data and one-click sign-in. Never on together with a database of one's own in production. */
  DEMO_MODE: flag,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATA_DIR: optional,
  /** Folder of the built web app; the api serves it when set. */
  WEB_DIST: optional,
  /** Health and metrics of the worker; 0 = any free port. */
  WORKER_HEALTH_PORT: port(8081),
  /** Workflows that a worker keeps in memory; the SDK goes through all of them for every decision. 1 is allowed and cold; 0 is broken in the SDK. */
  WORKER_CACHE: z.coerce.number().int().min(1).default(500),
  /** Decisions that a worker records at the same time; also its database connections for them. Few and warm ones record more in all. */
  WORKER_RECORDS: z.coerce.number().int().min(1).max(200).default(4),
  /** File with the prebuilt workflow bundle; built at start when absent. */
  WORKFLOW_BUNDLE: optional,
  /** Connections of the ordinary pool of each program. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10),
  /** Mail server of the worker, `smtp://user:password@host:587` (STARTTLS where it offers it) or `smtps://…:465`; none: nothing is mailed. */
  SMTP_URL: smtp,
  /** Sender of mails, `no-reply@example.com` or `Countersign <no-reply@example.com>`; needed with SMTP_URL, as is PUBLIC_URL. */
  MAIL_FROM: mailbox,
  /** Other systems that processes may call, as JSON by name: `{"erp":{"url":"https://erp.example.com/api","secret":"whsec_…","seconds":10}}`; none: nothing is called. */
  CALL_TARGETS: callTargets,
  /** File to whose end the worker adds the seals of the audit trail, best where it can only add; none: none. */
  SEAL_FILE: optional,
  /** Address to which the worker mails the seals; needs SMTP_URL. */
  SEAL_MAIL: address,
  /** Name of a system of CALL_TARGETS to which the worker sends the seals. */
  SEAL_CALL: optional,
});

export type Env = z.output<typeof envSchema>;

/** Thrown at start-up; its message names every setting that is missing or wrong, not only the first. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** Reads the settings of this process. Throws an `EnvError`. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const known = Object.fromEntries(
    Object.keys(envSchema.shape).map((name) => [name, ownValue(source, name) === '' ? undefined : ownValue(source, name)]),
  );
  const read = envSchema.safeParse(known);
  const lacking = read.success ? lackingIn(read.data) : [];
  if (read.success && lacking.length === 0) return read.data;
  const lines = (read.error?.issues ?? []).map(
    (issue) => `  ${String(issue.path[0])}: ${ownValue(known, String(issue.path[0])) === undefined ? 'missing' : issue.message}`,
  );
  lines.push(...lacking.map(([name, by]) => `  ${name}: missing, and ${by} needs it`));
  throw new EnvError(`Expected these settings:\n${lines.join('\n')}`);
}

/** A mail has a sender, and links that somebody can follow; a seal goes nowhere that nobody has set up. */
function lackingIn(env: Env): [name: string, by: string][] {
  const mail = (['MAIL_FROM', 'PUBLIC_URL'] as const).filter((name) => env.SMTP_URL !== undefined && env[name] === undefined);
  return [
    ...mail.map((name): [string, string] => [name, 'SMTP_URL']),
    ...(env.SEAL_MAIL !== undefined && env.SMTP_URL === undefined ? [['SMTP_URL', 'SEAL_MAIL'] as [string, string]] : []),
    ...(env.SEAL_CALL !== undefined && !Object.hasOwn(env.CALL_TARGETS, env.SEAL_CALL)
      ? [[`${env.SEAL_CALL} in CALL_TARGETS`, 'SEAL_CALL'] as [string, string]]
      : []),
  ];
}
