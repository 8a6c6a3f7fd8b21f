import { DemoPerson } from '../world/demo-person';

/** One decision of a story: who, what, and with which words and fields. */
export type Move = readonly [name: string, command: 'approve' | 'reject' | 'return', body?: object];

/** The demo people of a running product, each signed in once. */
export class Cast {
  private readonly people = new Map<string, Promise<DemoPerson>>();

  constructor(private readonly url: string) {}

  person(name: string): Promise<DemoPerson> {
    const known = this.people.get(name) ?? DemoPerson.signIn(this.url, name);
    this.people.set(name, known);
    return known;
  }

  /** Takes a request through decisions, one after another. */
  async walk(id: string, moves: readonly Move[]): Promise<void> {
    for (const [name, command, body] of moves) await (await this.person(name)).decide(id, command, body);
  }

  /** Submits, then walks; answers the request's id. */
  async tell(requester: string, definition: string, form: object, moves: readonly Move[]): Promise<string> {
    const { id } = await (await this.person(requester)).submit(definition, form);
    await this.walk(id, moves);
    return id;
  }

  /** A call that has to succeed. */
  async must<T>(name: string, method: string, path: string, body: unknown): Promise<T> {
    const answer = await (await this.person(name)).call<T>(method, path, { body });
    if (answer.status >= 300)
      throw new Error(`Expected ${path} to succeed, but it answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
