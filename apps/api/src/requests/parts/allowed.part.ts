import {
  allowed,
  contentFor,
  operationOf,
  recordOf,
  refusalText,
  votesOf,
  type Allowed,
  type Bilingual,
  type Definition,
  type Refusal,
  momentText,
} from '@countersign/domain';
import type { AllowedView, ReturnTargetView } from '../dto/decision.view';
import { isForetold } from '../trial/foretold-operations';
import { doneText, ownTasks, type ViewCase } from '../view/view-case';

type Confirmation = NonNullable<AllowedView['confirm']>;

/** No operation of the request: nothing is decided, its run and rows are made anew. */
const REBUILD = {
  command: 'rebuild',
  scope: 'operator',
  step: null,
  label: { zh: '按留痕重建', en: 'Rebuild from the audit trail' },
  resume: null,
  rounds: null,
  whereTo: null,
  needsComment: false,
  confirm: {
    title: { zh: '按留痕重建这份申请？', en: 'Rebuild this request from its audit trail?' },
    consequence: {
      zh: '以逐条留痕为准，重新得出当前状态；不会改动任何决定。',
      en: 'Its current state is worked out again from the recorded steps. No decision changes.',
    },
  },
  tone: 'plain',
  place: 'menu',
  group: null,
  key: null,
  task: null,
  shown: null,
  foretold: false,
  likely: false,
  past: { zh: '已重建，与留痕一致', en: 'Rebuilt; it matches the audit trail' },
  undoable: false,
  again: false,
} as const satisfies Partial<AllowedView>;

const AGREES = {
  code: 'unchanged',
  params: {},
  text: { zh: '与留痕一致，不需要重建', en: 'It agrees with the audit trail; there is nothing to rebuild' },
} as const satisfies AllowedView['reason'];

/** The reader's buttons, by the guards of the machine itself. A request that is being checked has none but the operator's. */
export function allowedOf(view: ViewCase): AllowedView[] {
  const { process, state, known, actor } = view;
  const { diverged } = known.head;
  const buttons = ownButtons(view).map((button) =>
    buttonView(button, view, diverged && { code: 'diverged', params: { reason: diverged.reason } }),
  );
  const stuck = diverged !== null || state.context.poisoned !== null;
  if (!stuck || !actor.rights.includes('requests.operate') || process.order.length === 0) return buttons;
  return [
    ...buttons,
    {
      ...REBUILD,
      asks: [],
      targets: [],
      items: [],
      rows: null,
      part: null,
      enabled: diverged !== null,
      reason: diverged === null ? AGREES : null,
    },
  ];
}

function ownButtons({ process, state, known, actor, untold }: ViewCase): Allowed[] {
  if (known.head.n === 0 && known.head.requesterId !== actor.personId) return [];
  if (!known.facts.actor) return [];
  try {
    return allowed(process, state, known.facts.actor, known.facts);
  } catch (error) {
    // A guard that throws blocks the request when its turn comes; there is nothing to offer.
    untold('its buttons', error);
    return [];
  }
}

/** Where it may go, with whom it would go back to. */
function targetView(
  { to, at, title }: NonNullable<Allowed['targets']>[number],
  { state, known, person }: ViewCase,
): Omit<ReturnTargetView, 'reason'> {
  const words = votesOf(recordOf(state.context, at));
  const people = words.length > 0 ? words.map((word) => word.person) : at === 'requester' ? [known.head.requesterId] : [];
  return { to, title, people: people.map(person), at: words.at(-1)?.at ?? null };
}

const oneAfterTheOther = (first: Bilingual, then: Bilingual): Bilingual => ({
  zh: `${first.zh}${then.zh}`,
  en: `${first.en} ${then.en}`,
});

/** The question before it is done, with what follows besides; null: none is asked. */
function confirmation(
  { confirm, followsToo }: ReturnType<typeof operationOf<Allowed['command']>>,
  definition: Definition,
): Confirmation | null {
  if (confirm === null) return null;
  const too = followsToo?.(definition) ?? null;
  return { ...confirm, consequence: too ? oneAfterTheOther(confirm.consequence, too) : confirm.consequence };
}

function buttonView(button: Allowed, view: ViewCase, instead: Refusal | null): AllowedView {
  const { names, definition, known } = view;
  const done = button.done && button.step !== null ? doneText(view, button.step, button.done) : null;
  const no = instead ?? button.refusal;
  const time = (iso: string) => momentText(iso, known.head.timeZone);
  const said = (refusal: Refusal | null): AllowedView['reason'] =>
    refusal && { ...refusal, text: refusalText(refusal, { names, definition, time }) };
  const operation = operationOf(button.command);
  const { scope, tone, place, whereTo = null, group = null, key = null, likely = false } = operation;
  return {
    command: button.command,
    scope,
    step: button.step,
    shown: scope === 'task' && button.step !== null ? contentFor(view.process, view.state.context, button.step) : null,
    task: scope === 'task' ? (ownTasks(view).find(({ step }) => step.id === button.step)?.task.id ?? null) : null,
    label: button.label,
    enabled: no === null,
    reason: said(no),
    asks: Object.keys(operation.body.shape),
    targets: (button.targets ?? []).map((target) => ({ ...targetView(target, view), reason: said(target.refusal ?? null) })),
    items: (button.items ?? []).map(({ item, refusal }) => ({ item, reason: said(refusal) })),
    rows: button.rows ? { table: button.rows.table, cut: button.rows.cut ?? null } : null,
    part: button.part ?? null,
    whereTo,
    resume: button.resume ?? null,
    rounds: button.rounds ?? null,
    needsComment: button.needsComment,
    confirm: done ? { title: done.title, consequence: oneAfterTheOther(done.line, done.ask) } : confirmation(operation, definition),
    again: done !== null,
    ...{ tone, place, group, key },
    foretold: isForetold(button.command),
    likely,
    past: button.past,
    undoable: operation.undo !== null,
  };
}
