import { addressOf, isPlainPath, type Query } from './address';
import { takeAhead } from './ahead';
import type { Problem } from './wire';

/** An answer that is not a success, in the caller's language; `status` 0 means that no answer came at all. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
  }
  get status(): number {
    return this.problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
}

let csrfToken = '';
let language = 'zh-CN';
let onSignedOut: () => void = () => undefined;

/** What every later call carries: the session's CSRF token, the language of error texts, whom to tell when the session ended. */
export function configureClient(settings: { csrfToken?: string; language?: string; onSignedOut?: () => void }): void {
  csrfToken = settings.csrfToken ?? csrfToken;
  language = settings.language ?? language;
  onSignedOut = settings.onSignedOut ?? onSignedOut;
}

export interface CallOptions {
  query?: Query;
  body?: unknown;
  /** One key per press of a button: a repeated call with it is the same command. */
  idempotencyKey?: string;
  /** Content hash of what was shown. */
  ifMatch?: string | undefined;
  /** `minimal`: done is answer enough, what became of it is read afterwards. */
  prefer?: 'minimal';
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export function headersOf(method: Method, options: CallOptions): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
  if (method !== 'GET') headers.set('X-CSRF-Token', csrfToken);
  if (options.body !== undefined && !(options.body instanceof FormData)) headers.set('Content-Type', 'application/json');
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  if (options.prefer) headers.set('Prefer', `return=${options.prefer}`);
  if (options.ifMatch) headers.set('If-Match', `"${options.ifMatch}"`);
  return headers;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const known = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return { ...known, title: known.title ?? response.statusText, code: known.code ?? `http-${response.status}`, status: response.status };
}

/** Calls the API and returns the parsed answer. Throws `ProblemError` for everything that is not a success. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  if (!isPlainPath(path)) throw new ProblemError({ title: 'not found', code: 'not-found', status: 404 });
  const body = options.body === undefined ? null : options.body instanceof FormData ? options.body : JSON.stringify(options.body);
  const init: RequestInit = { method, headers: headersOf(method, options), body, credentials: 'same-origin' };
  if (options.signal) init.signal = options.signal;
  const address = addressOf(path, options.query);
  const ahead = method === 'GET' ? takeAhead(address) : undefined;
  const response = await (ahead ?? fetch(address, init)).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    throw new ProblemError({ title: 'offline', code: 'offline', status: 0 });
  });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const problem = await problemOf(response);
  if (problem.status === 401 && !path.startsWith('/auth/')) onSignedOut();
  throw new ProblemError(problem);
}
