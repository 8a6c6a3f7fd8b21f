import { MailRepository, WordedNoticesRepository, clock, type OutgoingMail } from '@countersign/database';
import { Metrics, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';
import { letter } from './letter';
import { MailServer, type Delivery } from './mail-server';

const LOOK_MS = 1_000;
const BATCH = 20;
/** After so many attempts that the server answered, a mail is given up; while it does not answer at all, after a day. */
const ATTEMPTS = 8;
const PATIENCE_MS = 24 * 60 * 60_000;
const AGAIN_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3_600;

/** Sends notices by mail, as their people wish: claims first, then reads what is still so, then sends. Without a mail server it does nothing. */
@Injectable()
export class Mailer {
  constructor(
    private readonly mails: MailRepository,
    private readonly notices: WordedNoticesRepository,
    private readonly server: MailServer,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
    rounds: Rounds,
  ) {
    const failed = 'mails could not be looked after';
    if (server.isOn) rounds.add({ failed, round: () => this.round(), rest: LOOK_MS, over: () => server.close() });
  }

  private async round(): Promise<boolean> {
    const more = await this.mails.plan();
    const claimed = await this.mails.claim(BATCH);
    await Promise.all(claimed.map((mail) => this.send(mail)));
    return more || claimed.length === BATCH;
  }

  private async send(mail: OutgoingMail): Promise<void> {
    const notices = await this.notices.fresh(mail, mail.notices);
    // What was decided, read or taken back in the meantime is not sent, nor anything to somebody who has left.
    if (notices.length === 0 || !mail.active || mail.address === null) return this.mails.settled(mail.id, 'dropped');
    const [only] = notices;
    const thread = notices.length === 1 && only ? only.requestId : null;
    const to = { name: mail.name, address: mail.address };
    const delivery = await this.server.send({ id: mail.id, to, thread, letter: letter(mail, notices, this.server.site) });
    if (delivery.kind === 'sent') return this.mails.settled(mail.id, 'sent');
    return this.failed(mail, delivery);
  }

  private async failed({ id, attempts, createdAt }: OutgoingMail, { kind, why }: Exclude<Delivery, { kind: 'sent' }>): Promise<void> {
    const patient = kind === 'unreachable' && clock.ms() - createdAt.getTime() < PATIENCE_MS;
    const never = kind === 'refused' || (kind === 'unreachable' && !patient) || (kind === 'failed' && attempts >= ATTEMPTS);
    this.log.lines[never ? 'error' : 'warn']({ mail: id, attempt: attempts, kind }, 'a mail was not sent');
    if (never) this.metrics.alarms.inc({ kind: 'dead-mail' });
    const afterSeconds = patient ? AGAIN_SECONDS : Math.min(AGAIN_SECONDS * 2 ** (attempts - 1), LONGEST_WAIT_SECONDS);
    await this.mails.failed(id, why, never ? 'never' : { afterSeconds, uncounted: patient });
  }
}
