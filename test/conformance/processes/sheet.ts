import { isHuman, flatten, type Definition, type PersonCommandType } from '@countersign/domain';
import type { Act, FormTools, Golden, Patch, Row, WireForm } from '../golden/golden';
import type { PlanRow } from '../golden/ledger';
import type { GAPS, SOURCE_ROWS } from './source-rows';
import type { Times } from './times';

type Filling = (tools: FormTools) => WireForm;

/** One item of a list: whoever signs it, one after another, what they bring, and whether it had to wait for one before it. */
export interface ItemRow {
  item: string;
  people: readonly string[];
  brings?: Filling;
  waits?: true;
}

/** One request that everybody passes, from its submit to its end, typed from the source. */
export interface Way {
  /** A statement. */
  name: string;
  by: string;
  form: Filling;
  /** What steps write, by step. */
  writes?: Readonly<Record<string, Filling>>;
  /**
   * One line per thing that happens: `<step>: <people>` (the first of them decides), `sign <step>: <people> / <people>` (those before the
   * stroke sign one after another, then those behind it are no longer asked), `list <step>` (its items stand in `lists`), `lists <step>: <step>, <step>` (side by side), `copy <step>: <people>`, `start <step>: <requester>` (another process, as `links` tells), `skip <step>`, `merge <step>: <person>`, `meet <step>` (its lanes or rounds are over), `no <step>` (a lane has come to a no), `again <step>: <round>` (it is walked once more), `wait <step>` (until a day, beside others), `until <step>: <operator>` (it waits for that day alone, and whoever looks after requests ends the wait),
   * and how it ends.
   */
  way: string;
  /** By step of a way that says `list <step>`: its items in the order in which they are done. */
  lists?: Readonly<Record<string, readonly ItemRow[]>>;
  change?: Patch;
  /** What the ledger holds; absent: no plan speaks of anything. */
  plan?: readonly PlanRow[];
}

/** Something else than passing, at one step of a way. */
export interface Turn {
  name: string;
  /** Number of the way that is walked up to the step. */
  way: number;
  at: string;
  /** `time`: nobody does anything until the step that waits has waited. */
  does: PersonCommandType | 'time';
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
  /** Processes that people may start from it by hand. */
  offers?: string[];
  /** By step that starts another process: which, and what each of its fields is filled with: a field, `=` a literal, or `this` request. */
  links?: Readonly<Record<string, { process: string; gives: Readonly<Record<string, string>> }>>;
  /** By step and by item: when it is due, where that is not what G03 recommends for its kind. */
  times?: Times;
  /** Steps whose work is carried out and stays done (X42). */
  stays?: readonly string[];
  /** Steps that several ways come to, one of which has carried something out: they send back to the one before alone. */
  narrow?: readonly string[];
  ways: readonly Way[];
  turns: readonly Turn[];
}

interface Line {
  word: 'at' | 'sign' | 'list' | 'lists' | 'copy' | 'start' | 'skip' | 'merge' | 'meet' | 'no' | 'again' | 'wait' | 'until' | 'end';
  step: string;
  people: string[];
  /** Who is asked too, and no longer once the others have signed. */
  spared: string[];
}

/** The lines of a way. Throws on one that it does not know. */
export function linesOf({ way }: Way): Line[] {
  return way
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(?:(copy|start|skip|merge|meet|no|again|wait|until|sign|lists?) )?([a-z0-9-]+)(?:: (.+))?$/.exec(line);
      if (!found) throw new Error(`Expected “${line}” to be a line of a way, but it is not`);
      const [, word, step = '', people = ''] = found;
      const [named = [], spared = []] = people.split(' / ').map((names) => (names === '' ? [] : names.split(', ')));
      const kind = (word as Line['word'] | undefined) ?? (named.length > 0 ? 'at' : 'end');
      return { word: kind, step, people: named, spared };
    });
}

const signs = (definition: Definition, step: string): boolean =>
  flatten(definition.flow).some((each) => each.id === step && isHuman(each) && each.kind === 'opinion');

/** What the walk does by itself. */
const OWN_WORDS = {
  meet: () => 'lanes.settled',
  no: (step: string) => `lane.rejected ${step}`,
  again: (step: string, round: string) => `loop.again ${step} ${round}`,
  wait: (step: string) => `pause.begun ${step}`,
} as const;

/** What has to happen behind one decision, up to whoever is asked next. */
function following(lines: readonly Line[]): Came {
  const events: string[] = [];
  for (const { word, step, people, spared } of lines) {
    const asked = [...people, ...spared];
    // Who has tasks of a list is shown by who can do its items.
    if (word === 'list' || word === 'lists') return { events, waits: '', list: step };
    if (word === 'until') return { events: [...events, `pause.begun ${step}`], waits: `${step}:` };
    if (word === 'at' || word === 'sign')
      return { events: [...events, ...asked.map((person) => `task.opened ${step} ${person}`)], waits: `${step}: ${asked.join(', ')}` };
    if (word === 'end') return { events: [...events, `request.finished ${step}`], waits: step };
    if (word === 'start') events.push(`children.started ${step} ${people.join(', ')}`);
    else if (word in OWN_WORDS) events.push(OWN_WORDS[word as keyof typeof OWN_WORDS](step, people.join(' ')));
    else if (word === 'copy') events.push(...people.map((person) => `copy.sent ${step} ${person}`));
    else events.push(word === 'skip' ? `step.skipped ${step} condition` : `step.merged ${step} ${people.join(', ')}`);
  }
  throw new Error('Expected a way to say how it ends, but it does not');
}

