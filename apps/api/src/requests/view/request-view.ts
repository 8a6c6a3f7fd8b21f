import {
  askedSurroundings,
  broughtFields,
  choicesGone,
  computeForm,
  contentFor,
  formDifference,
  formToWire,
  marksOf,
  ownValue,
  renderTemplateBoth,
  startFields,
  wholeContent,
  type Json,
  type Bilingual,
  type Definition,
  type FormValues,
} from '@countersign/domain';
import { wireMoney } from '../wire-money';
import type { RowMarkView } from '../dto/form.view';
import type { RequestView } from '../dto/request.view';
import { savedHash } from '../drafts/saved-hash';
import { allowedOf } from '../parts/allowed.part';
import { ladderView, sentenceOf, whyOf } from '../parts/derivation.part';
import { changesOf, factViews, filesOf } from '../parts/facts.part';
import { listsOf } from '../parts/list.part';
import { notAgainOf } from '../parts/reasons.part';
import { childrenOf, parentOf } from '../parts/relatives.part';
import { signaturesPart } from '../parts/signatures.part';
import {
  blockedView,
  currentOf,
  givenUpOf,
  lastReturnOf,
  opinionsOf,
  revokingOf,
  suspendedOf,
  tasksOf,
  undoOf,
} from '../parts/standing.part';
import { repairsOf, supervisionOf } from '../parts/supervision.part';
import { ownTask, ownTasks, readerFields, type ViewCase } from './view-case';

/** The whole view of one reader, with what happens `next`. Pure. */
export function requestView(view: ViewCase, next: RequestView['next']): RequestView {
  const allowed = allowedOf(view);
  const mayCorrect = allowed.some(({ command, enabled }) => command === 'correct' && enabled);
  const mayUndo = allowed.some(({ command, enabled }) => command === 'undo' && enabled);
  const [task = null, ...otherTasks] = tasksOf(view);
  return {
    ...identityOf(view),
    ...contentOf(view, mayCorrect),
    ladder: ladderView(view),
    current: currentOf(view),
    signatures: signaturesPart(view),
    why: whyOf(view),
    task,
    otherTasks,
    lists: listsOf(view),
    children: childrenOf(view),
    parent: parentOf(view),
    allowed,
    next,
    undo: undoOf(view, mayUndo),
    blocked: blockedView(view),
  };
}

type Identity =
  | 'id'
  | 'number'
  | 'definition'
  | 'status'
  | 'outcome'
  | 'round'
  | 'n'
  | 'requester'
  | 'unit'
  | 'own'
  | 'notAgain'
  | 'submittedAt'
  | 'finishedAt'
  | 'dueAt'
  | 'updatedAt';

/** Which request it is, whose, and where it stands in its life. */
function identityOf(view: ViewCase): Pick<RequestView, Identity> {
  const { actor, known, bundle, definition, names, person } = view;
  const { head } = known;
  const { key, version, title, graceSeconds, phrases } = definition;
  return {
    id: head.id,
    number: head.number,
    definition: { key, version, title, graceSeconds, phrases, changesAuthority: definition.becomesGrant !== undefined },
    status: head.diverged ? 'blocked' : head.status,
    outcome: bundle.outcome,
    round: head.round,
    n: head.n,
    requester: person(head.requesterId),
    unit: names.unit,
    own: head.requesterId === actor.personId,
    notAgain: notAgainOf(view),
    submittedAt: bundle.submittedAt,
    finishedAt: bundle.finishedAt,
    dueAt: bundle.dueAt,
    updatedAt: bundle.updatedAt,
  };
}

type Content =
  | 'amount'
  | 'sentence'
  | 'rowTitle'
  | 'contentHash'
  | 'savedHash'
  | 'form'
  | 'draftChanges'
  | 'choices'
  | 'facts'
  | 'changes'
  | 'correctedBy'
  | 'lastReturn'
  | 'suspended'
  | 'supervision'
  | 'repairs'
  | 'revoking'
  | 'givenUp'
  | 'opinions'
  | 'files';

/** Digest of what its requester has saved last; null where there is nothing for the reader to save. */
function savedOf({ known: { head }, bundle, actor }: ViewCase): string | null {
  if (head.requesterId !== actor.personId || (head.n > 0 && head.status !== 'returned')) return null;
  const { choices, revision } = bundle;
  return savedHash({ form: head.form, choices, round: head.round, revision });
}

