import type { Api } from './api';

interface Page {
  items: { id: string; key?: string }[];
  nextCursor: string | null;
}

interface Issued {
  /** Null: somebody issued it for themselves. */
  id: string | null;
  token: string;
}
type Tokens = Map<string, Promise<Issued>>;

/** The people of the pools: ids by key, and a token for each, issued when first needed and revoked at the end. */
export class People {
  private readonly ids = new Map<string, string>();
  private readonly unitIds = new Map<string, string>();
  private readonly tokens: Tokens = new Map();
  private readonly operatorTokens: Tokens = new Map();

  private constructor(
    private readonly api: Api,
    private readonly admin: string,
  ) {}

  /** Looks up everybody named; throws when the directory lacks somebody. */
  static async find(api: Api, admin: string, keys: readonly string[]): Promise<People> {
    const people = new People(api, admin);
    const wanted = new Set(keys);
    for (const { id } of await people.all('/people')) {
      if ([...wanted].every((key) => people.ids.has(key))) break;
      const { body } = await api.must('GET', `/people/${id}`, { token: admin });
      people.ids.set(String(body.key), id);
    }
    for (const { id, key } of await people.all('/units')) if (key) people.unitIds.set(key, id);
    const missing = [...wanted].filter((key) => !people.ids.has(key));
    if (missing.length > 0) throw new Error(`Expected the directory to have ${missing.join(', ')}, but it has nobody of that key`);
    return people;
  }

  id(key: string): string {
    const id = this.ids.get(key);
    if (!id) throw new Error(`Expected a person ${key}, but the directory has none`);
    return id;
  }

  /** The key of somebody whose id was looked up. */
  key(id: string): string {
    const found = [...this.ids].find(([, known]) => known === id)?.[0];
    if (!found) throw new Error(`Expected to know the person ${id}, but nobody of that id was looked up`);
    return found;
  }

  unitId(key: string): string {
    const id = this.unitIds.get(key);
    if (!id) throw new Error(`Expected a unit ${key}, but the directory has none`);
    return id;
  }

  async token(key: string): Promise<string> {
    return (await this.issued(this.tokens, key, ['read', 'act'])).token;
  }

  /** A token of somebody for what is done by a right of theirs. */
  async operatorToken(key: string): Promise<string> {
    return (await this.issued(this.operatorTokens, key, ['read', 'act', 'admin'])).token;
  }

  /** Takes a token that somebody issued for themselves: nobody else can, for people who may do more than the administrator. */
  adopt(key: string, token: string): void {
    this.tokens.set(key, Promise.resolve({ id: null, token }));
  }

  /** Whoever has left has no token any more, when they come back either. */
  forget(key: string): void {
    this.tokens.delete(key);
    this.operatorTokens.delete(key);
  }

  async revokeAll(): Promise<void> {
    for (const issued of [...this.tokens.values(), ...this.operatorTokens.values()]) {
      const token = await issued.catch(() => null);
      if (token?.id) await this.api.send('DELETE', `/tokens/${token.id}`, { token: this.admin });
    }
    this.tokens.clear();
    this.operatorTokens.clear();
  }

  private issued(tokens: Tokens, key: string, scopes: string[]): Promise<Issued> {
    const known = tokens.get(key) ?? this.issue(key, scopes);
    tokens.set(key, known);
    return known;
  }

  private async issue(key: string, scopes: string[]): Promise<Issued> {
    const body = { name: 'replay of an event log', personId: this.id(key), scopes, expiresInDays: 1 };
    const answer = await this.api.must('POST', '/tokens', { token: this.admin, body });
    return { id: String(answer.body.id), token: String(answer.body.token) };
  }

  private async all(path: string): Promise<Page['items']> {
    const items: Page['items'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = `?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const page = (await this.api.must('GET', path + query, { token: this.admin })).body as unknown as Page;
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }
}
