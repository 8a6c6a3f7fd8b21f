import { allowed, refusalText, type Allowed, type Refusal } from '@countersign/domain';
import type { AllowedView } from '../dto/decision.view';
import { momentText } from '../moment-text';
import type { ViewCase } from './view-case';

const REBUILD = { zh: '按流水重建', en: 'Rebuild from the journal' };

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
    { command: 'rebuild', label: REBUILD, enabled: diverged !== null, reason: null, targets: [], resume: null, needsComment: false },
  ];
}

function ownButtons({ process, state, known, actor }: ViewCase): Allowed[] {
  if (known.head.n === 0 && known.head.requesterId !== actor.personId) return [];
  if (!known.facts.actor) return [];
  try {
    return allowed(process, state, known.facts.actor, { now: known.facts.now, requesterUnitPath: known.facts.requesterUnitPath });
  } catch {
    // A guard that throws will block the request when somebody presses; there is nothing to offer.
    return [];
  }
}

function buttonView(button: Allowed, { names, definition, known }: ViewCase, instead: Refusal | null): AllowedView {
  const no = instead ?? button.refusal;
  return {
    command: button.command,
    label: button.label,
    enabled: no === null,
    reason: no && { ...no, text: refusalText(no, { names, definition, time: (iso) => momentText(iso, known.head.timeZone) }) },
    targets: button.targets ?? [],
    resume: button.resume ?? null,
    needsComment: button.needsComment,
  };
}
