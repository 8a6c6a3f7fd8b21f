import { createHash, type Hash } from 'node:crypto';

/** How far a request had come. */
export interface SealedRequest {
  requestId: string;
  n: number;
  /** The link of the request's own chain at `n`. */
  chain: string;
}

/** The chain of a company before its first seal: bound to it, so that no company's can be passed off as another's. */
export function sealStart(companyId: string): string {
  return createHash('sha256').update(`countersign/seals/${companyId}`, 'utf8').digest('hex');
}

/** SHA-256 of the seal before and of a line for each request that had moved since, in the order of their ids. */
export class SealHash {
  private readonly hash: Hash;
  /** Requests so far. */
  requests = 0;

  constructor(previous: string) {
    this.hash = createHash('sha256').update(previous, 'utf8');
  }

  add(rows: readonly SealedRequest[]): void {
    for (const { requestId, n, chain } of rows) this.hash.update(`\n${requestId} ${n} ${chain}`, 'utf8');
    this.requests += rows.length;
  }

  end(): string {
    return this.hash.digest('hex');
  }
}
