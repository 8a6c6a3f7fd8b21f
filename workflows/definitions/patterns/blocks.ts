import type { Condition } from '@countersign/domain';
import { asked, inSequence, returnsOf, type Block, type Built, type More, type StepInput } from './block';
import { APPROVAL, byRole, OPINION, REVIEW, said, type Words } from './words';
import { some, yes } from './when';
import { assigneeOf, roleOf, type Who } from './who';

const nameOf = (who: Who): string => roleOf(who) ?? 'superior';
const titled = (who: Who, verb: Words): Words => {
  const role = roleOf(who);
  return role === null ? [`上级${verb[0]}`, `${verb[1]} by a superior`] : byRole(role, verb);
};

/** Decides: passes, rejects or returns. With `amount`, within a limit. */
export const approve =
  (who: Who, more: More = {}): Block =>
  (around) =>
    asked(
      {
        block: 'approve',
        who,
        kind: 'approve',
        id: `${nameOf(who)}-approval`,
        title: titled(who, APPROVAL),
        authority: more.amount === undefined ? 'approve' : 'approve-within-limit',
      },
      more,
      around,
    );

/** Who decides one part of what is asked, and how the step differs from its default. */
type Part = readonly [who: Who, more: More];

/**
 * What the plan in force covers is approved within it; the rest is passed on to whoever may grant it over the plan, and asked even of somebody who has
 * just approved the first part (X09, X10, G08).
 */
export const inParts = ({ covered, over }: { covered: Part; over: Part }): readonly [Block, Block] => [
  approve(covered[0], {
    id: 'plan-approval',
    title: ['计划内部分审批', 'Approval within the plan'],
    when: some('covered'),
    kind: 'approve-within-plan',
    amount: 'budget.covered',
    ...covered[1],
  }),
  approve(over[0], {
    id: 'over-plan-approval',
    title: ['超出部分审批', 'Approval over the plan'],
    when: some('over'),
    amount: 'budget.over',
    inPlan: yes('budget.inPlan'),
    asksAgain: true,
    ...over[1],
  }),
];

/** Steps whose yes commits what a request in parts has reserved. */
export const BOTH_PARTS = ['plan-approval', 'over-plan-approval'];

/** A gate: passes or returns, never final. */
export const review =
  (who: Who, more: More = {}): Block =>
  (around) =>
    asked(
      { block: 'review', who, kind: 'review', id: `${nameOf(who)}-review`, title: titled(who, REVIEW), authority: 'review' },
      more,
      around,
    );

/** A signed opinion of finance: steers, does not decide (X11). */
export const opinion =
  (who: Who, more: More = {}): Block =>
  (around) =>
    asked(
      {
        block: 'opinion',
        who,
        kind: 'opinion',
        id: `${nameOf(who)}-opinion`,
        title: titled(who, OPINION),
        authority: 'financial-opinion',
      },
      {
        approve: ['签署意见', 'Sign the opinion'],
        done: ['签署意见', 'signed an opinion'],
        ...more,
      },
      around,
    );

/** How work is done: nothing is usual for it, so each says by when (G03). */
export type Work = More & Required<Pick<More, 'due'>>;

/** What a piece of work is: its id, and what it is called. */
type Named = readonly [id: string, ...Words];

const work =
  (
    block: 'prepare' | 'carry-out',
    who: Who,
    { named: [id, ...title], evidence, more }: { named: Named; evidence: string; more: Work },
  ): Block =>
  (around) =>
    asked(
      { block, who, kind: 'work', id, title, authority: block === 'prepare' ? 'draft' : 'execute' },
      { write: [evidence], required: [evidence], ...more },
      around,
    );

/** Work before the decision, with a field as its evidence: a draft, a survey. It can be asked again. */
export const prepare = (who: Who, named: Named, evidence: string, more: Work): Block => work('prepare', who, { named, evidence, more });

/** Work behind the decision that stays done, with a field as its evidence: a signature, a notice (X42). */
export const carryOut = (who: Who, named: Named, evidence: string, more: Work): Block => work('carry-out', who, { named, evidence, more });

