import { isDerived } from '../../definition/fields/derived';
import type { Definition } from '../../definition/definition.schema';
import type { Column, Field } from '../../definition/fields/field.schema';
import { error, warning, type Finding } from '../../definition/finding';
import { flatten, isStarting } from '../../definition/flow';
import type { StartingStep } from '../../definition/step.schema';
import { subjectOf, type PlacedStep } from '../subject';

/** Definitions in use, by key. */
export type InUse = ReadonlyMap<string, Definition>;

/** A step that starts requests of another process, or what people may start by hand. */
interface Starting {
  step: Pick<StartingStep, 'definition' | 'map' | 'begins' | 'each'>;
  path: string;
  byHand?: true;
}

function startingOf(definition: Definition): Starting[] {
  const steps = subjectOf(definition).steps.flatMap(({ step, path }: PlacedStep) => (isStarting(step) ? [{ step, path }] : []));
  const byHand = (definition.children ?? []).map((offered, index): Starting => ({
    step: { ...offered, begins: 'draft' },
    path: `children.${index}`,
    byHand: true,
  }));
  return [...steps, ...byHand];
}

/** Keys of the processes that a process starts, that people may start from it, or whose requests it compares itself with. Pure. */
export function linkedFrom(definition: Definition): string[] {
  const byHand = (definition.children ?? []).map((offered) => offered.definition);
  const compared = comparedIn(definition).map(({ other }) => other);
  return [...startedBy(definition), ...byHand, ...compared];
}

/** Fields of requests of other processes that have to say what a field here says. */
function comparedIn({ form }: Definition): { other: string; own: string; theirs: string; path: string }[] {
  return form.fields.flatMap((field, index) => {
    if (field.type !== 'request' || field.definition === undefined) return [];
    const { definition: other, same = [] } = field;
    return same.map(([own, theirs], place) => ({ other, own, theirs, path: `form.fields.${index}.same.${place}` }));
  });
}

function comparedFindings(definition: Definition, inUse: InUse): Finding[] {
  return comparedIn(definition).flatMap(({ other, own, theirs, path }) => {
    const process = other === definition.key ? definition : inUse.get(other);
    const [here, there] = [definition, process].map((each, place) => each?.form.fields.find(({ key }) => key === [own, theirs][place]));
    if (process === undefined || (there !== undefined && (here === undefined || here.type === there.type))) return [];
    return [
      error(
        { code: 'same-unknown', path },
        `「${process.title.zh}」没有同类的字段「${theirs}」，无法比较。`,
        `“${process.title.en}” has no field “${theirs}” of the same kind, so nothing can be compared.`,
      ),
    ];
  });
}

/** Keys of the processes that a process starts by itself. */
function startedBy(definition: Definition): string[] {
  return flatten(definition.flow).flatMap((step) => (isStarting(step) ? [step.definition] : []));
}

/** The way by which a process comes back to itself, if it does. */
function cycleOf(definition: Definition, from: string, inUse: InUse): string[] | null {
  const seen = new Set<string>();
  const visit = (key: string, way: string[]): string[] | null => {
    if (key === definition.key) return [...way, key];
    if (seen.has(key)) return null;
    seen.add(key);
    const next = inUse.get(key);
    for (const each of next ? startedBy(next) : []) {
      const found = visit(each, [...way, key]);
      if (found !== null) return found;
    }
    return null;
  };
  return visit(from, [definition.key]);
}

type Kind = Field | Column;

function sourceOf(parent: Definition, step: Starting['step'], key: string): Kind | 'literal' | 'parent' | undefined {
  const source = step.map[key];
  if (source === undefined) return undefined;
  if ('value' in source) return 'literal';
  if ('parent' in source) return 'parent';
  if ('field' in source) return parent.form.fields.find((field) => field.key === source.field);
  const table = parent.form.fields.find((field) => field.key === step.each);
  return table?.type === 'table' ? table.columns.find((column) => column.key === source.column) : undefined;
}

