export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

/** Signed in by one click at a running product in demo mode. */
export async function demoCaller(url: string, name: string): Promise<Caller> {
  const nobody = new Caller(url);
  const { body: mode } = await nobody.get<{ people: { id: string; name: { zh: string } }[] }>('/auth/mode');
  const person = mode.people.find((each) => each.name.zh === name);
  if (!person) throw new Error(`Expected ${name} among the demo people, but they are not`);
  const { body, headers } = await nobody.post<{ csrfToken: string }>('/auth/demo', { personId: person.id });
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return new Caller(url, person.id, { Cookie: cookie, 'X-CSRF-Token': body.csrfToken, 'Accept-Language': 'en' }, true);
}

/** Somebody who calls the API: by a session, by a bearer token, or as nobody. */
export class Caller {
  constructor(
    private readonly url: string,
    readonly personId: string = '',
    private readonly headers: Record<string, string> = {},
    /** There is a worker: what is not known of a press yet will be. */
    private readonly waits = false,
  ) {}

  /** Its headers, for calls that no method here makes. */
  headersForFetch(): Record<string, string> {
    return { ...this.headers };
  }

  /** The same caller with further headers. */
  with(headers: Record<string, string>): Caller {
    return new Caller(this.url, this.personId, { ...this.headers, ...headers }, this.waits);
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body);
  }

  /** A press with a key of its own. Where a busy machine knows nothing of it yet (202), it is asked again under that key for a while. */
  async press<T = Record<string, unknown>>(path: string, body: unknown = {}, shown?: string): Promise<Answer<T>> {
    const caller = this.with({ 'Idempotency-Key': crypto.randomUUID(), ...(shown ? { 'If-Match': `"${shown}"` } : {}) });
    let answer = await caller.post<T>(path, body);
    for (const until = Date.now() + 20_000; this.waits && answer.status === 202 && Date.now() < until;)
      answer = await caller.post<T>(path, body);
    return answer;
  }

  /** An answer that goes on, as it comes. */
  async open(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { body } = await fetch(`${this.url}/api/v1${path}`, { headers: this.headers, signal });
    if (!body) throw new Error(`Expected a stream at ${path}, but the answer has no body`);
    return body as ReadableStream<Uint8Array>;
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const form = body instanceof FormData;
    const response = await fetch(
      path.startsWith('/api') || /^\/(health|metrics)/.test(path) ? `${this.url}${path}` : `${this.url}/api/v1${path}`,
      {
        method,
        headers: { ...this.headers, ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }) },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    const json = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers };
  }
}
