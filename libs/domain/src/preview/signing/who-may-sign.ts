import { rulesOf } from '../../definition/flow';
import type { HumanStep } from '../../definition/step.schema';
import type { Process } from '../../machine/process/process';
import type { Candidate, Derivation } from '../../people/derivation';
import type { Directory } from '../../people/directory';
import { resolutionCase, type ResolutionCase } from '../../people/resolution-case';
import { coveringGrant } from '../../people/resolve/candidate';
import { namedCandidate } from '../../people/resolve/holders';
import { resolve } from '../../people/resolve/resolve';
import { ladderOf, tryRule } from '../../people/resolve/try-rules';
import type { PeopleVerdict } from '../../request/facts';
import type { Grant } from '../../request/grant';
import { ownValue } from '../../text/own-value';
import { askedCase, askingProcess, comesTo, signingSteps, type SigningCase } from './asked-case';

/** When somebody comes to sign: at once, in the place of somebody who is away, or only where those before do not. */
export type SigningTurn = 'asked' | 'stands-in' | 'later';

/** Somebody who may sign a case. */
export interface Signer {
  person: string;
  turn: SigningTurn;
  candidate: Candidate;
  /** Who is away, in whose place they sign. */
  actingFor: string | null;
  /** What gives them the authority; null where the step asks for none. */
  grant: Grant | null;
}

/** Who may sign a case on one step, who may not, and why. */
export interface Signing {
  step: string;
  /** Whether a case like this comes to the step at all. */
  comes: boolean;
  derivation: Derivation;
  /** Those who are asked first. */
  may: Signer[];
  /** Nearest first; then those who hold such an authority, but to whom the step does not lead. */
  mayNot: Candidate[];
}

/** Who may sign a case, step by step. `requester`: who is taken to ask; empty where nobody heads the unit. */
export interface WhoMaySign {
  requester: string;
  steps: Signing[];
}

/**
 * Who may sign a case that nobody has handed in, on each step that binds or takes authority, or on one of them; who may not, and why. Pure.
 * Asked of the functions that find the people of a real request, so that it says what a preview and the engine say.
 */
export function whoMaySign(process: Process, asked: SigningCase & { step: string | null }, directory: Directory): WhoMaySign {
  const steps = signingSteps(process).filter(({ id }) => asked.step === null || id === asked.step);
  const found = steps.map((step) => signingOn(process, step, asked, directory));
  return { requester: found[0]?.requester ?? asked.requester ?? '', steps: found.map(({ signing }) => signing) };
}

/** Who is asked first about a case on a step, whoever of them takes another's place; nobody where it would be stuck there. Pure. */
export function askedFirst(process: Process, step: HumanStep, asked: SigningCase, directory: Directory): string[] {
  const { verdict } = resolve(askingProcess(process, step, asked), askedCase(process, step, asked, directory).state, step.id, directory);
  return verdict.kind === 'seats' ? [...verdict.people] : [];
}

function signingOn(process: Process, step: HumanStep, asked: SigningCase, directory: Directory): { requester: string; signing: Signing } {
  const asking = askingProcess(process, step, asked);
  const at = askedCase(process, step, asked, directory);
  const { verdict, derivation } = resolve(asking, at.state, step.id, directory);
  const around = resolutionCase(asking, at.state, step.id, directory);
  const may = signersOf(verdict, around);
  const { later, not } = others(derivation, may, around);
  const signing = { step: step.id, comes: comesTo(process, step.id, at), derivation, may: [...may, ...later], mayNot: not };
  return { requester: at.requester, signing };
}

function signersOf(verdict: PeopleVerdict, around: ResolutionCase): Signer[] {
  if (verdict.kind !== 'seats') return [];
  return verdict.people.flatMap((person, place) => {
    const actingFor = verdict.actingFor?.[place] ?? null;
    return signer(person, { turn: actingFor === null ? 'asked' : 'stands-in', actingFor }, around);
  });
}

function signer(person: string, as: Pick<Signer, 'turn' | 'actingFor'>, around: ResolutionCase, found?: Candidate): Signer[] {
  const candidate = found ?? namedCandidate(person, around);
  return candidate === null ? [] : [{ person, ...as, candidate, grant: coveringGrant(person, around) }];
}

/** Everybody else that the step's rules look at, were they all tried and every line gone up to its top; then whoever holds such an authority. */
function others(derivation: Derivation, may: readonly Signer[], around: ResolutionCase): { later: Signer[]; not: Candidate[] } {
  const tried = rulesOf(around.step).map((rule) => tryRule(rule, around));
  const looked = [...derivation.rules, ...tried].flatMap(({ candidates }) => candidates);
  const seen = new Set(may.map(({ person }) => person));
  const later: Signer[] = [];
  const not: Candidate[] = [];
  for (const candidate of [...looked, ...ladderOf(tried, around)]) {
    const { person, removed } = candidate;
    if (person === null || seen.has(person)) continue;
    seen.add(person);
    const isAway = may.some(({ actingFor }) => actingFor === person);
    if (isAway) not.push({ ...candidate, removed: { code: 'on-leave', params: {} } });
    else if (removed === null || removed.code === 'not-nearest')
      later.push(...signer(person, { turn: 'later', actingFor: null }, around, { ...candidate, removed: null }));
    else not.push(candidate);
  }
  return { later, not: [...not, ...notLedTo(seen, around)] };
}

/** Who holds an authority of the kind that a step asks for, though none of its rules leads to them. */
function notLedTo(seen: ReadonlySet<string>, around: ResolutionCase): Candidate[] {
  const { step, directory } = around;
  const { authority } = step as Partial<HumanStep>;
  if (authority === undefined) return [];
  const held = directory.grants.filter(({ kind, matter, state }) => {
    return kind === authority.kind && matter === authority.matter && (state === 'granted' || state === 'withheld');
  });
  const roles = new Set(held.flatMap(({ personId, role }) => (personId === null && role !== null ? [role] : [])));
  const posts = directory.positions.flatMap(({ personId, role }) => (personId && roles.has(role) ? [personId] : []));
  const people = new Set([...held.flatMap(({ personId }) => personId ?? []), ...posts]);
  return [...people].flatMap((person): Candidate[] => {
    if (seen.has(person) || !ownValue(directory.people, person)?.active) return [];
    const found = namedCandidate(person, around);
    if (found === null) return [];
    return [found.removed === null ? { ...found, removed: { code: 'not-led-to', params: {} } } : found];
  });
}
