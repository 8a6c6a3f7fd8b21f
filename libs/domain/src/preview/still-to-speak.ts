import type { HumanStep } from '../definition/step.schema';
import { countingOf } from '../definition/steps/countersign.step';
import { missingYes } from '../definition/steps/counting';
import type { CountedSeat } from '../definition/steps/step-kind';
import type { Seat, StepRecord } from '../request/request-state';
import { deciderOf } from '../request/standing';

/** Who has yet to speak on an open step before it passes. Ids only. */
export interface StillToSpeak {
  /** Of those whom its rules have found: `needed` of them have to agree. */
  own: string[];
  needed: number;
  /** Who was asked to sign besides: every one of them has to agree. */
  added: string[];
}

/** How many more of the seats that a step's rules have found have to agree, were nobody to say anything else. Pure. */
export function missingOn(step: HumanStep, own: readonly Seat[]): number {
  if (step.kind !== 'countersign') return own.some(({ vote }) => vote?.answer === 'yes') ? 0 : 1;
  const seats = own.map(({ person, vote, group = 0 }): CountedSeat => ({ person, group, answer: vote?.answer ?? null }));
  return missingYes(seats, countingOf(step));
}

/** Who has yet to speak on a step; null where it waits for nobody's word. Pure. */
export function stillToSpeak(step: HumanStep, record: StepRecord | undefined): StillToSpeak | null {
  if (record?.status !== 'open') return null;
  const deciding = Object.values(record.seats).filter(({ question }) => question === undefined);
  const own = deciding.filter(({ addedBy }) => addedBy === undefined);
  const people = (seats: readonly Seat[]): string[] => [
    ...new Set(seats.flatMap((seat) => (seat.vote === undefined ? deciderOf(seat) : []))),
  ];
  const needed = missingOn(step, own);
  return {
    own: needed > 0 ? people(own) : [],
    needed,
    added: people(deciding.filter(({ addedBy }) => addedBy !== undefined)),
  };
}
