import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Dice } from '../support/dice';
import { fromSchema, spoilt, type Schema } from './from-schema';
import type { hostileOf } from './hostile';
import { PDF, ROLES, type Role, type World } from './world';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Route {
  method: string;
  path: string;
  operation: Operation;
}

/** One call as it is sent. */
export interface Call {
  role: Role;
  method: string;
  address: string;
  headers: Record<string, string>;
  body: string | Buffer | FormData | undefined;
}

const document = JSON.parse(readFileSync(path.resolve(__dirname, '..', '..', 'openapi.json'), 'utf8')) as Document;

export const ROUTES: readonly Route[] = Object.entries(document.paths).flatMap(([at, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path: at, operation })),
);

/** Makes calls: most of them almost right, some with one thing wrong, some with nothing right. */
export class Calls {
  constructor(
    private readonly world: World,
    private readonly dice: Dice,
    private readonly hostile: ReturnType<typeof hostileOf>,
  ) {}

  /** One of a route that chance picks; sign-in is tried less often than it is there. */
  next(route: Route = this.dice.pick(ROUTES)): Call {
    const { method, path: template, operation } = route;
    const address = this.addressOf(template, operation);
    const { body, type } = this.bodyOf(operation);
    const headers = { ...this.headersOf(operation), ...(type ? { 'Content-Type': type } : {}) };
    return { role: this.dice.pick(ROLES), method, address, headers, body };
  }

  private addressOf(template: string, { parameters = [] }: Operation): string {
    const { dice } = this;
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (dice.chance(0.12)) return this.raw();
      if (name === 'id') return this.world.idOf(template, dice);
      return encodeURIComponent(String(this.world.known(name, {}, dice) ?? this.hostile.text(dice)).toWellFormed());
    });
    const asked = parameters.filter((parameter) => parameter.in === 'query' && (parameter.required || dice.chance(0.35)));
    const pairs = asked.map(({ name, schema = {} }) => `${name}=${this.queryValue(name, schema)}`);
    if (dice.chance(0.03)) pairs.push(`${this.raw()}=${this.raw()}`);
    return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
  }

  private queryValue(name: string, schema: Schema): string {
    if (this.dice.chance(0.3)) return this.raw();
    return encodeURIComponent(String(this.valid(schema, name)).toWellFormed());
  }

  /** Text of an address as somebody would write it who knows no rules. */
  private raw(): string {
    const { dice } = this;
    if (dice.chance(0.2))
      return dice.pick(['%', '%00', '%ff', '%ed%a0%80', '%2f', '%5c', '%2e%2e', '%0a', '%e2%82', '%u0041', '+', '%25%30%30']);
    return encodeURIComponent(this.hostile.text(dice).toWellFormed().slice(0, 1_500));
  }

  private headersOf({ parameters = [] }: Operation): Record<string, string> {
    const { dice } = this;
    const headers: Record<string, string> = { 'X-Forwarded-For': `10.${dice.whole(250)}.${dice.whole(250)}.${dice.whole(250)}` };
    for (const { name, in: where, required } of parameters) {
      if (where !== 'header' || (!required && dice.chance(0.6)) || dice.chance(0.05)) continue;
      headers[name] = dice.chance(0.12) ? this.headerText() : name === 'If-Match' ? `"${'a'.repeat(64)}"` : `fuzz-${dice.whole(1e9)}`;
    }
    if (dice.chance(0.05)) headers[dice.pick(['Accept-Language', 'Prefer', 'Cookie', 'Authorization', 'X-CSRF-Token'])] = this.headerText();
    return headers;
  }

  private headerText(): string {
    // What a client library sends at all: visible signs of Latin-1.
    return this.hostile
      .text(this.dice)
      .replace(/[^\x20-\x7e\xa0-\xff]/g, '')
      .slice(0, 2_000);
  }

  private bodyOf({ requestBody }: Operation): Pick<Call, 'body'> & { type: string | null } {
    const { dice } = this;
    const [[type, { schema = {} }] = [null, {}]] = Object.entries(requestBody?.content ?? {});
    if (type === null) return { body: undefined, type: null };
    if (type.startsWith('multipart/')) return this.upload();
    const valid = schema.$ref?.endsWith('/DefinitionInput') ? this.world.definition(dice) : this.valid(schema, '');
    const sent = dice.chance(0.45) ? valid : spoilt(valid, dice, (each) => this.hostile.value(each));
    const text = JSON.stringify(dice.chance(0.04) ? this.hostile.value(dice) : sent);
    if (dice.chance(0.03)) return { body: text.slice(0, dice.whole(text.length)), type: 'application/json' };
    if (dice.chance(0.02)) return { body: Buffer.from(text.replaceAll('a', '\u00ff'), 'latin1'), type: 'application/json' };
    return {
      body: text,
      type: dice.chance(0.02) ? dice.pick(['text/plain', 'application/xml', 'multipart/form-data', 'x']) : 'application/json',
    };
  }

  private upload(): Pick<Call, 'body'> & { type: string | null } {
    const { dice } = this;
    if (dice.chance(0.3))
      return {
        body: `--b\r\nContent-Disposition: form-data; name="${this.headerText()}"\r\n\r\nx\r\n--b--`,
        type: 'multipart/form-data; boundary=b',
      };
    const form = new FormData();
    const content = dice.chance(0.6) ? new Uint8Array(PDF) : this.hostile.text(dice).toWellFormed();
    form.append(
      dice.chance(0.9) ? 'file' : 'other',
      new Blob([content]),
      dice.chance(0.6) ? 'invoice.pdf' : this.hostile.text(dice).toWellFormed(),
    );
    if (dice.chance(0.3))
      form.append('requestId', dice.chance(0.5) ? this.world.idOf('/api/v1/requests', dice) : this.hostile.text(dice).toWellFormed());
    return { body: form, type: null };
  }

  private valid(schema: Schema, name: string): unknown {
    const known = this.world.known.bind(this.world);
    return fromSchema({ schemas: document.components.schemas, known, dice: this.dice }, schema, name);
  }
}
