import type { Condition } from '../definition/condition.schema';
import type { Definition } from '../definition/definition.schema';
import { groupsOf, isCalling, isHuman, isStarting, mapSteps } from '../definition/flow';
import { kindOf, type HumanStep, type Step } from '../definition/step.schema';
import { compile } from '../machine/compile';
import type { Process } from '../machine/process/process';
import { ownValue } from '../text/own-value';

/** Somebody who fills in a form asks again and again, with the same few steps open: making a process anew takes longer than walking it. */
const KEPT = 8;
const rehearsals = new WeakMap<Process, Map<string, Process>>();
/** By rehearsal: what it rehearses, and the steps of it that are done item by item. */
const originals = new WeakMap<Process, { process: Process; lists: ReadonlySet<string> }>();

/**
 * The same process without the checks of forms and evidence, so that a route can be walked before everything is filled in. Pure (kept per process).
 * Who may decide what stays exactly as it is, except at the steps `standIns`, where the requester stands in.
 */
export function rehearsalOf(process: Process, standIns: readonly string[] = []): Process {
  const own = rehearsals.get(process) ?? new Map<string, Process>();
  rehearsals.set(process, own);
  const name = standIns.join();
  const rehearsal = own.get(name) ?? rehearsed(process, new Set(standIns));
  own.delete(name);
  own.set(name, rehearsal);
  const [oldest] = own.keys();
  if (own.size > KEPT && oldest !== undefined) own.delete(oldest);
  return rehearsal;
}

function rehearsed(process: Process, standIns: ReadonlySet<string>): Process {
  const { definition } = process;
  const flow = mapSteps(definition.flow, (step) => unchecked(step, standIns));
  const { revoke } = definition;
  const after = revoke?.steps && { revoke: { ...revoke, steps: mapSteps(revoke.steps, (step) => unchecked(step, standIns)) } };
  const open: Definition = { ...definition, start: { everyone: true }, submitChecks: [], entrances: undefined, flow, ...after };
  const rehearsal = compile(open, process);
  const lists = process.order.filter((id) => !standIns.has(id) && isList(ownValue(process.steps, id)));
  originals.set(rehearsal, { process, lists: new Set(lists) });
  return rehearsal;
}

/** The process whose step a rehearsal plays as one piece of work, though it is done item by item; null where it does not. Pure. */
export function listedIn(rehearsal: Process, step: string): Process | null {
  const original = originals.get(rehearsal);
  return original?.lists.has(step) ? original.process : null;
}

function isList(step: Step | undefined): boolean {
  return step !== undefined && isHuman(step) && kindOf(step).list !== undefined;
}

function unchecked(step: Step, standIns: ReadonlySet<string>): Step {
  // What becomes of other requests or systems nobody foretells: the way behind them is walked as if all were well.
  if (isStarting(step)) return { ...step, wait: 'none' };
  if (isCalling(step)) return { ...step, wait: 'none', answer: undefined };
  if (!isHuman(step)) return step;
  if (standIns.has(step.id)) return standIn(step);
  return isList(step) ? inOne(step) : { ...step, checks: [] };
}

/**
 * What is done item by item counts as one piece of work of those who have an item: the way behind it does not depend on who did what. Whose the items
 * are is asked of the step itself.
 */
function inOne(step: HumanStep): HumanStep {
  const { id, title, fields, returns, distinctFrom, labels } = step;
  const [{ assignee, fallback } = { assignee: { by: 'requester' as const }, fallback: [] }] = groupsOf(step);
  const rules = { assignee, fallback, distinctFrom, samePerson: 'ask' as const, whenNobody: 'block' as const };
  return { kind: 'work', id, title, when: whenAsked(step), fields, returns, ...rules, commentRequired: false, checks: [], labels };
}

/** A list exists where its condition holds and something of it is asked for. */
function whenAsked(step: HumanStep): Condition | undefined {
  const { when } = step;
  const items = (kindOf(step).list?.(step).items ?? []).map((item) => item.when);
  const asked = items.flatMap((condition) => condition ?? []);
  if (asked.length < items.length) return when;
  return { all: [...(when ? [when] : []), { any: asked }] };
}

function standIn({ id, title, fields, returns }: HumanStep): HumanStep {
  const rules = {
    assignee: { by: 'requester' as const },
    fallback: [],
    distinctFrom: [],
    samePerson: 'ask' as const,
    whenNobody: 'block' as const,
  };
  return { kind: 'work', id, title, fields, returns, ...rules, commentRequired: false, checks: [], labels: {} };
}
