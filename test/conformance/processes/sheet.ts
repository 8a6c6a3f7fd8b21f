import { isHuman, flatten, type Definition, type PersonCommandType } from '@countersign/domain';
import type { FormTools, Golden, Patch, Row, WireForm } from '../golden/golden';
import type { GAPS, SOURCE_ROWS } from './source-rows';

type Filling = (tools: FormTools) => WireForm;

/** One request that everybody passes, from its submit to its end, typed from the source. */
export interface Way {
  /** A statement. */
  name: string;
  by: string;
  form: Filling;
  /** What steps write, by step. */
  writes?: Readonly<Record<string, Filling>>;
  /**
   * One line per thing that happens: `<step>: <people>` (the first of them decides), `copy <step>: <people>`, `skip <step>`,
   * `merge <step>: <person>`, and how it ends.
   */
  way: string;
  change?: Patch;
}

/** Something else than passing, at one step of a way. */
export interface Turn {
  name: string;
  /** Number of the way that is walked up to the step. */
  way: number;
  at: string;
  does: PersonCommandType;
  by?: string;
  to?: string;
  fields?: Filling;
  /** Where it then waits, how it ends, or `refused <code>`. */
  then: string;
}

/** A process as the source tells it. */
export interface Sheet {
  definition: string;
  rows: readonly (keyof typeof SOURCE_ROWS)[];
  gaps: readonly (keyof typeof GAPS)[];
  /** Who may start it, and who may not. */
  starts: { yes: readonly string[]; no: readonly string[] };
  ways: readonly Way[];
  turns: readonly Turn[];
}

interface Line {
  word: 'at' | 'copy' | 'skip' | 'merge' | 'end';
  step: string;
  people: string[];
}

/** The lines of a way. Throws on one that it does not know. */
export function linesOf({ way }: Way): Line[] {
  return way
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(?:(copy|skip|merge) )?([a-z0-9-]+)(?:: (.+))?$/.exec(line);
      if (!found) throw new Error(`Expected “${line}” to be a line of a way, but it is not`);
      const [, word, step = '', people = ''] = found;
      const named = people === '' ? [] : people.split(', ');
      if (word) return { word: word as Line['word'], step, people: named };
      return named.length > 0 ? { word: 'at', step, people: named } : { word: 'end', step, people: [] };
    });
}

const signs = (definition: Definition, step: string): boolean =>
  flatten(definition.flow).some((each) => each.id === step && isHuman(each) && each.kind === 'opinion');

/** What has to happen behind one decision, up to whoever is asked next. */
function following(lines: readonly Line[]): { events: string[]; waits: string } {
  const events: string[] = [];
  for (const { word, step, people } of lines) {
    if (word === 'at')
      return { events: [...events, ...people.map((person) => `task.opened ${step} ${person}`)], waits: `${step}: ${people.join(', ')}` };
    if (word === 'end') return { events: [...events, `request.finished ${step}`], waits: step };
    if (word === 'copy') events.push(...people.map((person) => `copy.sent ${step} ${person}`));
    else events.push(word === 'skip' ? `step.skipped ${step} condition` : `step.merged ${step} ${people.join(', ')}`);
  }
  throw new Error('Expected a way to say how it ends, but it does not');
}

/** A way as a golden table. The definition is asked only for whether a step is signed. */
export function goldenOf(sheet: Sheet, way: Way, definition: Definition): Golden {
  const lines = linesOf(way);
  const rows: Row[] = [
    ...(way.change ? [{ change: way.change }] : []),
    { by: way.by, does: 'submit', form: way.form, ...withFirst(['request.submitted 1'], following(lines)) },
  ];
  for (const [index, { word, step, people }] of lines.entries()) {
    if (word !== 'at') continue;
    const [by = '', ...others] = people;
    const signed = signs(definition, step);
    const writes = way.writes?.[step];
    if (writes && !signed) rows.push({ by, does: 'approve', refused: 'required-fields' });
    const settled = [
      `task.decided ${step} ${by} approve${signed ? ' for' : ''}`,
      ...others.map((other) => `task.closed ${step} ${other} taken`),
      `step.passed ${step}`,
    ];
    rows.push({
      by,
      does: 'approve',
      ...(writes ? { fields: writes } : {}),
      ...(signed ? { stance: 'for', comment: '已阅，同意' } : {}),
      ...withFirst(settled, following(lines.slice(index + 1))),
    });
  }
  return { name: `${sheet.definition}: ${way.name}`, definition: sheet.definition, rows };
}

const withFirst = (first: string[], { events, waits }: { events: string[]; waits: string }) => ({ events: [...first, ...events], waits });
