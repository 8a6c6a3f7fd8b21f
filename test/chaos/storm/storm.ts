import { setTimeout as pause } from 'node:timers/promises';
import { demoCaller, type Caller } from '../../support/caller';
import { diceOf, type Dice } from '../../support/dice';
import type { Parts } from '../../support/parts';
import { aftermath } from './aftermath';
import { Books } from './books';
import { Crowd } from './crowd';
import { STORM_PEOPLE } from './storm-process';
import { KILLED, StormPlace, type Killed } from './storm-place';

/** People at work at once. */
const HANDS = 6;
/** Answers between two kills: people get on before the next one. */
const ANSWERS = 5;
const ANSWERS_MS = 30_000;
/** Then the next one comes within this, and what died stays down for at most this long. */
const SURPRISE_MS = 300;
const DOWN_MS = 500;
/** Some rounds kill two parts at once. */
const TWO_AT_ONCE = 0.2;

export interface StormReport {
  seed: number;
  rounds: number;
  kills: Record<Killed, number>;
  presses: number;
  done: number;
  refused: number;
  /** Presses that had to be sent more than once. */
  sentAgain: number;
  operations: string[];
  requests: number;
  /** What other books have posted. */
  outside: number;
  /** Empty where nothing was lost, doubled or left where nobody can move it. */
  wrong: string[];
}

/** Mixed operations while parts die by `kill -9`, as often as there are rounds; then everything that anybody was told is held against the journal. */
export async function storm(
  parts: Parts,
  { rounds, seed }: { rounds: number; seed: number },
  say: (line: string) => void,
): Promise<StormReport> {
  const place = await StormPlace.open(parts);
  const dice = diceOf(seed);
  const people = (await Promise.all(STORM_PEOPLE.map((name) => demoCaller(place.stack.url, name)))) as [Caller, ...Caller[]];
  const crowd = new Crowd(people, diceOf(seed + 1), place.shop);
  const books = new Books(place.manager, diceOf(seed + 2));
  const kills: Record<Killed, number> = { worker: 0, api: 0, Temporal: 0, PostgreSQL: 0 };
  const work = Promise.all([crowd.work(HANDS), books.work()]);
  await Promise.race([work, strike(place, crowd, { dice, rounds, kills, say })]);
  crowd.stop();
  books.stop();
  await work;
  const { ledger } = crowd;
  say('everything is up again; what was told is held against the journal');
  const wrong = await aftermath(place.stack, { ledger, books }, people[1] as Caller);
  const all = ledger.pressed;
  return {
    ...{ seed, rounds, kills, wrong, presses: all.length, requests: ledger.drafts.length, outside: books.acknowledged.size },
    done: all.filter(({ outcome }) => outcome === 'done').length,
    refused: all.filter(({ outcome }) => outcome === 'refused').length,
    sentAgain: all.filter(({ tries }) => tries > 1).length,
    operations: [...new Set(all.filter(({ outcome }) => outcome === 'done').map(({ command }) => command))].sort(),
  };
}

interface Strike {
  dice: Dice;
  rounds: number;
  kills: Record<Killed, number>;
  say: (line: string) => void;
}

async function strike(place: StormPlace, crowd: Crowd, { dice, rounds, kills, say }: Strike): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    await answers(crowd);
    await pause(dice.whole(SURPRISE_MS));
    const first = dice.pick(KILLED);
    const struck = [...new Set(dice.chance(TWO_AT_ONCE) ? [first, dice.pick(KILLED)] : [first])];
    say(`round ${round} of ${rounds}: ${struck.join(' and ')}`);
    await Promise.all(struck.map((part) => place.kill(part)));
    for (const part of struck) kills[part] += 1;
    await pause(dice.whole(DOWN_MS));
    // Servers first: a program that finds none ends.
    for (const part of [...struck].sort((left, right) => KILLED.indexOf(right) - KILLED.indexOf(left))) await place.start(part);
  }
}

async function answers({ ledger }: Crowd): Promise<void> {
  const enough = ledger.pressed.length + ANSWERS;
  for (const until = Date.now() + ANSWERS_MS; ledger.pressed.length < enough && Date.now() < until;) await pause(20);
}