/** What is asked, as far as the reader may see it. */
function contentOf(view: ViewCase, mayCorrect: boolean): Pick<RequestView, Content> {
  const { known, bundle, definition, values, hidden, names, state } = view;
  const draft = known.head.n === 0;
  const filling = { definition, values, names };
  return {
    amount: hidden.has(definition.amount ?? '') ? null : wireMoney(bundle.amountMinor, bundle.currency),
    sentence: sentenceOf(view),
    rowTitle: renderTemplateBoth(definition.rowTitle, filling),
    contentHash: draft ? null : shownTo(view),
    savedHash: savedOf(view),
    form: formOf(view, mayCorrect),
    draftChanges: draftChangesOf(view),
    choices: draft ? bundle.choices : state.context.choices,
    facts: factViews(view),
    changes: changesOf(view),
    correctedBy: bundle.corrected && view.person(bundle.corrected.by),
    lastReturn: lastReturnOf(view),
    suspended: suspendedOf(view),
    supervision: supervisionOf(view),
    repairs: repairsOf(view),
    revoking: revokingOf(view),
    givenUp: givenUpOf(view),
    opinions: opinionsOf(view),
    files: filesOf(view),
  };
}

/** Digest of what the reader's own task shows; of everything, for whoever has none. */
function shownTo(view: ViewCase): string {
  const { process, state } = view;
  const own = ownTask(view);
  return own ? contentFor(process, state.context, own.step.id) : wholeContent(process, state.context);
}

/**
 * The requester of a draft or a returned request gets the form to fill in, with what was saved since, and whoever may correct a stopped one the
 * form as it stands; everybody else reads it as submitted.
 */
function formOf(view: ViewCase, mayCorrect: boolean): RequestView['form'] {
  const { definition, values, surroundings, clock, known, bundle, actor } = view;
  const { head } = known;
  const own = head.requesterId === actor.personId && (head.n === 0 || head.status === 'returned');
  const filling = own || mayCorrect;
  const revised = own && bundle.revision?.round === head.round ? withRevision(view, bundle.revision.form) : values;
  return {
    fields: readerFields(view, revised, filling),
    values: formToWire(definition, revised),
    submitted: own && head.n > 0 ? formToWire(definition, values) : null,
    marks: rowMarks(view),
    surroundings:
      filling || ownTasks(view).some(({ step }) => broughtFields(step).length > 0)
        ? askedSurroundings(definition, { ...surroundings, clock: filling ? clock : undefined })
        : null,
  };
}

/** What is different since the requester has last seen the form of a draft. */
function draftChangesOf({ begunWith, definition }: ViewCase): RequestView['draftChanges'] {
  if (begunWith === null) return null;
  const { added, removed, changed } = formDifference(begunWith, definition);
  const called = (of: Definition, keys: string[]): Bilingual[] =>
    of.form.fields.filter(({ key }) => keys.includes(key)).map(({ label }) => label);
  const versions = { fromVersion: begunWith.version, toVersion: definition.version };
  const picks = choicesGone(begunWith, definition).map((step) => step.title);
  return {
    ...versions,
    added: called(definition, added),
    removed: [...called(begunWith, removed), ...picks],
    changed: called(definition, changed),
  };
}

/** What was decided about rows, as far as the reader sees their table. */
function rowMarks({ definition, values, person }: ViewCase): RowMarkView[] {
  return definition.form.fields.flatMap(({ key, type }) => {
    const rows = type === 'table' && Array.isArray(ownValue(values, key)) ? (ownValue(values, key) as Record<string, Json>[]) : [];
    return rows.flatMap((each, row) =>
      marksOf(each).map(({ by, reason, refused = false, column = null, was }): RowMarkView => {
        return { field: key, row, refused, column, was: was ? wireMoney(was.minor, was.currency) : null, by: person(by), reason };
      }),
    );
  });
}

/** What steps have filled in stays; the requester's part is what was saved last. */
function withRevision({ definition, values, surroundings, clock }: ViewCase, revision: FormValues): FormValues {
  const start = new Set(startFields(definition));
  const kept = Object.entries(values).filter(([key]) => !start.has(key));
  return computeForm(definition, { ...Object.fromEntries(kept), ...revision }, { ...surroundings, clock });
}
