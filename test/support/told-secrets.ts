import { existsSync, readFileSync } from 'node:fs';

/** A word that tests put where people's words, figures and secrets stand: no log may hold it. */
export const CANARY = 'canary-7f3a9c';

/** What no log may hold, by its shape. */
const SECRETS: Record<string, RegExp> = {
  'what somebody wrote': new RegExp(CANARY, 'i'),
  'an access token': /cst_[\w-]{20,}/,
  'the secret of a link': /\/links?\/[\w-]{30,}/,
  'a session': /cs_session=\w/,
  'a hash of a password': /\$argon2id\$v=/,
  'a password of the tests': /a long enough password|correct horse battery|a new long password/,
  'the values of a query': /"parameters":|\bDETAIL:|Key \([^)]*\)=\(/,
  'a password of the database': /postgres(ql)?:\/\/[^:\s]+:[0-9a-f]{16,}@/,
};

/** What of that these log files tell, each with the line in which it stands. */
export function toldSecrets(files: readonly string[]): string[] {
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .flatMap((line) => Object.entries(SECRETS).flatMap(([name, shape]) => (shape.test(line) ? [`${name}: ${line.slice(0, 600)}`] : [])));
}
