import { afterQuiet, nextTimeOfDay, type QuietHours } from '../../calendar/mail-time';
import type { Notice } from '../../request/effect';
import { topicOf, type NoticeTopic } from './notice-topic';

/** How mail comes: at once, together once a day, or not at all. The bell has everything. */
export const MAIL_WAYS = ['instant', 'digest', 'off'] as const;
export type MailWay = (typeof MAIL_WAYS)[number];

/** What somebody may choose; what is said about their own account always comes at once. */
export const CHOSEN_TOPICS = ['work', 'mine', 'talk', 'copies'] as const satisfies readonly NoticeTopic[];

/** What somebody wishes of mail; times are of the company's clock. */
export interface MailWishes extends Record<(typeof CHOSEN_TOPICS)[number], MailWay> {
  digestAt: string;
  quiet: QuietHours | null;
}

/** What holds for whoever has wished for nothing. */
export const USUAL_MAIL: MailWishes = {
  work: 'instant',
  mine: 'instant',
  talk: 'digest',
  copies: 'digest',
  digestAt: '09:00',
  quiet: null,
};

/** A notice that may go by mail. */
export interface MailableNotice {
  notice: Notice;
  /** ISO, UTC. */
  createdAt: string;
  /** Seconds in which what it tells of may still be taken back. */
  graceSeconds: number;
}

/**
 * When a notice goes out by mail (ISO, UTC); null: never. Counted from when it was made, so that it comes to the same however often it is asked, and
 * a changed wish moves what has not gone yet. Pure.
 */
export function mailTime({ notice, createdAt, graceSeconds }: MailableNotice, wishes: MailWishes, timeZone: string): string | null {
  const topic = topicOf(notice);
  const way = topic === 'account' ? 'instant' : wishes[topic];
  if (way === 'off') return null;
  if (way === 'digest') return afterQuiet(nextTimeOfDay(createdAt, wishes.digestAt, timeZone), wishes.quiet, timeZone);
  const settled = new Date(Date.parse(createdAt) + graceSeconds * 1_000).toISOString();
  return topic === 'account' ? settled : afterQuiet(settled, wishes.quiet, timeZone);
}
