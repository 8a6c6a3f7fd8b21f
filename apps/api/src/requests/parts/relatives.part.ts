import {
  isBlank,
  isUnderWay,
  LIMITS,
  ownValue,
  REFUSAL_CODES,
  refusalText,
  TOO_MANY_DESCENDANTS,
  wordValueBoth,
  type Bilingual,
  type ChildRecord,
  type RefusalCode,
} from '@countersign/domain';
import type { ChildView, ParentView } from '../dto/request.view';
import type { RelativeRow } from '../view/request-bundle';
import type { ViewCase } from '../view/view-case';

const NO_PROCESS: Bilingual = { zh: '这个流程目前没有启用的版本', en: 'No version of that process is in use' };
const TOO_MANY: Bilingual = {
  zh: `最初那份申请名下已有 ${LIMITS.descendants} 份子申请，不能再发起`,
  en: `${LIMITS.descendants} requests have come of the first one already, one after another; no more can be started`,
};
const OTHER: Bilingual = { zh: '内容不符合那个流程的要求', en: 'That process does not take what it was given' };

function whyRefused(code: string): Bilingual {
  if (code === 'no-process') return NO_PROCESS;
  if (code === TOO_MANY_DESCENDANTS) return TOO_MANY;
  return REFUSAL_CODES.includes(code as RefusalCode) ? refusalText({ code: code as RefusalCode, params: {} }) : OTHER;
}

function mayOpen({ actor }: ViewCase, row: RelativeRow): boolean {
  return row.concerned || actor.rights.includes('requests.read-all');
}

/** Requests that this one has started: those that are there, and what was asked for and is not, or could not be. */
export function childrenOf(view: ViewCase): ChildView[] {
  const { bundle, state, process } = view;
  const there = new Set(bundle.children.map(({ id }) => id));
  const bySteps = Object.entries(state.context.steps).flatMap(([step, { children = {}, status }]) =>
    Object.entries(children).map(([id, child]) => ({ id, step, child, awaits: status === 'waiting' && isUnderWay(child) })),
  );
  const byHand = Object.entries(state.context.children ?? {}).map(([id, child]) => ({ id, step: null, child, awaits: false }));
  const remembered = [...bySteps, ...byHand];
  const titleOf = ({ step, child }: (typeof remembered)[number]): Bilingual =>
    (step === null
      ? process.definition.children?.find(({ definition }) => definition === child.process)?.title
      : ownValue(process.steps, step)?.title) ?? OTHER;
  const awaited = new Set(remembered.flatMap(({ id, awaits }) => (awaits ? [id] : [])));
  const missing = remembered.filter(({ id, child }) => !there.has(id) && child.left === undefined && child.outcome === undefined);
  const placeOf = new Map(remembered.map(({ id, child }) => [id, child] as const));
  const begun = new Set<string | null>(bySteps.map(({ step }) => step));
  // Of a step that has begun anew: what was started before.
  const isEarlier = ({ id, step }: RelativeRow): boolean => begun.has(step) && !placeOf.has(id);
  return [
    ...inTheirOrder(bundle.children, placeOf).map((row) => childView(view, row, { awaited: awaited.has(row.id), earlier: isEarlier(row) })),
    ...missing.map((each) => toCome({ ...each, awaited: each.awaits }, titleOf(each))),
  ];
}

/** As they were asked for, those of one press by their rows: they come to be side by side. */
function inTheirOrder<T extends { id: string }>(children: readonly T[], placeOf: ReadonlyMap<string, ChildRecord>): T[] {
  const place = ({ id }: T): [number, number] => [placeOf.get(id)?.n ?? Infinity, placeOf.get(id)?.row ?? 0];
  return [...children].sort((left, right) => {
    const [[n, row], [otherN, otherRow]] = [place(left), place(right)];
    return n === otherN ? row - otherRow : n - otherN;
  });
}

function childView(view: ViewCase, row: RelativeRow, stands: Pick<ChildView, 'awaited' | 'earlier'>): ChildView {
  const { id, step, title, number, status, requesterId, people, since } = row;
  const readable = mayOpen(view, row) && (status !== 'draft' || requesterId === view.actor.personId);
  const requester = view.person(requesterId);
  const holders = status === 'draft' || status === 'returned' ? [requester] : people.map(view.person);
  const rowTitle = readable ? (view.lines.get(id) ?? null) : null;
  return {
    id,
    step,
    title,
    number,
    rowTitle,
    status,
    why: null,
    requester,
    people: holders,
    since,
    readable,
    ...stands,
    suspended: row.suspended,
  };
}

function toCome(
  { id, step, child, awaited }: { id: string; step: string | null; child: ChildRecord; awaited: boolean },
  title: Bilingual,
): ChildView {
  const why = child.refused === undefined ? null : whyRefused(child.refused);
  const status = why === null ? 'starting' : 'refused';
  return {
    id,
    step,
    title,
    number: null,
    rowTitle: null,
    status,
    why,
    requester: null,
    people: [],
    since: null,
    readable: false,
    awaited,
    earlier: false,
    suspended: false,
  };
}

/** The request that started this one, as far as its process lets the readers of this one see it. */
export function parentOf(view: ViewCase): ParentView | null {
  const { bundle, above } = view;
  const row = bundle.parent;
  if (row === null) return null;
  const shown = above?.fields.filter(({ key }) => !isBlank(ownValue(row.form, key))) ?? [];
  const readable = mayOpen(view, row);
  return {
    id: row.id,
    title: row.title,
    number: row.number,
    rowTitle: readable ? (view.lines.get(row.id) ?? null) : null,
    status: row.status,
    requester: view.person(row.requesterId),
    facts:
      above === null
        ? []
        : shown.map((field) => ({
            field: field.key,
            label: field.label,
            value: wordValueBoth(field, ownValue(row.form, field.key), above.names),
          })),
    readable,
    suspended: row.suspended,
  };
}
