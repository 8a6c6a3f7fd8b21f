import type { Json } from '@countersign/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemError } from '../../../shared/api/client';
import { requestQuery } from '../../../shared/api/request-query';
import type { AllowedCommand, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { forgetDecided, noteDecided } from '../../../shared/state/decided-here';
import { usePendingOf } from '../../../shared/state/sending/pending';
import { useOnline } from '../../../shared/state/online';
import { useOutdated } from '../../../shared/state/sending/reached';
import { useSendCommand, type Sent } from '../../../shared/state/sending/send-command';
import { showToast } from '../../../shared/state/toasts';
import { useTooLong } from '../../../shared/words/too-long';
import { useUndoToast } from '../use-undo-toast';
import { keyOf, buttonPlaces, taskOf, type ButtonPlaces } from '../buttons/buttons';
import { commandOf, lacksOf, type SaidWith } from './command-of';
import { changeDraft, takeDraft, useDecisionDraft, type DecisionDraft } from '../inputs/decision-draft';
import type { StepFieldsHandle } from '../inputs/task-inputs';
import { useSeenContent } from '../inputs/use-seen-content';
import { useTakenAway } from './use-taken-away';

/** All that a decision bar needs, on a desk and on a phone. */
export interface DecisionControls {
  view: RequestView;
  draft: DecisionDraft;
  change: (change: Partial<DecisionDraft>) => void;
  writeField: (key: string, value: Json) => void;
  /** Every button of the reader, each at its place. */
  places: ButtonPlaces;
  /** Why nothing can be sent now, whatever the command; null when something can. `changed`: what is shown is not what was read. */
  held: 'pending' | 'offline' | 'changed' | null;
  /** The reader has looked at what changed. */
  acknowledge: () => void;
  /** Something is on its way: the command, or what has become of the request by it. */
  busy: boolean;
  /** Its reader had it to decide, and no longer has: who did what, and when. */
  taken: string | null;
  /** What its reader's last press was refused with, as long as the request is as it was then. */
  error: ProblemError | null;
  /** What its reader's last press was refused with, whatever has come of the request since. */
  refusal: ProblemError | null;
  /** What is still missing before the command may be sent, in words; null when nothing is. */
  lacking: { stance: string | null; comment: string | null };
  /** The button that was pressed and had nothing to say yet: what is written now goes with that one and no other. */
  waiting: AllowedCommand | null;
  /** `said`: what a dialog asked; what stands in the draft is said anyway. */
  send: (option: AllowedCommand, said?: Partial<SaidWith>) => Promise<Sent | null>;
  commentRef: RefObject<HTMLTextAreaElement | null>;
  stepFieldsRef: RefObject<StepFieldsHandle | null>;
}

/** The press of a moment ago took the reader on: a second one, of a double click, is not meant for what now lies under the finger. */
const TOO_SOON_MS = 600;
/** What was decided last, when, and whether what came in its place has been shown since. */
let latest = { id: '', at: 0, followed: true };
const meantForAnother = (id: string): boolean => latest.id !== id && Date.now() - latest.at < TOO_SOON_MS;

/** However late the next request comes: it is counted from when it stands there to be read. */
function useCountFromShown(id: string): void {
  useLayoutEffect(() => {
    if (!latest.followed && latest.id !== id) latest = { ...latest, at: Date.now(), followed: true };
  }, [id]);
}

/** Says how an operator's command ended: whether anybody can go on now. A request that is stuck still is no success. */
function useSayEnd(): (view: RequestView, option: AllowedCommand) => Promise<boolean> {
  const client = useQueryClient();
  const { t } = useTranslation('request');
  const words = useWords();
  return async (view, option) => {
    if (option.scope !== 'operator') return false;
    const now = await client.fetchQuery({ ...requestQuery(view.id), staleTime: 0 });
    const names = now.current.flatMap(({ people }) => people.map((person) => words(person.name))).join(t('joiner'));
    const what = words(option.past);
    const going = names === '' ? what : t('operatedWith', { what, names });
    showToast({
      id: 'decision',
      tone: now.blocked ? 'problem' : 'done',
      text: now.blocked ? t('operatedStuck', { what, why: words(now.blocked.reason) }) : going,
    });
    return true;
  };
}

/** Why nothing can be sent now, and what the reader has to look at first. */
function useHeld(view: RequestView): Pick<DecisionControls, 'held' | 'acknowledge'> {
  const pending = usePendingOf(view.id);
  const online = useOnline();
  const { changed, acknowledge } = useSeenContent(view);
  return { held: pending ? 'pending' : !online ? 'offline' : changed ? 'changed' : null, acknowledge };
}

/** Of this request alone: the page goes on to the next one. */
const waitKey = ({ id }: RequestView, option: AllowedCommand): string => `${id} ${keyOf(option)}`;

/** What can be known here to be missing or wrong: all of it is said at once, each at its place. */
function useLacks(view: RequestView) {
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const stepFieldsRef = useRef<StepFieldsHandle>(null);
  const [lacks, setLacks] = useState<ReturnType<typeof lacksOf>>([]);
  const [waits, setWaits] = useState<string | null>(null);
  /** Whether it may be sent. Fields that a dialog asked for were looked over there. */
  const passes = (option: AllowedCommand, said: SaidWith, apart: boolean): boolean => {
    const found = lacksOf(option, said, taskOf(view, option));
    setLacks(found);
    setWaits(found.includes('comment') ? waitKey(view, option) : null);
    if (found.includes('comment')) commentRef.current?.focus();
    const asksFields = !apart && option.asks.includes('fields');
    const sound = !asksFields || stepFieldsRef.current?.isSound() !== false;
    return found.length === 0 && sound;
  };
  const waiting = view.allowed.find((option) => option.enabled && waitKey(view, option) === waits) ?? null;
  return { lacks, waiting, passes, forget: () => setLacks([]), commentRef, stepFieldsRef };
}

/** Checks what can be known here, sends, and says how it ended. */
function useDecide(view: RequestView, draft: DecisionDraft, onDecided: (() => void) | undefined) {
  const words = useWords();
  const { busy, send } = useSendCommand();
  const showUndo = useUndoToast();
  const sayEnd = useSayEnd();
  const { passes, forget, ...lacking } = useLacks(view);
  const [refused, setRefused] = useState<{ error: ProblemError; n: number } | null>(null);
  const decide = async (option: AllowedCommand, more: Partial<SaidWith> = {}): Promise<Sent | null> => {
    if (meantForAnother(view.id)) return null;
    const said = { ...draft, ...more };
    setRefused(null);
    if (!passes(option, said, more.fields !== undefined)) return null;
    const input = commandOf(view, option, said);
    const sent = await send(input);
    if (sent.end === 'refused') setRefused({ error: sent.error, n: view.n });
    // What the server has is answered late, not never: its reader goes on meanwhile, and a late refusal brings the request back.
    if (sent.end === 'open' && sent.there && option.task !== null) onDecided?.();
    if (sent.end !== 'done') return sent;
    // A press that takes no comment leaves what is written where it is.
    const written = option.asks.includes('comment') ? takeDraft(view.id, said.comment) : null;
    const ofTask = option.task !== null;
    if (ofTask) noteDecided(view.id);
    else if (option.place === 'afterwards') forgetDecided(view.id);
    if (!(await sayEnd(view, option))) showUndo({ undo: sent.undo, shown: view, past: words(input.past), written });
    latest = { id: view.id, at: Date.now(), followed: !ofTask || onDecided === undefined };
    if (ofTask) onDecided?.();
    return sent;
  };
  const changed = (fields: boolean): void => {
    forget();
    if (fields) setRefused(null);
  };
  // Once something has happened to the request, what was said of it before is no longer so.
  const error = refused?.n === view.n ? refused.error : null;
  return { decide, sending: busy, error, refusal: refused?.error ?? null, changed, ...lacking };
}

/** Decides on a request: keeps what is written, and knows what stands in the way. */
export function useDecision(view: RequestView, onDecided: (() => void) | undefined): DecisionControls {
  const { t } = useTranslation('request');
  useCountFromShown(view.id);
  const step = view.task?.step ?? null;
  const draft = useDecisionDraft(view.id, step);
  const { decide, sending, error, refusal, changed, lacks, waiting, commentRef, stepFieldsRef } = useDecide(view, draft, onDecided);
  const busy = useOutdated(view) || sending;
  const change = (part: Partial<DecisionDraft>): void => {
    changed(part.fields !== undefined);
    changeDraft(view.id, step, part);
  };
  return {
    view,
    draft,
    change,
    writeField: (key: string, value: Json): void => change({ fields: { ...draft.fields, [key]: value } }),
    places: buttonPlaces(view),
    ...useHeld(view),
    busy,
    taken: useTakenAway(view),
    error,
    refusal,
    lacking: {
      stance: lacks.includes('stance') ? t('stanceNeeded') : null,
      comment: useTooLong()(draft.comment) ?? (lacks.includes('comment') ? t('commentNeeded') : null),
    },
    waiting,
    send: decide,
    commentRef,
    stepFieldsRef,
  };
}
