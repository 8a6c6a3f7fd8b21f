import type { Assignee, AuthorityKind, Bilingual, Condition, Due } from '@countersign/domain';
import type { RoleKey } from '../demo/demo-roles';
import type { Field } from './fields';
import { said, type Words } from './words';
import { assigneeOf, roleOf, type Who } from './who';

/** A step as the language writes it, defaults left out. */
export interface StepInput {
  kind: string;
  id: string;
  title: Bilingual;
  [property: string]: unknown;
}

export type BlockName =
  | 'approve'
  | 'starts'
  | 'review'
  | 'opinion'
  | 'prepare'
  | 'carry-out'
  | 'copy'
  | 'branch'
  | 'countersign'
  | 'checklist'
  | 'parallel'
  | 'wait'
  | 'end'
  | 'loop';

/** A block in its place: the step that it became, and what it is for the laws of its pattern. */
export interface Built {
  block: BlockName;
  step: StepInput;
  /** What a block of several ways holds. */
  inside: Built[];
  /** Fields that it brings into the form. */
  fields?: readonly Field[];
}

/** What a block reads of the process around it. */
export interface BlockScope {
  matter: string;
  start: readonly RoleKey[] | 'everyone';
  /** Steps that people have decided on the way here. */
  earlier: readonly string[];
  /** Something was carried out on the way here: nothing goes back behind it. */
  carriedOut: boolean;
}

/** One line of a process. Pure; nothing of it is left when the process runs. */
export type Block = (around: BlockScope) => Built;

/** What a line may say beyond its default. */
export interface More {
  id?: string;
  title?: Words;
  note?: Words;
  when?: Condition;
  /** Fields that the step may fill in, and those of them that it must. */
  write?: readonly string[];
  required?: readonly string[];
  kind?: AuthorityKind;
  /** Whose grant is asked, where it is not the matter of the process. */
  matter?: string;
  /** Money field that the limit of whoever decides must cover. */
  amount?: string;
  /** What makes the amount one in plan. */
  inPlan?: Condition;
  /** Tried after the rule; the block adds those above as a rule. */
  instead?: readonly Who[];
  distinctFrom?: readonly string[];
  /** The amount is paid there: to whom (a field; absent: the requester), which field keeps the slip, which table what was paid in parts, and to which account it is booked. */
  pays?: { to?: string; slip: string; parts?: string; books: Words };
  /** When it is due, where that is not what is usual for its kind; work always says so. */
  due?: Due;
  /** Whether whoever decides may say no, where that is not what the block alone says. */
  mayReject?: boolean;
  /** Whoever has just decided is asked again. */
  asksAgain?: true;
  approve?: Words;
  done?: Words;
}

const UPWARD: readonly Assignee[] = [assigneeOf({ superior: 1 }), assigneeOf('gm'), assigneeOf('group-gm')];

const mayStart = ({ start }: BlockScope, who: Who): boolean => {
  const role = roleOf(who);
  return role !== null && (start === 'everyone' || start.includes(role));
};

/** Whoever is passed over because the request is theirs: their superior decides, and what is to be done they do themselves. */
function fallbackOf(block: BlockName, who: Who, { more, around }: { more: More; around: BlockScope }): readonly Assignee[] {
  const own = (more.instead ?? []).map(assigneeOf);
  if (block === 'prepare' || block === 'carry-out') return mayStart(around, who) ? [...own, assigneeOf('requester')] : own;
  const first = JSON.stringify(assigneeOf(who));
  return [...own, ...UPWARD.filter((rule) => JSON.stringify(rule) !== first)];
}

/**
 * Where a step may send a request back to: the first who is asked returns to the requester; later ones pick among all who were asked before (X01);
 * behind what was carried out it goes to the one before and straight back (X42).
 */
export function returnsOf({ earlier, carriedOut }: Pick<BlockScope, 'earlier' | 'carriedOut'>): StepInput['returns'] {
  if (carriedOut) return { to: ['previous'], resume: 'straight-back' };
  if (earlier.length === 0) return { to: ['requester'], resume: 'walk-again' };
  return { to: ['requester', 'previous', ...earlier], resume: 'choose' };
}

const labelsOf = ({ approve, done }: More) => ({ ...(approve ? { approve: said(approve) } : {}), ...(done ? { done: said(done) } : {}) });

/** What a step of people needs to be built. */
export interface PeopleParts {
  block: BlockName;
  who: Who;
  /** Kind of the language. */
  kind: string;
  id: string;
  title: Words;
  /** Authority that is asked. */
  authority: AuthorityKind;
}

/** A step that people decide. Pure. */
export function asked({ block, who, kind, id, title, authority }: PeopleParts, more: More, around: BlockScope): Built {
  const fallback = fallbackOf(block, who, { more, around });
  const { note, when, write = [], required = [], distinctFrom, due } = more;
  const step: StepInput = {
    kind,
    id: more.id ?? id,
    title: said(more.title ?? title),
    ...(note ? { note: said(note) } : {}),
    ...(when ? { when } : {}),
    assignee: assigneeOf(who),
    ...(fallback.length > 0 ? { fallback } : {}),
    authority: {
      kind: more.kind ?? authority,
      matter: more.matter ?? around.matter,
      ...(more.amount ? { amount: more.amount } : {}),
      ...(more.inPlan ? { inPlan: more.inPlan } : {}),
    },
    ...(more.asksAgain ? { samePerson: 'ask' } : {}),
    ...(distinctFrom ? { distinctFrom: [...distinctFrom] } : {}),
    ...(write.length > 0 ? { fields: { write: [...write], required: [...required] } } : {}),
    returns: returnsOf(around),
    ...(more.pays ? { pays: { ...more.pays, books: said(more.pays.books) } } : {}),
    ...(due ? { due } : {}),
    ...(more.mayReject === undefined ? {} : { mayReject: more.mayReject }),
    labels: labelsOf(more),
  };
  return { block, step, inside: [] };
}

/** Blocks one after another, each knowing what stands before it. Pure. */
export function inSequence(blocks: readonly Block[], around: BlockScope): Built[] {
  let at = around;
  return blocks.map((block) => {
    const built = block(at);
    const all = flat([built]);
    at = {
      ...at,
      earlier: [...at.earlier, ...all.flatMap(({ step }) => ('assignee' in step || 'people' in step ? [step.id] : []))],
      carriedOut: at.carriedOut || all.some((each) => each.block === 'carry-out'),
    };
    return built;
  });
}

/** Every block, those inside others included, as they are read. Pure. */
export function flat(blocks: readonly Built[]): Built[] {
  return blocks.flatMap((block) => [block, ...flat(block.inside)]);
}
