import { parseArgs } from 'node:util';

export interface Options {
  log: string;
  definition: string;
  mapping: string | null;
  limit: number;
  url: string | null;
  token: string | null;
  concurrency: number;
  json: boolean;
  where: Record<string, string[]>;
  sample: number | null;
  seed: string;
}

export const USAGE = `Replays an event log (XES, plain or gzip) through the HTTP API, each case as one request.

  npm run replay:log -- <file.xes.gz> --definition <key | file.json> --mapping <file.json> [options]

  --definition   a definition as a JSON file, or the key of one that ships with the product
  --mapping      how activities, people and attributes of the log become commands (docs/replay.md)
  --limit n      the first n cases only
  --where a=v    only cases whose trace attribute a is v; may be given again
  --sample n     n cases chosen by chance, the same ones for the same --seed (default 1)
  --url          a running product; left out, a throw-away one is started
  --token        with --url: an access token of somebody who may import the directory, publish definitions and issue tokens
  --concurrency  cases at the same time (default 12)
  --json         the last line is the result as JSON`;

/** Reads the command line; throws with what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      definition: { type: 'string' },
      mapping: { type: 'string' },
      limit: { type: 'string' },
      where: { type: 'string', multiple: true, default: [] },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      url: { type: 'string' },
      token: { type: 'string' },
      concurrency: { type: 'string', default: '12' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [log, ...more] = positionals;
  if (values.help || !log || more.length > 0 || !values.definition) throw new Error(USAGE);
  if (values.url && !values.token) throw new Error('Expected --token together with --url, but there is none');
  return {
    log,
    definition: values.definition,
    mapping: values.mapping ?? null,
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : positive('--limit', values.limit),
    url: values.url?.replace(/\/+$/, '') ?? null,
    token: values.token ?? null,
    concurrency: positive('--concurrency', values.concurrency),
    json: values.json,
    where: readWhere(values.where),
    sample: values.sample === undefined ? null : positive('--sample', values.sample),
    seed: values.seed,
  };
}

/** Several values of one attribute are alternatives. */
function readWhere(texts: readonly string[]): Record<string, string[]> {
  const where: Record<string, string[]> = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at < 1) throw new Error(`Expected --where attribute=value, but got ${text}`);
    (where[text.slice(0, at)] ??= []).push(text.slice(at + 1));
  }
  return where;
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`Expected ${name} to be a whole number above zero, but got ${text}`);
  return value;
}
