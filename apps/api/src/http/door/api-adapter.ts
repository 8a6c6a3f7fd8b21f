import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Express } from 'express';

/**
 * How long a caller may take, and how much they may say before the program looks at it. Node closes what takes longer with 408.
 * A large upload over a slow line (20 MB at 1.6 Mbit/s) takes 100 seconds.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 150_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
} as const;
const HEADERS = 100;

/**
 * Express as the program serves it: one spelling per route, no patience for callers who send a request byte by byte, and nobody who waits with an
 * idle connection when the program ends.
 */
export class ApiAdapter extends ExpressAdapter {
  /** Open connections, each with the requests on it that have no answer yet. */
  private readonly connections = new Map<Socket, number>();
  private closing = false;

  constructor() {
    super(strictExpress());
  }

  override initHttpServer(): void {
    this.httpServer = createServer(SERVER_LIMITS, this.getInstance() as Parameters<typeof createServer>[1]);
    this.httpServer.maxHeadersCount = HEADERS;
    this.httpServer.on('connection', (socket: Socket) => {
      this.connections.set(socket, 0);
      socket.once('close', () => this.connections.delete(socket));
    });
    this.httpServer.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.busier(socket, 1);
      response.once('close', () => this.busier(socket, -1));
    });
  }

  /** Whoever waits for an answer gets it; browsers keep connections open that have had theirs, or never asked, and would hold the program for a minute. */
  override close(): Promise<void> {
    this.closing = true;
    const closed = super.close();
    for (const [socket, waiting] of this.connections) if (waiting === 0) socket.destroySoon();
    return closed as Promise<void>;
  }

  private busier(socket: Socket, by: number): void {
    const waiting = this.connections.get(socket);
    if (waiting === undefined) return;
    this.connections.set(socket, waiting + by);
    if (this.closing && waiting + by === 0) socket.destroySoon();
  }
}

/** The router reads these once, when it is first asked for: before Nest has it. */
function strictExpress(): Express {
  const instance = express();
  instance.set('case sensitive routing', true);
  instance.set('strict routing', true);
  instance.set('query parser', 'simple');
  return instance;
}