const TEXTS: readonly string[] = ['text', 'long-text'];
const LITERALS: Readonly<Partial<Record<Kind['type'], string>>> = {
  ...{ text: 'string', 'long-text': 'string', choice: 'string', date: 'string', number: 'number', 'yes-no': 'boolean' },
};

function fits(parent: Definition, step: Starting['step'], target: Kind): boolean {
  const source = sourceOf(parent, step, target.key);
  const given = step.map[target.key];
  if (source === 'parent') return target.type === 'request' && (target.definition ?? parent.key) === parent.key;
  if (source === 'literal') return given !== undefined && 'value' in given && LITERALS[target.type] === typeof given.value;
  if (source === undefined) return false;
  const same = source.type === target.type || (isDerived(source) && target.type === (source.type === 'days' ? 'number' : 'money'));
  if (!same) return TEXTS.includes(source.type) && target.type === 'long-text';
  return !('currency' in source) || !('currency' in target) || source.currency === target.currency;
}

function fieldFindings(parent: Definition, { step, path }: Starting, child: Definition): Finding[] {
  const fields = new Map(child.form.fields.map((field) => [field.key, field]));
  const mapped = Object.keys(step.map).flatMap((key): Finding[] => {
    const target = fields.get(key);
    const at = `${path}.map.${key}`;
    if (target === undefined || target.filledAt === 'step' || isDerived(target))
      return [
        error(
          { code: 'child-field-unknown', path: at },
          `「${child.title.zh}」的发起表单里没有字段「${key}」。`,
          `The form with which “${child.title.en}” is started has no field “${key}”.`,
        ),
      ];
    if (fits(parent, step, target)) return [];
    return [
      error(
        { code: 'child-field-kind', path: at },
        `「${child.title.zh}」的字段「${key}」填不进这种值。`,
        `The field “${key}” of “${child.title.en}” does not take a value of this kind.`,
      ),
    ];
  });
  const missing = [...fields.values()].filter(
    ({ key, required, filledAt }) => required === true && filledAt === 'start' && step.map[key] === undefined,
  );
  if (step.begins === 'draft') return mapped;
  return [
    ...mapped,
    ...missing.map(({ key }) =>
      error(
        { code: 'child-field-missing', path: `${path}.map` },
        `「${child.title.zh}」要求填写「${key}」，这里没有交给它；可以改为先建草稿，由申请人补填。`,
        `“${child.title.en}” requires “${key}”, which it is not given here; let it begin as a draft, and its requester fills in the rest.`,
      ),
    ),
  ];
}

/**
 * What is wrong between a definition and the ones that it starts, by those in use: one that starts itself by whatever way, fields that are not there or
 * take no such value, a required field that nothing is handed to, a field to be compared that is not there. Pure. A process that is not in use yet is a warning: it may be published any day.
 */
export function linkFindings(definition: Definition, inUse: InUse): Finding[] {
  const started = startingOf(definition).flatMap((starting): Finding[] => {
    const { step, path, byHand } = starting;
    const at = `${path}.definition`;
    // Whoever starts one by hand decides each time whether to.
    const cycle = byHand ? null : cycleOf(definition, step.definition, inUse);
    if (cycle !== null)
      return [
        error(
          { code: 'starts-itself', path: at },
          `流程会一层层发起自己：${cycle.join(' → ')}。`,
          `The process would start itself, again and again: ${cycle.join(' → ')}.`,
        ),
      ];
    const child = step.definition === definition.key ? definition : inUse.get(step.definition);
    if (child !== undefined) return fieldFindings(definition, starting, child);
    return [
      warning(
        { code: 'child-not-in-use', path: at },
        byHand
          ? `流程「${step.definition}」目前没有启用的版本，从这里还不能发起。`
          : `流程「${step.definition}」目前没有启用的版本，申请走到这里会停下来。`,
        byHand
          ? `The process “${step.definition}” has no version in use at present; nobody can start it from here yet.`
          : `The process “${step.definition}” has no version in use at present; a request that gets here would stop.`,
      ),
    ];
  });
  return [...started, ...comparedFindings(definition, inUse)];
}
