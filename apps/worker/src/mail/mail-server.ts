import { withoutEnd } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { WorkerSettings } from '../worker-settings';
import type { Letter } from './letter';

/** What a letter is sent with. */
export interface Envelope {
  /** The same for every attempt, so that servers know a letter that they had before. */
  id: string;
  to: { name: string; address: string };
  /** What it belongs to: mails of one request stand together. */
  thread: string | null;
  letter: Letter;
}

/** What came of an attempt. `refused`: this mail will never be taken. `unreachable`: no mail would be taken just now. */
export type Delivery = { kind: 'sent' } | { kind: 'refused' | 'unreachable' | 'failed'; why: string };

/** Errors of the way to the server: none of them is the fault of a mail. */
const ON_THE_WAY = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'EAUTH',
  'ENOTFOUND',
  'ETLS',
  'EPROTOCOL',
]);

/** The mail server of the installation. */
@Injectable()
export class MailServer {
  private readonly transport: Transporter | null;
  /** Address under which people reach the product. */
  readonly site: string;
  private readonly from: string;
  private readonly host: string;

  constructor({ env }: WorkerSettings) {
    this.site = withoutEnd(env.PUBLIC_URL ?? '', '/');
    this.from = env.MAIL_FROM ?? '';
    this.host = this.site === '' ? 'localhost' : new URL(this.site).hostname;
    const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, pool: true, maxConnections: 2 };
    this.transport =
      env.SMTP_URL === undefined
        ? null
        : createTransport({ url: env.SMTP_URL, ...limits, disableFileAccess: true, disableUrlAccess: true });
  }

  get isOn(): boolean {
    return this.transport !== null;
  }

  async send({ id, to, thread, letter }: Envelope): Promise<Delivery> {
    if (this.transport === null) return { kind: 'unreachable', why: 'no mail server is set' };
    const references = thread === null ? {} : { references: [this.idOf(`request.${thread}`)], inReplyTo: this.idOf(`request.${thread}`) };
    try {
      await this.transport.sendMail({
        ...{ from: this.from, to, messageId: this.idOf(id), ...references, ...letter },
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  close(): void {
    this.transport?.close();
  }

  private idOf(name: string): string {
    return `<${name}@${this.host}>`;
  }
}

function outcomeOf(error: unknown): Delivery {
  const { code = '', responseCode = 0, message } = error as { code?: string; responseCode?: number; message: string };
  if (responseCode >= 500 && code !== 'EAUTH') return { kind: 'refused', why: message };
  return { kind: (responseCode === 0 && ON_THE_WAY.has(code)) || code === 'EAUTH' ? 'unreachable' : 'failed', why: message };
}
