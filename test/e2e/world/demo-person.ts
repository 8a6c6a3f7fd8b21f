import { randomUUID } from 'node:crypto';
import { demoCaller, type Answer, type Caller } from '../../support/caller';

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
  lists: { items: { id: string; seen: number }[] }[];
}

/** One of the demo people, signed in with one click. For whatever a browser test needs to have happened before. */
export class DemoPerson {
  private constructor(private readonly caller: Caller) {}

  /** Signs in by the Chinese name on the demo list. */
  static async signIn(url: string, name: string): Promise<DemoPerson> {
    return new DemoPerson(await demoCaller(url, name));
  }

  /** Somebody who is signed in already. */
  static of(caller: Caller): DemoPerson {
    return new DemoPerson(caller);
  }

  get id(): string {
    return this.caller.personId;
  }

  /** One press: every call has a key of its own. */
  call<T = Record<string, unknown>>(method: string, path: string, options: { body?: unknown; shown?: string } = {}): Promise<Answer<T>> {
    const { body, shown } = options;
    const headers = { 'Idempotency-Key': randomUUID(), ...(shown ? { 'If-Match': `"${shown}"` } : {}) };
    return this.caller.with(headers).send<T>(method, path, body);
  }

  /** Uploads a file, as the form does; answers its reference. */
  async upload(name: string, content: Buffer): Promise<unknown> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    const { status, body } = await this.call('POST', '/files', { body: form });
    if (status >= 300) throw new Error(`Expected the upload to succeed, but it answered ${status} ${JSON.stringify(body)}`);
    return body;
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

  /** Decides on the own task of a request, or says what is owed before that. */
  async decide(requestId: string, command: 'approve' | 'reject' | 'return' | 'answer-demand', body: object = {}): Promise<View> {
    const view = await this.read(requestId);
    if (!view.task) throw new Error(`Expected a task on ${view.number}, which stands at ${view.current.map(({ step }) => step).join()}`);
    return this.must(await this.call('POST', `/tasks/${view.task.id}/${command}`, { body, shown: view.contentHash }));
  }

  /** What came of a press; one that is not known at once is waited for, as the page does. */
  private async must(answer: Answer): Promise<View> {
    let { status, body } = answer;
    for (
      const until = Date.now() + 60_000;
      status === 202 && Date.now() < until;
      await new Promise((resolve) => setTimeout(resolve, 300))
    ) {
      const found = await this.call('GET', `/commands/${String(answer.body.commandId)}`);
      if (found.body.status !== 'open') ({ status, body } = found);
    }
    const { view } = body as { view?: View };
    if (status !== 200 || !view) throw new Error(`Expected a view, but got ${status} ${JSON.stringify(body)}`);
    return view;
  }
}
