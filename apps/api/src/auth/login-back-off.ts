import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../http/problem';

const FREE_ATTEMPTS = 5;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 900;
const REMEMBERED_STRANGERS = 2_000;

interface Attempts {
  failed: number;
  lockedUntil: number;
}

/** Slows down guessing: from the fifth wrong password on, each costs twice the time of the one before. Unknown names wait alike, so that nothing tells them apart. */
@Injectable()
export class LoginBackOff {
  private readonly strangers = new Map<string, Attempts>();

  constructor(private readonly database: DataSource) {}

  async check(login: string): Promise<void> {
    const wait = Math.ceil(((await this.lockedUntil(login)) - Date.now()) / 1_000);
    if (wait > 0) throw new Problem('throttled', { seconds: wait });
  }

  async failed(login: string): Promise<void> {
    const [[row]] = await this.database.query<[{ failed_attempts: number }[], number]>(
      'UPDATE account SET failed_attempts = failed_attempts + 1 WHERE login = $1 RETURNING failed_attempts',
      [login],
    );
    const failed = row?.failed_attempts ?? (this.strangers.get(login)?.failed ?? 0) + 1;
    const lockedUntil = Date.now() + waitAfter(failed) * 1_000;
    if (row) await this.database.query('UPDATE account SET locked_until = $2 WHERE login = $1', [login, new Date(lockedUntil)]);
    else this.remember(login, { failed, lockedUntil });
  }

  async succeeded(login: string): Promise<void> {
    await this.database.query('UPDATE account SET failed_attempts = 0, locked_until = NULL WHERE login = $1 AND failed_attempts > 0', [
      login,
    ]);
  }

  private async lockedUntil(login: string): Promise<number> {
    const [row] = await this.database.query<{ locked_until: Date | null }[]>('SELECT locked_until FROM account WHERE login = $1', [login]);
    return row ? (row.locked_until?.getTime() ?? 0) : (this.strangers.get(login)?.lockedUntil ?? 0);
  }

  private remember(login: string, attempts: Attempts): void {
    this.strangers.delete(login);
    this.strangers.set(login, attempts);
    const [oldest] = this.strangers.keys();
    if (this.strangers.size > REMEMBERED_STRANGERS && oldest !== undefined) this.strangers.delete(oldest);
  }
}

function waitAfter(failed: number): number {
  return failed < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failed - FREE_ATTEMPTS));
}
