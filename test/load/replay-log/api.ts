import http from 'node:http';
import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';

/** What the API answered. `ms` is the time from sending to the last byte, of the last attempt. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  ms: number;
}

export interface Call {
  token: string;
  body?: unknown;
  /** Idempotency-Key: the same for every attempt of one press. */
  key?: string;
  /** Content hash of what was shown. */
  shown?: string | null;
  /** Further headers. */
  headers?: Record<string, string>;
}

const ATTEMPTS = 6;
const TIMEOUT_MS = 60_000;

/** The product's HTTP API, as any client of it sees it. Connections are kept; 429, 503 and lost connections are tried again. */
export class Api {
  private readonly base: URL;
  private readonly agent: http.Agent;

  constructor(url: string, connections: number) {
    this.base = new URL(url);
    const options = { keepAlive: true, maxSockets: connections };
    this.agent = this.base.protocol === 'https:' ? new https.Agent(options) : new http.Agent(options);
  }

  get(path: string, token: string): Promise<Answer> {
    return this.send('GET', path, { token });
  }

  post(path: string, call: Call): Promise<Answer> {
    return this.send('POST', path, call);
  }

  /** Like `get` and `post`, but anything other than 2xx is an error that says what was asked. */
  async must(method: string, path: string, call: Call): Promise<Answer> {
    const answer = await this.send(method, path, call);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw new Error(`Expected ${method} ${path} to succeed, but the API answered ${answer.status} ${problemText(answer)}`);
  }

  async send(method: string, path: string, call: Call): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.once(method, path, call).catch((error: unknown) => error as Error);
      const again = answer instanceof Error ? isLostConnection(answer) : answer.status === 429 || answer.status === 503;
      if (!again || attempt === ATTEMPTS) {
        if (answer instanceof Error) throw answer;
        return answer;
      }
      await pause(200 * 2 ** (attempt - 1));
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once(method: string, path: string, call: Call): Promise<Answer> {
    const payload = call.body === undefined ? null : Buffer.from(JSON.stringify(call.body));
    const headers: Record<string, string | number> = {
      Accept: 'application/json',
      'Accept-Language': 'en',
      Authorization: `Bearer ${call.token}`,
      ...(payload ? { 'Content-Type': 'application/json', 'Content-Length': payload.length } : {}),
      ...(call.key ? { 'Idempotency-Key': call.key } : {}),
      ...(call.shown ? { 'If-Match': `"${call.shown}"` } : {}),
      ...call.headers,
    };
    const started = performance.now();
    const client = this.base.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const url = new URL(`/api/v1${path}`, this.base);
      const request = client.request(url, { method, headers, agent: this.agent, timeout: TIMEOUT_MS }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks)), ms: performance.now() - started }),
        );
      });
      request.on('timeout', () => request.destroy(new Error(`Expected an answer to ${method} ${path} within ${TIMEOUT_MS / 1000} s`)));
      request.on('error', reject);
      request.end(payload ?? undefined);
    });
  }
}

/** What a problem (RFC 9457) says, for people. */
export function problemText({ body }: Answer): string {
  const parts = [body.code, body.title, body.detail].filter((part, index, all) => typeof part === 'string' && all.indexOf(part) === index);
  const errors = ((body.errors ?? []) as { field: string; message: { en: string } }[]).slice(0, 20);
  return [...parts, ...errors.map(({ field, message }) => `${field}: ${message.en}`)].join(' · ') || JSON.stringify(body).slice(0, 400);
}

function parse(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  } catch {
    return { detail: bytes.toString('utf8').slice(0, 400) };
  }
}

function isLostConnection(error: Error): boolean {
  return ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'].includes((error as NodeJS.ErrnoException).code ?? '');
}
