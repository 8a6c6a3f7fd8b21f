import type { HumanStep } from '../../definition/step.schema';
import type { Process } from '../../machine/process/process';
import type { Money } from '../../money/money';
import type { Directory } from '../../people/directory';
import type { Limit } from '../../request/grant';
import type { SigningCase } from './asked-case';
import { signingSteps } from './asked-case';
import type { InPieces } from '../in-pieces';
import { askedFirst } from './who-may-sign';

/** Amounts for which other people are asked than before, by the units where that is so. */
export interface ChangedRoute {
  step: string;
  plan: SigningCase['plan'];
  /** Above this, or from nothing. */
  above: Money | null;
  /** Up to this; null: whatever is above. */
  upTo: Money | null;
  units: string[];
  before: string[];
  /** Nobody: a case like this would be stuck. */
  after: string[];
}

/** What routes are compared for. */
export interface RoutesAsked {
  units: readonly string[];
  currency: string;
  params: SigningCase['params'];
}

interface Band {
  above: bigint | null;
  upTo: bigint | null;
}

/**
 * Where a change of grants sends cases of a process to other people: for each step that asks for an amount, each side of the plan and each unit, one
 * amount of every band between limits is asked about before and after. Pure, in pieces of one unit each.
 */
export function* changedRoutes(process: Process, asked: RoutesAsked, before: Directory, after: Directory): InPieces<ChangedRoute[]> {
  const found: ChangedRoute[] = [];
  for (const step of signingSteps(process).filter(({ authority }) => authority?.amount !== undefined)) {
    const bands = bandsOf(step, asked.currency, [before, after]).filter(
      (band) => reaching(step, amountOf(band), before) !== reaching(step, amountOf(band), after),
    );
    const sides = step.authority?.inPlan === undefined ? (['in'] as const) : (['in', 'over'] as const);
    for (const unit of asked.units) {
      for (const plan of sides) {
        for (const band of bands) {
          const amount = { minor: amountOf(band).toString(), currency: asked.currency };
          const case_ = { requester: null, unitId: unit, amount, plan, params: asked.params };
          const [was, is] = [before, after].map((directory) => askedFirst(process, step, case_, directory));
          if (was !== undefined && is !== undefined && was.join() !== is.join())
            note(found, { step: step.id, plan, ...moneyOf(band, asked.currency), units: [unit], before: was, after: is });
        }
      }
      yield;
    }
  }
  return found;
}

/** The same change at several units, or in the band right above, is one line. */
function note(found: ChangedRoute[], route: ChangedRoute): void {
  const same = found.find(
    (each) =>
      each.step === route.step &&
      each.plan === route.plan &&
      each.above?.minor === route.above?.minor &&
      each.upTo?.minor === route.upTo?.minor &&
      each.before.join() === route.before.join() &&
      each.after.join() === route.after.join(),
  );
  if (same) same.units.push(...route.units);
  else found.push(route);
}

function moneyOf({ above, upTo }: Band, currency: string): Pick<ChangedRoute, 'above' | 'upTo'> {
  const money = (minor: bigint | null): Money | null => (minor === null ? null : { minor: minor.toString(), currency });
  return { above: money(above), upTo: money(upTo) };
}

/** The parts into which limits cut the amounts of a step, lowest first. */
function bandsOf({ authority }: HumanStep, currency: string, directories: readonly Directory[]): Band[] {
  const limits = directories.flatMap(({ grants }) =>
    grants.filter(({ kind, matter }) => kind === authority?.kind && matter === authority.matter).map(({ limit }) => limit),
  );
  const ends = [...new Set(limits.flatMap((limit: Limit) => amountIn(limit, currency)))].sort((a, b) => (a < b ? -1 : 1));
  const steps = [null, ...ends];
  return steps.map((above, at) => ({ above, upTo: ends[at] ?? null }));
}

/** An amount that stands for a band. */
const amountOf = ({ above, upTo }: Band): bigint => upTo ?? (above ?? 0n) + 1n;

/** Which grants reach an amount, whoever holds them: where they are the same, nobody else is asked. */
function reaching({ authority }: HumanStep, amount: bigint, { grants }: Directory): string {
  return grants
    .filter(({ kind, matter, state }) => kind === authority?.kind && matter === authority.matter && state === 'granted')
    .filter(({ limit }) => limit === 'no-limit' || (limit !== null && BigInt(limit.minor) >= amount))
    .map(({ id, plan }) => `${id} ${plan}`)
    .sort()
    .join();
}

const amountIn = (limit: Limit, currency: string): bigint[] =>
  limit === null || limit === 'no-limit' || limit.currency !== currency ? [] : [BigInt(limit.minor)];
