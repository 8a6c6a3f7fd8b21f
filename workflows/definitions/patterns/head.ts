import type { DefinitionInput } from '@countersign/domain';
import type { RoleKey } from '../demo/demo-roles';
import { flat, inSequence, type Block } from './block';
import type { Field } from './fields';
import { keep, type Law } from './laws';
import { AGREED, MORE_DETAIL, MORE_FILES, said, type Words } from './words';

/** A comment that is often made, and beside which answer. */
type Phrase = readonly [answer: 'yes' | 'no', words: Words];

/** What every process says of itself. */
export interface Head {
  key: string;
  /** Code of the process document (X06). */
  code?: string;
  title: Words;
  description: Words;
  /** Of its numbers. */
  prefix: string;
  area: DefinitionInput['area'];
  department: Words;
  /** What grants and steps call its subject. */
  matter: string;
  start: readonly RoleKey[] | 'everyone';
  /** Beyond what the pattern asks. */
  fields?: readonly Field[];
  steps: readonly Block[];
  sentence: Words;
  rowTitle: Words;
  facts: readonly string[];
  amount?: string;
  phrases?: readonly Phrase[];
  parameters?: DefinitionInput['parameters'];
  /** Several ways to start it: values of a choice of the form. */
  entrances?: DefinitionInput['entrances'];
  /** What only one request in force may have. */
  oneInForce?: DefinitionInput['oneInForce'];
  /** What has to hold when it is sent, and what is said where it does not. */
  submitChecks?: DefinitionInput['submitChecks'];
  /** When it starts by itself. */
  schedule?: DefinitionInput['schedule'];
  /** Who may revoke its approval; absent: nobody. */
  revoke?: DefinitionInput['revoke'];
  /** What it adds to the budget once it is approved. */
  becomesPlan?: DefinitionInput['becomesPlan'];
  /** What authority it changes once it is approved. */
  becomesGrant?: DefinitionInput['becomesGrant'];
  /** Person field of who benefits. */
  beneficiary?: string;
  /** What people may start from it by hand (X23). */
  children?: DefinitionInput['children'];
}

/** What a pattern brings along: fields before and behind the process's own, and its laws. */
export interface Pattern {
  before?: readonly Field[];
  behind?: readonly Field[];
  laws: readonly Law[];
}

/** A process of a pattern as one document. Pure; throws where a law of the pattern is broken. */
export function documentOf(head: Head, { before = [], behind = [], laws }: Pattern): DefinitionInput {
  const { key, code, area, prefix, matter, start, fields = [], amount, parameters, schedule, children, entrances, oneInForce } = head;
  const { submitChecks, becomesPlan, becomesGrant, beneficiary, revoke } = head;
  const built = inSequence(head.steps, { matter, start, earlier: [], carriedOut: false });
  keep(key, laws, built);
  const phrases: Phrase[] = [['yes', AGREED], ...(head.phrases ?? []), ['no', MORE_DETAIL], ['no', MORE_FILES]];
  return {
    key,
    version: 1,
    ...(code ? { code } : {}),
    title: said(head.title),
    description: said(head.description),
    area,
    department: said(head.department),
    numberPrefix: prefix,
    start: start === 'everyone' ? { everyone: true } : { roles: [...start] },
    ...(entrances ? { entrances } : {}),
    ...(parameters ? { parameters } : {}),
    form: { fields: [...before, ...fields, ...flat(built).flatMap((block) => block.fields ?? []), ...behind] },
    sentence: said(head.sentence),
    rowTitle: said(head.rowTitle),
    facts: [...head.facts],
    ...(amount ? { amount } : {}),
    ...(beneficiary ? { beneficiary } : {}),
    ...(oneInForce ? { oneInForce } : {}),
    ...(submitChecks ? { submitChecks } : {}),
    ...(becomesPlan ? { becomesPlan } : {}),
    ...(becomesGrant ? { becomesGrant } : {}),
    ...(revoke ? { revoke } : {}),
    deadlines: 'usual',
    phrases: phrases.map(([answer, words]) => ({ ...said(words), for: answer })),
    ...(schedule ? { schedule } : {}),
    ...(children ? { children } : {}),
    flow: built.map(({ step }) => step),
  };
}
