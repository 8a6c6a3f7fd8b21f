import { isIPv6 } from 'node:net';
import { LoginAttemptEntity, clock } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../http/problem/problem';
import { secretHash } from '../auth/secrets';

const FREE_ATTEMPTS = 5;
/** Of one name, from all networks together that it has never been used from. */
const FREE_ELSEWHERE = 50;
/** From one network, of all names together that were never used from it. */
const FREE_OF_NETWORK = 100;
const EVERYWHERE = '*';
const ANY_NAME = secretHash('*');
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 900;
const FORGOTTEN_AFTER = `interval '1 day'`;
/** How long a network counts as one that its person signs in from. */
const FAMILIAR_FOR = `interval '90 days'`;
const TIDY_MS = 600_000;

/** Failed attempts after this one, and until when the next has to wait. */
const FAILED = `CASE WHEN l.last_at < now() - ${FORGOTTEN_AFTER} THEN 1 ELSE l.failed + 1 END`;
const UNTIL = (failed: string): string =>
  `CASE WHEN ${failed} >= $3::int
     THEN now() + make_interval(secs => least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * 2 ^ least(${failed} - $3::int, 10))) END`;

/** Counts an attempt as failed before it is looked at, unless one has to wait; of attempts at the same moment each counts. */
const CLAIM = `
  INSERT INTO login_attempt AS l (login_hash, network, failed, last_at) VALUES ($1, $2, 1, now())
  ON CONFLICT (login_hash, network) DO UPDATE SET failed = ${FAILED}, last_at = now(), locked_until = ${UNTIL(FAILED)}
    WHERE l.locked_until IS NULL OR l.locked_until <= now()
  RETURNING coalesce(l.succeeded_at > now() - ${FAMILIAR_FOR}, false) AS familiar`;
const WAIT = `SELECT ceil(extract(epoch FROM locked_until - now()))::int AS seconds FROM login_attempt WHERE login_hash = $1 AND network = $2`;
const SUCCEEDED = `
  INSERT INTO login_attempt (login_hash, network, failed, last_at, succeeded_at) VALUES ($1, $2, 0, now(), now())
  ON CONFLICT (login_hash, network) DO UPDATE SET failed = 0, locked_until = NULL, last_at = now(), succeeded_at = now()`;
/** A right password of a name that is new there was no guess. */
const NO_GUESS = `UPDATE login_attempt SET failed = greatest(failed - 1, 0) WHERE login_hash = $1 AND network = $2`;
const TIDY = `DELETE FROM login_attempt WHERE last_at < now() - ${FORGOTTEN_AFTER} AND (succeeded_at IS NULL OR succeeded_at < now() - ${FAMILIAR_FOR})`;

/**
 * Slows down guessing: from the fifth wrong password on, each costs twice the time of the one before. What is slowed down is one sign-in name
 * from one network, and the name as a whole from all networks that nobody has ever signed in from with it: guesses that are spread over the world
 * wait, and whoever signs in from where they always do does not. So do guesses at many names from one network, but nobody who is known there: it may
 * be a whole office. Names that do not exist wait alike, so that nothing tells them apart.
 */
@Injectable()
export class LoginBackOff {
  private tidied = clock.ms();

  constructor(private readonly database: DataSource) {}

  /** Before a password is looked at. */
  async claim(login: string, address: string): Promise<void> {
    const hash = secretHash(login);
    const familiar = await this.counted(hash, networkOf(address), FREE_ATTEMPTS);
    if (!familiar) {
      await this.counted(hash, EVERYWHERE, FREE_ELSEWHERE);
      await this.counted(ANY_NAME, networkOf(address), FREE_OF_NETWORK);
    }
    await this.tidy();
  }

  /** The password was right: this is a network that its person signs in from. */
  async succeeded(login: string, address: string): Promise<void> {
    const network = networkOf(address);
    await this.database.query(NO_GUESS, [ANY_NAME, network]);
    await this.database.query(SUCCEEDED, [secretHash(login), network]);
  }

  /** Before the password of somebody who is signed in is looked at: whoever sits at their screen is no less a stranger. */
  async claimChange(personId: string): Promise<void> {
    await this.counted(secretHash(`change/${personId}`), EVERYWHERE, FREE_ATTEMPTS);
  }

  /** It was right. */
  async changed(personId: string): Promise<void> {
    await this.database.manager.delete(LoginAttemptEntity, { loginHash: secretHash(`change/${personId}`) });
  }

  /** A new password: whoever mistyped the old one before starts afresh, wherever they are. */
  async forget(login: string, manager: EntityManager): Promise<void> {
    await manager.delete(LoginAttemptEntity, { loginHash: secretHash(login) });
  }

  /** Whether the person is known to sign in from there. Throws where the next attempt has to wait. */
  private async counted(hash: string, network: string, free: number): Promise<boolean> {
    const [claimed] = await this.database.query<{ familiar: boolean }[]>(CLAIM, [hash, network, free]);
    if (claimed) return claimed.familiar;
    const [row] = await this.database.query<{ seconds: number | null }[]>(WAIT, [hash, network]);
    throw new Problem('throttled', { seconds: Math.max(1, row?.seconds ?? 1) });
  }

  private async tidy(): Promise<void> {
    if (this.tidied > clock.ms() - TIDY_MS) return;
    this.tidied = clock.ms();
    await this.database.query(TIDY);
  }
}

/** One household or office: an address of IPv4, the first 64 bits of one of IPv6. */
export function networkOf(address: string): string {
  const plain = (address.split('%', 1)[0] ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::', 2);
  const left = head.split(':').filter(Boolean);
  const right = plain.includes('::') ? tail.split(':').filter(Boolean) : [];
  const filled = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${filled
    .slice(0, 4)
    .map((part) => parseInt(part, 16).toString(16))
    .join(':')}::/64`;
}
