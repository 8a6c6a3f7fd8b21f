import { createServer } from 'node:http';
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

/** Express as the program serves it: one spelling per route, and no patience for callers who send a request byte by byte. */
export class ApiAdapter extends ExpressAdapter {
  constructor() {
    super(strictExpress());
  }

  override initHttpServer(): void {
    this.httpServer = createServer(SERVER_LIMITS, this.getInstance() as Parameters<typeof createServer>[1]);
    this.httpServer.maxHeadersCount = HEADERS;
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
