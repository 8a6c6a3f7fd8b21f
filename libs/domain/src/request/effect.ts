/** What must now be done in the world. JSON; leaves through the outbox only. */
export type Effect =
  | { type: 'notify'; notice: Notice; to: string[]; step: string | null; /** In-app notices wait for nothing. */ immediate: true }
  | {
      type: 'supersede-notices';
      /** Open in-app notices of this step's settled tasks are marked superseded in place. */ step: string | null;
    }
  /** What was told of the decision `of` (its n), which is no more: its in-app notices of this kind are marked superseded, delivered or still on their way. */
  | { type: 'take-back-notices'; of: number; notice: Notice; step: string | null };

/** Kinds of in-app notices; each has a text in both languages. */
export const NOTICES = [
  'task-opened',
  'request-returned',
  'request-approved',
  'request-rejected',
  'request-withdrawn',
  'request-terminated',
  'decision-undone',
  'request-blocked',
  'copy-received',
  'comment-added',
  'token-issued',
  'link-issued',
  'command-undelivered',
  'command-given-up',
  'request-stuck',
  'draft-expires',
] as const;
export type Notice = (typeof NOTICES)[number];
export type EffectType = Effect['type'];
