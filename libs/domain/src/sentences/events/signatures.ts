import { groupsOf, isHuman } from '../../definition/flow';
import type { Outline } from '../../definition/structure/outline';
import type { HumanStep } from '../../definition/step.schema';
import type { Answer } from '../../definition/steps/step-kind';
import { missingOn } from '../../preview/still-to-speak';
import type { RequestContext, Seat, StepRecord } from '../../request/request-state';
import { deciderOf, openSeats, recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import type { Bilingual } from '../../text/bilingual';
import { countersignOf, countingText } from './counting-text';

/** One person's signature on a step, given or awaited. Ids only. */
export interface Signature {
  person: string;
  /** What the people of its group are called; null where they have no name. */
  group: Bilingual | null;
  /** Who asked for it beside the step's own rules. */
  addedBy: string | null;
  /** Who is away, in whose place they sign. */
  actingFor: string | null;
  answer: Answer | null;
  at: string | null;
  /** It is asked for now, later, or not any more. */
  turn: 'now' | 'later' | 'over';
}

/** A step that several sign: who, how it is counted, and how far it has come. */
export interface Signatures {
  step: string;
  open: boolean;
  /** How the words are counted; null where the first word of those whom the step's rule found settles it. */
  counting: Bilingual | null;
  agreed: number;
  of: number;
  progress: Bilingual;
  signers: Signature[];
}

const isAdded = ({ addedBy }: Seat): boolean => addedBy !== undefined;
const answersYes = ({ vote }: Seat): boolean => vote?.answer === 'yes';

/** How far the signatures on a step have come: 已同意 3/5，还需 1 票 / 3 of 5 agreed, 1 more needed. Pure. */
export function progressText(step: HumanStep, seats: readonly Seat[]): Bilingual {
  const [own, added] = [seats.filter((seat) => !isAdded(seat)), seats.filter(isAdded)];
  const more = missingOn(step, own);
  const awaited = added.filter(({ vote }) => vote === undefined).length;
  const needs = more > 0 ? { zh: `，还需 ${more} 票`, en: `, ${more} more needed` } : { zh: '', en: '' };
  const signer = awaited === 1 ? 'signer' : 'signers';
  const also =
    awaited === 0
      ? { zh: '', en: '' }
      : more > 0
        ? { zh: `，并须 ${awaited} 位加签人同意`, en: `, and ${awaited} added ${signer}` }
        : { zh: `，还需 ${awaited} 位加签人同意`, en: `, ${awaited} added ${signer} needed` };
  const agreed = seats.filter(answersYes).length;
  return {
    zh: `已同意 ${agreed}/${seats.length}${needs.zh}${also.zh}`,
    en: `${agreed} of ${seats.length} agreed${needs.en}${also.en}`,
  };
}

function signature(seat: Seat, step: HumanStep, asked: boolean, waits: boolean): Signature {
  const titles = groupsOf(step).map((group) => ('title' in group ? ((group.title as Bilingual | undefined) ?? null) : null));
  const { vote, addedBy, actingFor, group } = seat;
  return {
    person: vote?.person ?? deciderOf(seat),
    group: group === undefined ? null : (titles[group] ?? null),
    addedBy: addedBy ?? null,
    actingFor: actingFor ?? null,
    answer: vote?.answer ?? null,
    at: vote?.at ?? null,
    turn: asked ? 'now' : waits && vote === undefined ? 'later' : 'over',
  };
}

function signaturesOn(step: HumanStep, record: StepRecord): Signatures {
  const seats = Object.values(record.seats).filter(({ question }) => question === undefined);
  const asked = new Set(openSeats(record).map(([, seat]) => seat));
  const open = record.status === 'open';
  const waits = open || record.keeps === true;
  const countersign = countersignOf(step);
  return {
    step: step.id,
    open,
    counting: countersign && countingText(countersign),
    agreed: seats.filter(answersYes).length,
    of: seats.length,
    progress: progressText(step, seats),
    signers: seats.map((seat) => signature(seat, step, asked.has(seat), waits)),
  };
}

/** Whether several sign a step, each with a word of their own: its words are counted, or somebody was added. Pure. */
export function isSigned(step: HumanStep, record: StepRecord | undefined): boolean {
  if (record === undefined || Object.keys(record.seats).length === 0 || record.status === 'merged') return false;
  return countersignOf(step) !== null || Object.values(record.seats).some(isAdded);
}

/** The steps of a request that several sign, in the order of its definition, those that are open first. Pure. */
export function signaturesOf({ steps, order }: Pick<Outline, 'steps' | 'order'>, context: RequestContext): Signatures[] {
  const signed = order.flatMap((id): Signatures[] => {
    const [step, record] = [ownValue(steps, id), recordOf(context, id)];
    return step && record && isHuman(step) && isSigned(step, record) ? [signaturesOn(step, record)] : [];
  });
  return [...signed.filter(({ open }) => open), ...signed.filter(({ open }) => !open)];
}
