import { canonicalJson } from '../../digest/canonical-json';
import type { Bilingual } from '../../text/bilingual';
import type { Definition } from '../definition.schema';
import { sequencesOf } from '../flow';
import { kindOf, type Step } from '../step.schema';
import { inWordOrder, partWords } from './version-words';
import { ownValue } from '../../text/own-value';

/** One thing that is otherwise in another version of a process. */
export interface VersionChange {
  /** `whole`: of the process as such. */
  of: 'whole' | 'step' | 'field';
  what: 'added' | 'removed' | 'changed' | 'moved';
  /** Step or field; of the process as such its key. */
  id: string;
  /** What it is called, by the newer version where that has it. */
  title: Bilingual;
  /** Of a change: what of it, in words. */
  parts: Bilingual[];
}

interface Part {
  id: string;
  title: Bilingual;
  /** Where it stands: inside which step, in which of its ways. */
  within: string;
  own: Record<string, unknown>;
}

/** What is compared by itself, or says which one it is. */
const LEFT_OUT: Record<VersionChange['of'], readonly string[]> = {
  whole: ['key', 'version', 'form', 'flow'],
  step: ['id'],
  field: ['key'],
};

/**
 * What a version of a process has changed against another, in words: the process as such, its steps in the order of the newer one with those that it
 * has no more behind them, its fields likewise. Pure. Nothing is said of what means the same: defaults that are written out, the order of keys.
 */
export function versionChanges(before: Definition, after: Definition): VersionChange[] {
  const whole = partsThatDiffer('whole', before as unknown as Record<string, unknown>, after as unknown as Record<string, unknown>);
  const fields = ({ form }: Definition): Part[] =>
    form.fields.map((field) => ({ id: field.key, title: field.label, within: '', own: { ...field } }));
  return [
    ...(whole.length > 0 ? [{ of: 'whole', what: 'changed', id: after.key, title: after.title, parts: whole } as const] : []),
    ...between('step', stepParts(before.flow, ''), stepParts(after.flow, '')),
    ...between('field', fields(before), fields(after)),
  ];
}

/** Every step by itself, those inside it left out. */
function stepParts(steps: readonly Step[], within: string): Part[] {
  return steps.flatMap((step) => {
    const inside = sequencesOf(step);
    const empty =
      inside.length === 0
        ? step
        : kindOf(step).withInner(
            step,
            inside.map(() => []),
          );
    const part = { id: step.id, title: step.title, within, own: empty as unknown as Record<string, unknown> };
    return [part, ...inside.flatMap((sequence, at) => stepParts(sequence, `${step.id} ${at}`))];
  });
}

function between(of: 'step' | 'field', before: readonly Part[], after: readonly Part[]): VersionChange[] {
  const old = new Map(before.map((part, at) => [part.id, { ...part, at }]));
  const kept = after.filter(({ id }) => old.has(id));
  const still = longestRun(kept.map(({ id }) => old.get(id)?.at ?? 0));
  const moved = new Set(kept.filter((part, at) => !still.has(at) || old.get(part.id)?.within !== part.within).map(({ id }) => id));
  const there = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((part): VersionChange[] => {
      const { id, title } = part;
      const was = old.get(id);
      const change = (what: VersionChange['what'], parts: Bilingual[] = []): VersionChange => ({ of, what, id, title, parts });
      if (!was) return [change('added')];
      const parts = partsThatDiffer(of, was.own, part.own);
      return [...(parts.length > 0 ? [change('changed', parts)] : []), ...(moved.has(id) ? [change('moved')] : [])];
    }),
    ...before.flatMap(({ id, title }): VersionChange[] => (there.has(id) ? [] : [{ of, what: 'removed', id, title, parts: [] }])),
  ];
}

/** What is called the same is told once. */
function partsThatDiffer(of: VersionChange['of'], before: Record<string, unknown>, after: Record<string, unknown>): Bilingual[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((name) => !LEFT_OUT[of].includes(name));
  const differing = inWordOrder(
    of,
    names.filter((name) => text(ownValue(before, name)) !== text(ownValue(after, name))),
  );
  const words = differing.map((name) => partWords(of, name));
  return words.filter(({ zh }, at) => words.findIndex((each) => each.zh === zh) === at);
}

const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));

/** Places in a list of numbers that make up its longest rising run: what stands between them has moved. */
function longestRun(numbers: readonly number[]): Set<number> {
  const runs = numbers.map((): { length: number; from: number } => ({ length: 1, from: -1 }));
  for (const [at, run] of runs.entries())
    for (let from = 0; from < at; from += 1) {
      const length = (runs[from]?.length ?? 0) + 1;
      if ((numbers[from] ?? 0) < (numbers[at] ?? 0) && length > run.length) Object.assign(run, { length, from });
    }
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  const found = new Set<number>();
  for (let at = runs.findIndex(({ length }) => length === longest); at >= 0; at = runs[at]?.from ?? -1) found.add(at);
  return found;
}
