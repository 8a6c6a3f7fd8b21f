import { isHuman } from '../../definition/flow';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import { recordOf } from '../../request/standing';
import { withHolders, type AskedPerson } from './holders';
import type { ResolutionCase } from '../resolution-case';
import { withStandIns } from './stand-ins';

/** The places of a step's people: once for each group that finds them, or once at all. */
function seatsFor(found: readonly string[][], distinct: boolean): AskedPerson[] {
  const seats = found.flatMap((people, group) => people.map((person) => ({ person, group })));
  return distinct ? seats.filter((seat, index) => seats.findIndex(({ person }) => person === seat.person) === index) : seats;
}

/** Everybody's place on a step: whoever was found, who has it since, and who takes it while one of them is away. Pure. */
export function placesFor(found: string[][], around: ResolutionCase): AskedPerson[] {
  const { step } = around;
  const places = withHolders(seatsFor(found, kindOf(step).distinctPeople?.(step) === true), around);
  return isHuman(step) ? withStandIns(places, around) : places;
}

/** For whom each of them stands in, where anybody does. Pure. */
export function actedFor(places: readonly Pick<AskedPerson, 'actingFor'>[]): { actingFor?: (string | null)[] } {
  return places.some(({ actingFor }) => actingFor !== undefined) ? { actingFor: places.map(({ actingFor }) => actingFor ?? null) } : {};
}

/** Whether a step can still be settled with these people, were all to agree who have not spoken yet. */
export function reaches(step: HumanStep, found: readonly AskedPerson[], { context }: ResolutionCase): boolean {
  const { settle } = kindOf(step);
  if (settle === undefined) return true;
  const record = recordOf(context, step.id);
  const sitting = record?.status === 'open' ? Object.values(record.seats).filter(({ addedBy }) => addedBy === undefined) : [];
  const seats = found.map((seat) => {
    const vote = sitting.find(({ person, group = 0 }) => person === seat.person && group === seat.group)?.vote;
    return { ...seat, answer: vote?.answer ?? ('yes' as const) };
  });
  const come = settle(seats, step);
  return come === 'passed' || (come === 'rejected' && seats.some(({ answer }) => answer === 'no'));
}
