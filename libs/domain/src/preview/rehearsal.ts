import type { Definition } from '../definition/definition.schema';
import type { Step } from '../definition/step.schema';
import { compile } from '../machine/compile';
import type { Process } from '../machine/process';

const rehearsals = new WeakMap<Process, Process>();

/**
 * The same process without the checks of forms and evidence, so that a route can be walked before everything is filled in. Pure (kept per process).
 * Who may decide what stays exactly as it is.
 */
export function rehearsalOf(process: Process): Process {
  const known = rehearsals.get(process);
  if (known) return known;
  const { definition } = process;
  const unchecked: Definition = { ...definition, start: { everyone: true }, submitChecks: [], flow: definition.flow.map(withoutChecks) };
  const rehearsal = compile(unchecked, process);
  rehearsals.set(process, rehearsal);
  return rehearsal;
}

function withoutChecks(step: Step): Step {
  if (step.kind === 'cc' || step.kind === 'end') return step;
  if (step.kind !== 'branch') return { ...step, checks: [] };
  const cases = step.cases.map((each) => ({ ...each, steps: each.steps.map(withoutChecks) }));
  return { ...step, cases, otherwise: step.otherwise.map(withoutChecks) };
}
