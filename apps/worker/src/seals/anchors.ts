import { appendFile } from 'node:fs/promises';
import { clock, type AnchorPlace, type JournalSeal } from '@countersign/database';
import { ownValue } from '@countersign/domain';
import type { CallTarget } from '@countersign/platform';
import { ask } from '../calls/ask';
import { signedCall } from '../calls/signed-call';
import type { MailServer } from '../mail/mail-server';

/** Keeps a seal outside; false: not now. A seal may come twice. */
export type Anchor = (seal: JournalSeal) => Promise<boolean>;

/** What is kept of a seal outside: with the one before it, the chain can be checked without this database. Pure. */
function keptOf({ companyId, seq, at, requests, entries, seal }: JournalSeal) {
  return { company: companyId, seq, at: at.toISOString(), requests, entries, seal };
}

/** The same each time that a seal is sent: whoever had it before knows it. Pure. */
const idOf = ({ companyId, seq }: JournalSeal): string => `seal.${companyId}.${seq}`;

/** A line at the end of a file, which may lie where this program can only add. */
const inFile =
  (file: string): Anchor =>
  async (seal) => {
    await appendFile(file, `${JSON.stringify(keptOf(seal))}\n`, { mode: 0o600 });
    return true;
  };

const byMail =
  (mail: MailServer, address: string): Anchor =>
  async (seal) => {
    const text = `${JSON.stringify(keptOf(seal))}\n`;
    const letter = { subject: `Countersign seal ${seal.seq} · 留痕封存 ${seal.seq}`, text, html: `<pre>${escaped(text)}</pre>` };
    const sent = await mail.send({ id: idOf(seal), to: { name: address, address }, thread: null, letter });
    return sent.kind === 'sent';
  };

const byCall =
  (target: CallTarget): Anchor =>
  async (seal) => {
    const call = signedCall(target, { method: 'POST', path: '', body: keptOf(seal) }, { id: idOf(seal), at: clock.ms() });
    return (await ask(call, { seconds: target.seconds, repeated: true, reads: false })).failed === null;
  };

/** The places outside that the settings name. */
export function anchorsOf(
  env: { SEAL_FILE?: string | undefined; SEAL_MAIL?: string | undefined; SEAL_CALL?: string | undefined },
  targets: Readonly<Record<string, CallTarget>>,
  mail: MailServer,
): Partial<Record<AnchorPlace, Anchor>> {
  const target = env.SEAL_CALL === undefined ? undefined : ownValue(targets, env.SEAL_CALL);
  return {
    ...(env.SEAL_FILE === undefined ? {} : { file: inFile(env.SEAL_FILE) }),
    ...(env.SEAL_MAIL === undefined ? {} : { mail: byMail(mail, env.SEAL_MAIL) }),
    ...(target === undefined ? {} : { call: byCall(target) }),
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
