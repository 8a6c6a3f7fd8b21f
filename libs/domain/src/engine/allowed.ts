import { PERSON_COMMANDS, type Command, type PersonCommandType } from '../request/command';
import { COMMAND_LABELS, PASS_LABELS } from '../operations/labels';
import type { Bilingual } from '../text/bilingual';
import type { HumanStep } from '../definition/step.schema';
import type { Refusal, RefusalCode } from '../request/refusal';
import { isHuman } from '../definition/flow';
import { takenAsMade } from '../people/choices';
import { demandsComment } from '../people/deciders';
import type { ActorFacts, Facts } from '../request/facts';
import type { Process } from '../machine/process';
import { refuse } from './refuse';
import type { RequestState } from '../request/request-state';
import { returnTargets } from '../request/return-targets';

/** A button: what somebody may do here, or why they may not. */
export interface Allowed {
  command: PersonCommandType;
  /** The step of the decision; null for commands on the request as a whole. */
  step: string | null;
  refusal: Refusal | null;
  /** return: where it may go. */
  targets?: { to: string; title: Bilingual }[];
  /** return: `choose` where the person returning says how the walk goes on. */
  resume?: 'walk-again' | 'straight-back' | 'choose';
  needsComment: boolean;
  label: Bilingual;
}

const DECISIONS: readonly PersonCommandType[] = ['approve', 'reject', 'return'];
/** Refusals that are no news to anybody: the button is not there. */
const SILENT: ReadonlySet<RefusalCode> = new Set(['invalid-state', 'undo-too-late', 'not-owner']);
const REQUESTER_TITLE: Bilingual = { zh: '申请人', en: 'Requester' };

function currentStep(process: Process, state: RequestState): HumanStep | null {
  const step = process.steps[state.value];
  return step && isHuman(step) ? step : null;
}

function targetsOf(process: Process, state: RequestState, step: HumanStep): { to: string; title: Bilingual }[] {
  const human = process.order.filter((id) => isHuman(process.steps[id] as HumanStep));
  const targets = returnTargets({ to: step.returns.to, earlier: human.slice(0, human.indexOf(step.id)) }, state.context);
  const distinct = targets.filter((target, index) => targets.findIndex(({ at }) => at === target.at) === index);
  return distinct.map(({ to, at }) => ({ to, title: process.steps[at]?.title ?? REQUESTER_TITLE }));
}

/** The command that somebody would send with everything filled in: what is left to refuse is the person and the moment. */
function attempt(type: PersonCommandType, state: RequestState, actor: string, target: string | null): Command {
  const { context, value } = state;
  const decides = DECISIONS.includes(type);
  return {
    id: '',
    type,
    actor,
    step: decides ? value : null,
    generation: decides ? (context.steps[value]?.generation ?? null) : null,
    fields: type === 'resubmit' ? context.fields : {},
    missing: [],
    invalid: [],
    beneficiary: context.beneficiary,
    choices: {},
    hasComment: true,
    stance: 'for',
    shown: context.contentHash,
    to: target,
    resume: null,
    digest: '',
    writes: false,
    material: null,
    reason: null,
  };
}

/** Whether the command is somebody's business at all; to others it is not even shown. */
function concerns(type: PersonCommandType, state: RequestState, actor: ActorFacts): boolean {
  const { context, value } = state;
  if (DECISIONS.includes(type)) return context.steps[value]?.seats.some((seat) => seat.person === actor.id) ?? false;
  if (type === 'withdraw') return context.requester?.id === actor.id && context.outcome === null;
  if (type === 'resubmit') return context.requester?.id === actor.id && value === 'returned';
  if (type === 'undo') return context.undoable?.person === actor.id;
  if (type === 'resolve-again') return context.blocked?.kind === 'no-approver';
  return value === 'draft';
}

function labelOf(type: PersonCommandType, step: HumanStep | null): Bilingual {
  if (step === null) return COMMAND_LABELS[type];
  if (type === 'approve') return step.labels.approve ?? PASS_LABELS[step.kind];
  return (type === 'reject' || type === 'return' ? step.labels[type] : undefined) ?? COMMAND_LABELS[type];
}

function button(process: Process, state: RequestState, type: PersonCommandType, facts: Facts & { actor: ActorFacts }): Allowed | null {
  const step = DECISIONS.includes(type) ? currentStep(process, state) : null;
  const targets = type === 'return' && step ? targetsOf(process, state, step) : undefined;
  const command = { ...attempt(type, state, facts.actor.id, targets?.[0]?.to ?? null), choices: takenAsMade(process) };
  const found = refuse(process, state, command, facts);
  if (found !== null && SILENT.has(found.code)) return null;
  return {
    command: type,
    step: step?.id ?? null,
    refusal: found,
    ...(targets ? { targets, resume: step?.returns.resume } : {}),
    needsComment: type === 'reject' || type === 'return' || (type === 'approve' && step !== null && demandsComment(step, state.context)),
    label: labelOf(type, step),
  };
}

/**
 * What one person may do with a request where it stands, and why not, by the same guards that decide. Pure.
 * Commands that are none of the person's business are left out. Fields and comments are taken as filled in: the press itself looks at them.
 */
export function allowed(
  process: Process,
  state: RequestState,
  actor: ActorFacts,
  at: { now: string; requesterUnitPath: string[] },
): Allowed[] {
  const facts = { ...at, today: at.now.slice(0, 10), actor, params: {}, seats: {}, claimed: {} };
  return PERSON_COMMANDS.filter((type) => concerns(type, state, actor))
    .map((type) => button(process, state, type, facts))
    .filter((each) => each !== null);
}
