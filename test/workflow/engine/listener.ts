import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as the other system has received it. */
export interface Received {
  method: string;
  path: string;
  id: string;
  /** It is signed with the key that both have. */
  genuine: boolean;
  body: unknown;
}

export interface OtherSystem {
  /** `CALL_TARGETS` of a worker that may call it, as `ledger`. */
  targets: string;
  received: Received[];
  /** Statuses that it answers with next, in order; then 200. A redirect leads to its own `/elsewhere`. */
  answers: number[];
  /** From now on it answers nobody, until what this gives back is called. */
  holdBack(): () => void;
  /** What it says next besides, in order; then `{}`. */
  says: unknown[];
  close(): Promise<void>;
}

const KEY = Buffer.alloc(32, 7);

/** Another system on the loopback, which keeps what it is told. */
export async function otherSystem(): Promise<OtherSystem> {
  const received: Received[] = [];
  const [answers, says]: [number[], unknown[]] = [[], []];
  let free: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const said = (name: string): string => String(request.headers[name] ?? '');
      const signature = createHmac('sha256', KEY)
        .update(`${said('webhook-id')}.${said('webhook-timestamp')}.${text}`)
        .digest('base64');
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        id: said('webhook-id'),
        genuine: said('webhook-signature') === `v1,${signature}` && Math.abs(Date.now() / 1_000 - Number(said('webhook-timestamp'))) < 60,
        body: JSON.parse(text || 'null'),
      });
      void free.then(() => {
        const status = answers.shift() ?? 200;
        response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end(JSON.stringify(says.shift() ?? {}));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const target = { url: `http://127.0.0.1:${port}/api/`, secret: `whsec_${KEY.toString('base64')}`, seconds: 5 };
  return {
    targets: JSON.stringify({ ledger: target }),
    received,
    answers,
    says,
    holdBack: () => {
      let release = (): void => undefined;
      free = new Promise((resolve) => (release = resolve));
      return release;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
