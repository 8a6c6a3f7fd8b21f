import { randomUUID } from 'node:crypto';

/** As much of a request's view as the tests look at. */
export interface View {
  id: string;
  number: string | null;
  status: string;
  outcome: string | null;
  round: number;
  contentHash: string;
  current: { step: string; people: { id: string; name: { zh: string } }[] }[];
  task: { id: string; step: string } | null;
  allowed: { command: string; enabled: boolean; reason: { code: string } | null }[];
}

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

interface Mode {
  people: { id: string; name: { zh: string } }[];
}

/** One of the demo people, signed in with one click, talking to the API as the web does. For whatever a browser test needs to have happened before. */
export class DemoPerson {
  private constructor(
    private readonly url: string,
    readonly id: string,
    private readonly session: { cookie: string; csrf: string },
  ) {}

  /** Signs in by the Chinese name on the demo list. */
  static async signIn(url: string, name: string): Promise<DemoPerson> {
    const mode = (await (await fetch(`${url}/api/v1/auth/mode`)).json()) as Mode;
    const person = mode.people.find((one) => one.name.zh === name);
    if (!person) throw new Error(`Expected ${name} among the demo people, but found ${mode.people.map((one) => one.name.zh).join('、')}`);
    const response = await fetch(`${url}/api/v1/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: person.id }),
    });
    if (!response.ok) throw new Error(`Expected the demo sign-in to succeed, but it answered ${response.status} ${await response.text()}`);
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const cookie = response.headers
      .getSetCookie()
      .map((value) => value.split(';')[0])
      .join('; ');
    return new DemoPerson(url, person.id, { cookie, csrf: csrfToken });
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    options: { body?: unknown; shown?: string } = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        cookie: this.session.cookie,
        'x-csrf-token': this.session.csrf,
        'idempotency-key': randomUUID(),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.shown ? { 'if-match': `"${options.shown}"` } : {}),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T };
  }

  /** Uploads a file, as the form does; answers its reference. */
  async upload(name: string, content: Buffer): Promise<unknown> {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), name);
    const headers = { cookie: this.session.cookie, 'x-csrf-token': this.session.csrf, 'idempotency-key': randomUUID() };
    const response = await fetch(`${this.url}/api/v1/files`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`Expected the upload to succeed, but it answered ${response.status} ${await response.text()}`);
    return response.json();
  }

  async read(requestId: string): Promise<View> {
    const { status, body } = await this.call<View>('GET', `/requests/${requestId}`);
    if (status !== 200) throw new Error(`Expected to read the request, but got ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Drafts and submits in one go; answers the view. */
  async submit(definition: string, form: object): Promise<View> {
    const draft = await this.call<{ id: string }>('POST', '/requests', { body: { definition, form } });
    return this.must(await this.call('POST', `/requests/${draft.body.id}/submit`, { body: {} }));
  }

  /** Decides on the own task of a request. */
  async decide(requestId: string, command: 'approve' | 'reject' | 'return', body: object = {}): Promise<View> {
    const view = await this.read(requestId);
    if (!view.task) throw new Error(`Expected a task on ${view.number}, which stands at ${view.current.map(({ step }) => step).join()}`);
    return this.must(await this.call('POST', `/tasks/${view.task.id}/${command}`, { body, shown: view.contentHash }));
  }

  private must(answer: Answer): View {
    const { view } = answer.body as { view?: View };
    if (answer.status !== 200 || !view) throw new Error(`Expected a view, but got ${answer.status} ${JSON.stringify(answer.body)}`);
    return view;
  }
}
