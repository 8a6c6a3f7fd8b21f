import type { TransitionEvent } from '../../request/transition';
import type { Bilingual } from '../../text/bilingual';
import { OWN_CLOSINGS, OWN_EVENTS } from '../../operations/registry';
import { ownValue } from '../../text/own-value';
import { lowerFirst } from '../../wording/names';
import { countersignOf } from './counting-text';
import { eventText } from './event-text';
import { humanStepOf, stepTitle, type SentenceContext } from '../sentence-context';

/**
 * What one transition did, for whoever audits it: each thing once, a decision with its step. Pure. That a step passed goes without saying where one
 * word decides it; a return is told by where it leads, and a task that an operation closed by what that operation did.
 */
export function auditTexts(events: readonly TransitionEvent[], context: SentenceContext): Bilingual[] {
  return events.filter((event) => !isSaidOtherwise(event, events, context)).map((event) => auditText(event, context));
}

function isSaidOtherwise(event: TransitionEvent, events: readonly TransitionEvent[], context: SentenceContext): boolean {
  if (event.type === 'task.decided') return event.answer === 'back' && events.some(({ type }) => type === 'request.returned');
  if (event.type === 'task.closed')
    return ownValue(OWN_CLOSINGS, event.reason) !== undefined && events.some(({ type }) => ownValue(OWN_EVENTS, type) !== undefined);
  if (event.type !== 'step.passed' || countersignOf(humanStepOf(context, event.step) ?? undefined) !== null) return false;
  return events.some((other) => other.type === 'task.decided' && other.step === event.step && other.answer === 'yes');
}

function auditText(event: TransitionEvent, context: SentenceContext): Bilingual {
  const text = eventText(event, context);
  if (event.type !== 'task.decided') return text;
  const title = stepTitle(context, event.step);
  return { zh: `「${title.zh}」${text.zh}`, en: `“${title.en}”: ${lowerFirst(text.en)}` };
}