/** Some of those who sign together. */
export interface Signer {
  title: Words;
  who: Who;
  instead?: readonly Who[];
}

/**
 * Several people sign one thing, one of each group at least, and no one for two of them (X51, X52). Where they do not agree it goes back;
 * nobody rejects it.
 */
export const signedTogether =
  (id: string, title: Words, { signers, more = {} }: { signers: readonly Signer[]; more?: Pick<More, 'when' | 'note'> }): Block =>
  ({ matter, ...around }) => ({
    block: 'countersign',
    step: {
      kind: 'countersign',
      id,
      title: said(title),
      ...(more.note ? { note: said(more.note) } : {}),
      ...(more.when ? { when: more.when } : {}),
      people: signers.map(({ title: name, who, instead = [] }) => ({
        title: said(name),
        assignee: assigneeOf(who),
        fallback: instead.map(assigneeOf),
      })),
      rule: { by: 'per-group' },
      distinctPeople: true,
      mayReject: false,
      authority: { kind: 'co-decide', matter },
      returns: returnsOf(around),
    },
    inside: [],
  });

/** Whoever is told, without being waited for. */
export const copy =
  (id: string, title: Words, to: readonly Who[], when?: Condition): Block =>
  () => ({
    block: 'copy',
    step: { kind: 'cc', id, title: said(title), ...(when ? { when } : {}), to: to.map(assigneeOf) },
    inside: [],
  });

/** Whoever is told and sees to it: they may remind, demand an answer and report upward, and nobody waits for them (X14). */
export const supervised =
  (id: string, title: Words, to: readonly Who[]): Block =>
  () => ({ block: 'copy', step: { kind: 'cc', id, title: said(title), to: to.map(assigneeOf), supervise: true }, inside: [] });

/** What another process begins with. */
export interface StartedDraft {
  definition: string;
  /** Whose request it is: the first of these who is there. */
  who: readonly Who[];
  /** Its fields, by key, and what each is filled with. */
  map: Readonly<Record<string, { field: string } | { value: string | number | boolean } | { parent: true }>>;
  /** What its readers see of this one. */
  shows?: readonly string[];
  when?: Condition;
}

/** Another process begins as a draft, filled in as far as this one can tell, and goes its own way (X15, X16). */
export const starts =
  (id: string, title: Words, { definition, who, map, shows = [], when }: StartedDraft): Block =>
  () => ({
    block: 'starts',
    step: {
      kind: 'subprocess',
      id,
      title: said(title),
      ...(when ? { when } : {}),
      definition,
      requester: who.map(assigneeOf),
      map: { ...map },
      wait: 'none',
      begins: 'draft',
      bound: false,
      shows: [...shows],
    },
    inside: [],
  });

/** It comes to a no here, without anybody saying so: of the request, of its lane, or of a round. */
export const endsInNo =
  (id: string, title: Words, when?: Condition): Block =>
  () => ({
    block: 'end',
    step: { kind: 'end', id, title: said(title), outcome: 'rejected', ...(when ? { when } : {}) },
    inside: [],
  });

/** One way of a branch. */
export interface Case {
  title: Words;
  when: Condition;
  steps: readonly Block[];
}

/** One of several ways: the first whose condition holds, else `otherwise`. */
export const branch =
  (id: string, title: Words, { cases, otherwise = [] }: { cases: readonly Case[]; otherwise?: readonly Block[] }): Block =>
  (around): Built => {
    const ways = cases.map(({ steps }) => inSequence(steps, around));
    const rest = inSequence(otherwise, around);
    const steps = (way: Built[]): StepInput[] => way.map(({ step }) => step);
    return {
      block: 'branch',
      step: {
        kind: 'branch',
        id,
        title: said(title),
        cases: cases.map((each, index) => ({ title: said(each.title), when: each.when, steps: steps(ways[index] ?? []) })),
        ...(rest.length > 0 ? { otherwise: steps(rest) } : {}),
      },
      inside: [...ways.flat(), ...rest],
    };
  };