/** What comes of one row. */
interface Came {
  events: string[];
  waits: string;
  /** A list is begun. */
  list?: string;
}

/** What a row says of it: all of it, or, where a list is begun, what happens before it is. */
const told = (first: readonly string[], { events, waits, list }: Came): Pick<Act, 'events' | 'waits' | 'taken'> =>
  list === undefined ? { events: [...first, ...events], waits } : { taken: [...first, ...events] };

/** One person decides, and the others are no longer asked. */
function decisionRows(
  { step, people }: Line,
  way: Way,
  { signed, standing, next }: { signed: boolean; standing: boolean; next: Came },
): Row[] {
  const [by = '', ...others] = people;
  const fields = way.writes?.[step];
  const first = [
    `task.decided ${step} ${by} approve${signed ? ' for' : ''}`,
    ...others.map((other) => `task.closed ${step} ${other} taken`),
    `step.passed ${step}`,
  ];
  const opinion = signed ? { stance: 'for' as const, comment: '已阅，同意' } : {};
  return [
    ...(fields && !standing ? [{ by, does: 'approve' as const, ...opinion, refused: 'required-fields' }] : []),
    { by, does: 'approve', ...(fields ? { fields } : {}), ...opinion, ...told(first, next) },
  ];
}

/** One signs after another; the last signature settles it. */
function signatureRows({ step, people, spared }: Line, next: Came): Row[] {
  return people.map((by, index): Row => {
    const left = [...people.slice(index + 1), ...spared];
    const word = `task.decided ${step} ${by} approve`;
    if (index < people.length - 1) return { by, does: 'approve', events: [word], waits: `${step}: ${left.join(', ')}` };
    const closed = spared.map((person) => `task.closed ${step} ${person} settled`);
    return { by, does: 'approve', ...told([word, ...closed, `step.passed ${step}`], next) };
  });
}

/** Every item that waits is tried too early, then all are done in their order; the last of them settles the step. */
function itemRows({ word, step, people }: Line, way: Way, next: Came): Row[] {
  const steps = word === 'lists' ? people : [step];
  const items = steps.flatMap((of) => (way.lists?.[of] ?? []).map((row) => ({ ...row, step: of })));
  const act = (row: ItemRow & { step: string }, by: string): Act => {
    return { by, does: 'tick', step: row.step, item: row.item, ...(row.brings && by === row.people[0] ? { fields: row.brings } : {}) };
  };
  const early = items.filter(({ waits }) => waits).map((row): Row => ({ ...act(row, row.people[0] ?? ''), refused: 'item-waits' }));
  const done = items.flatMap((row) => row.people.map((by) => act(row, by)));
  const last = done.at(-1);
  if (!last) throw new Error(`Expected the items of ${step} in “${way.name}”, but there are none`);
  // Where lists end side by side, what follows is looked at in the next row.
  const end = told(
    [`task.decided ${last.step} ${last.by} tick`, `item.ticked ${last.step} ${last.item} ${last.by}`, `step.passed ${last.step}`],
    word === 'lists' ? { ...next, list: step } : next,
  );
  return [...early, ...done.slice(0, -1).map((each): Row => ({ ...each, taken: [] })), { ...last, ...end }];
}

const DONE_BY_PEOPLE: readonly Line['word'][] = ['at', 'sign', 'list', 'lists', 'until'];

/** Whoever looks after requests need not wait for the day. */
function waitRow({ step, people: [by = ''] }: Line, next: Came): Row {
  return { by, does: 'end-wait', step, comment: '提前进行', ...told([`pause.ended ${step} ${by}`], next) };
}

/** A way as a golden table. The definition is asked only for whether a step is signed. */
export function goldenOf(sheet: Sheet, way: Way, definition: Definition): Golden {
  const lines = linesOf(way);
  const first = following(lines);
  const rows = lines.flatMap((line, index): Row[] => {
    if (!DONE_BY_PEOPLE.includes(line.word)) return [];
    const next = following(lines.slice(index + 1));
    if (line.word === 'until') return [waitRow(line, next)];
    // What was written in an earlier round stands until it is written anew.
    const standing = lines.slice(0, index).some((each) => each.step === line.step);
    if (line.word === 'list' || line.word === 'lists') return itemRows(line, way, next);
    return line.word === 'sign'
      ? signatureRows(line, next)
      : decisionRows(line, way, { signed: signs(definition, line.step), standing, next });
  });
  return {
    name: `${sheet.definition}: ${way.name}`,
    definition: sheet.definition,
    ...(way.plan ? { plan: way.plan } : {}),
    rows: [
      ...(way.change ? [{ change: way.change }] : []),
      { by: way.by, does: 'submit', form: way.form, ...told(['request.submitted 1'], first) },
      ...rows,
    ],
  };
}
