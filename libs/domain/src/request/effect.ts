import type { Bilingual, Json } from '../text/bilingual';
import type { OwnNotices } from './words/own-words';
import type { FormValues, Outcome } from './request-state';
import type { ParentLink } from './links/child-record';
import type { DroppedWhy } from './transition';

/** What a request begins with that another one starts. */
export interface ChildStart {
  /** Key of its process. */
  definition: string;
  form: FormValues;
  begins: 'submitted' | 'draft';
  parent: ParentLink;
}

/** What is asked of another system. */
export interface SentCall {
  /** Its name, as whoever runs the house has set it up. */
  to: string;
  method: string;
  path: string;
  body: Record<string, Json>;
  /** The request waits for the answer. */
  waits: boolean;
}

/** What must now be done in the world. JSON; leaves through the outbox only. */
export type Effect =
  | {
      type: 'notify';
      notice: Notice;
      to: string[];
      step: string | null;
      /** In-app notices wait for nothing. */ immediate: true;
      /** When it is due what is told (ISO). */ due?: string;
    }
  | {
      type: 'supersede-notices';
      /** Open in-app notices of this step's settled tasks are marked superseded in place. */ step: string | null;
    }
  /** A request is to be begun. What it is given is told when the effect is kept, from the form as it stands then. */
  | {
      type: 'start-child';
      child: string;
      /** Null where a person starts it by hand: then `process` is the key of its process. */
      step: string | null;
      process?: string;
      requester: string;
      row: number | null;
      start?: ChildStart;
    }
  /** Something is asked of another system. What is sent is told when the effect is kept, from the form as it stands then. */
  | { type: 'call'; call: string; step: string; sent?: SentCall }
  /** A request that was started is not wanted any more. */
  | { type: 'end-child'; child: string; step: string | null; why: DroppedWhy }
  /** The request that started this one hears how it has ended. */
  | {
      type: 'tell-parent';
      parent: string;
      step: string | null;
      outcome: Outcome;
      /** Absent: the request whose effect it is. */ child?: string;
    }
  /** Requests that name this one as approved and in force hear that it is so no more. */
  | { type: 'tell-citing'; step: null }
  /** Lines of the budget follow what the request plans, as far as it is approved and closed. */
  | { type: 'follow-plan'; step: null }
  /** Grants follow the authority that the request asks for, as far as it is approved and closed. */
  | { type: 'follow-grant'; step: null }
  /** What was told of the decision `of` (its n), which is no more: its in-app notices of this kind are marked superseded, delivered or still on their way. */
  | { type: 'take-back-notices'; of: number; notice: Notice; step: string | null };

/** In-app notices that no operation alone sends. */
export const HOUSE_NOTICES = [
  'task-opened',
  'request-approved',
  'request-blocked',
  'copy-received',
  'comment-added',
  'mentioned',
  'token-issued',
  'link-issued',
  'rights-changed',
  'absence-asked',
  'absence-accepted',
  'absence-declined',
  'absence-ended',
  'command-undelivered',
  'command-given-up',
  'request-stuck',
  'draft-expires',
  'child-to-fill-in',
  'scheduled-to-fill-in',
  'scheduled-not-started',
  'linked-revoked',
  'year-unknown',
] as const;
export type HouseNotice = (typeof HOUSE_NOTICES)[number];
/** Kinds of in-app notices; each has a text in both languages. */
export type Notice = HouseNotice | OwnNotices[keyof OwnNotices];

/** What a notice is about. */
export interface NoticeSubject {
  /** The request's line in lists, e.g. 报销 · 陈列道具 · 徐汇店. */
  request: Bilingual;
  requester: Bilingual;
  /** Title of the step that the notice is about. */
  step: Bilingual | null;
  /** Who did it; null where nobody did. */
  actor: Bilingual | null;
  /** When it is due, in the reader's words; absent where it is due at no moment. */
  due?: Bilingual;
}
export type EffectType = Effect['type'];
