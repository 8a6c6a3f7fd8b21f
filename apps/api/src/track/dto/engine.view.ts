import { Id, Many, One, OneOf, OneOrNull, Text, TextOrNull, Time, TimeOrNull, Whole } from '../../http/schema/schema.decorators';
import { BilingualView, PersonRef } from '../../http/schema/values.view';

export const EFFECT_STATES = ['waiting', 'claimed', 'done', 'dead', 'cancelled'] as const;

export const EFFECT_QUEUES = ['outbox', 'mail'] as const;

/** Something that was to be done in the world after a decision. */
export class EffectView {
  @Text() id!: string;
  @OneOf(EFFECT_QUEUES, {
    description:
      'Where it waits, and with it which route tries it again: `outbox` by `/track/effects/{id}/retry`, `mail` by `/dead-mails/{id}/resend`.',
  })
  queue!: (typeof EFFECT_QUEUES)[number];
  @One(() => BilingualView) what!: BilingualView;
  @Many(() => PersonRef) to!: PersonRef[];
  @OneOf(EFFECT_STATES, {
    description: '`claimed`: being done; `dead`: given up after many attempts; `cancelled`: taken back before it was done.',
  })
  state!: (typeof EFFECT_STATES)[number];
  @Whole() attempts!: number;
  @TimeOrNull({ description: 'When it is tried next.' }) nextAt!: string | null;
  @TextOrNull({ description: 'For whoever looks into it: what went wrong the last time.' }) error!: string | null;
  @Time() at!: string;
  @OneOf(['here', 'request', 'no'], {
    description:
      '`here`: it may be tried again by itself; `request`: its request knows that it was given up, and an operation of that request begins it again; `no`: `why` says why not.',
  })
  again!: 'here' | 'request' | 'no';
  @OneOrNull(() => BilingualView, { description: 'Why it cannot be tried again by itself.' }) why!: BilingualView | null;
}

/** An effect that was given up, of any request. */
export class DeadEffectItem {
  @Text() id!: string;
  @One(() => BilingualView) what!: BilingualView;
  @OneOrNull(() => BilingualView, { description: 'The step of its request that it is of.' }) step!: BilingualView | null;
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @One(() => BilingualView) definitionTitle!: BilingualView;
  @Whole() attempts!: number;
  @Text({ description: 'For whoever looks into it: what went wrong the last time.' }) detail!: string;
  @OneOf(['here', 'request']) again!: 'here' | 'request';
  @Time({ description: 'When it was asked for.' }) at!: string;
  @Time({ description: 'Since when it is given up.' }) since!: string;
}

export class DeadEffectPage {
  @Many(() => DeadEffectItem) items!: DeadEffectItem[];
  @TextOrNull() nextCursor!: string | null;
}

/** How a request stands with the machinery below it. */
export class EngineView {
  @Text({ description: 'Id of its durable run.' }) run!: string;
  @TextOrNull({ description: 'Its run in the Temporal screens; null where their address is not set.' }) link!: string | null;
  @Many(() => EffectView, { description: 'Newest first; mails that tell of the request stand among them until they have left.' })
  effects!: EffectView[];
}

/** What does not go on by itself, at most 1,000 each. */
export class AlarmsView {
  @Whole({ description: 'Requests that nobody can move.' }) stuck!: number;
  @Whole({ description: 'Requests that are late, and of which nobody is told by itself any more.' }) unheeded!: number;
  @Whole({ description: 'Operations that could not be delivered.' }) undelivered!: number;
  @Whole({ description: 'Decided, but the run does not confirm it.' }) unconfirmed!: number;
  @Whole({ description: 'Effects that were given up.' }) failed!: number;
  @Whole({ description: 'Requests whose rows and audit trail disagree.' }) diverged!: number;
  @Whole({ description: 'Requests that were to start by themselves and could not.' }) notStarted!: number;
}
