import { clock } from '@countersign/database';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** One press of one person: what is done under its key, by hash. */
export interface PressId {
  personId: string;
  keyHash: string;
  pressHash: string;
}

/** One try of it. */
export interface PressAttempt extends PressId {
  since: string;
}

/** `mine`: to be done now; `since` tells this try from a later one. `answered`: was done, with this answer. `busy`: is being done. `other`: the key means something else. */
export type PressStart =
  { kind: 'mine'; since: string } | { kind: 'answered'; status: number; answer: unknown } | { kind: 'busy' } | { kind: 'other' };

/** What is not answered by then was cut off: the press may be done again. */
const LEASE = `interval '2 minutes'`;
const KEPT = `interval '1 day'`;
const LARGEST_ANSWER = 1_048_576;
const TIDY_MS = 600_000;

const CLAIM = `
  INSERT INTO answered_press AS a (person_id, key_hash, press_hash) VALUES ($1, $2, $3)
  ON CONFLICT (person_id, key_hash) DO UPDATE SET press_hash = $3, status = NULL, answer = NULL, created_at = now()
    WHERE a.created_at < now() - ${KEPT} OR (a.status IS NULL AND a.press_hash = $3 AND a.created_at < now() - ${LEASE})
  RETURNING iso_time(created_at) AS since`;
const FIND = 'SELECT press_hash, status, answer FROM answered_press WHERE person_id = $1 AND key_hash = $2';
const FINISH =
  'UPDATE answered_press SET status = $3, answer = $4 WHERE person_id = $1 AND key_hash = $2 AND press_hash = $5 AND created_at = $6';
const GIVE_BACK = 'DELETE FROM answered_press WHERE person_id = $1 AND key_hash = $2 AND status IS NULL AND created_at = $3';

export const textHash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Presses and their answers, kept for a day in the database, so that a repeat is answered by whichever process it reaches. */
export class AnsweredPresses {
  private tidied = clock.ms();

  constructor(private readonly database: DataSource) {}

  async begin({ personId, keyHash, pressHash }: PressId): Promise<PressStart> {
    await this.tidy();
    const [claimed] = await this.database.query<{ since: string }[]>(CLAIM, [personId, keyHash, pressHash]);
    if (claimed) return { kind: 'mine', since: claimed.since };
    const [row] = await this.database.query<{ press_hash: string; status: number | null; answer: string | null }[]>(FIND, [
      personId,
      keyHash,
    ]);
    if (row && row.press_hash !== pressHash) return { kind: 'other' };
    if (!row || row.status === null) return { kind: 'busy' };
    return { kind: 'answered', status: row.status, answer: row.answer === null ? undefined : (JSON.parse(row.answer) as unknown) };
  }

  /** Whether the key means this press; from now on it does where it meant none. Nothing is answered from here: what it does is told by what it has done. */
  async means({ personId, keyHash, pressHash }: PressId): Promise<boolean> {
    await this.tidy();
    const [claimed] = await this.database.query<unknown[]>(CLAIM, [personId, keyHash, pressHash]);
    if (claimed) return true;
    const [row] = await this.database.query<{ press_hash: string }[]>(FIND, [personId, keyHash]);
    return row?.press_hash === pressHash;
  }

  /** Whether something was pressed under the key, or is just being. */
  async has({ personId, keyHash }: PressId): Promise<boolean> {
    return (await this.database.query<unknown[]>(FIND, [personId, keyHash])).length > 0;
  }

  /** Keeps the answer; one that is too large to keep frees the key instead. A try that took so long that another one was begun keeps nothing. */
  async finish(press: PressAttempt, status: number, answer: unknown): Promise<void> {
    const text = answer === undefined ? null : JSON.stringify(answer);
    if (text !== null && text.length > LARGEST_ANSWER) return this.giveBack(press);
    await this.database.query(FINISH, [press.personId, press.keyHash, status, text, press.pressHash, press.since]);
  }

  /** Nothing came of it: the key is free. */
  async giveBack({ personId, keyHash, since }: PressAttempt): Promise<void> {
    await this.database.query(GIVE_BACK, [personId, keyHash, since]);
  }

  private async tidy(): Promise<void> {
    if (this.tidied > clock.ms() - TIDY_MS) return;
    this.tidied = clock.ms();
    await this.database.query(`DELETE FROM answered_press WHERE created_at < now() - ${KEPT}`);
  }
}
