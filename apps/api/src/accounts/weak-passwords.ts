import { canonicalText, isUnseen, ownValue } from '@countersign/domain';

/** Why a password would be guessed first. */
export type Weakness = 'blank' | 'repeated' | 'own-name' | 'common';

/** Rows of keyboards and counting, up and down: whatever goes along one of them is guessed first. */
const ROWS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
].flatMap((row) => [row, [...row].reverse().join('')]);

/** Words that the lists of leaked passwords are made of, of the size that this program asks for; and this program's own. */
const WORDS = [
  ...[
    'password',
    'passwort',
    'passwd',
    'passcode',
    'pass',
    'welcome',
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
    'login',
    'letmein',
  ],
  ...['master', 'superman', 'batman', 'dragon', 'monkey', 'football', 'baseball', 'basketball', 'soccer', 'hockey', 'princess', 'sunshine'],
  ...['shadow', 'iloveyou', 'loveyou', 'love', 'lovely', 'trustno', 'starwars', 'whatever', 'computer', 'internet', 'samsung', 'google'],
  ...['facebook', 'secret', 'default', 'changeme', 'change', 'temp', 'test', 'testing', 'hello', 'helloworld', 'world', 'summer', 'winter'],
  ...[
    'spring',
    'autumn',
    'company',
    'office',
    'manager',
    'finance',
    'store',
    'shop',
    'china',
    'beijing',
    'shanghai',
    'guangzhou',
    'shenzhen',
  ],
  ...['woaini', 'woaini', 'wodemima', 'mima', 'zhongguo', 'gongsi', 'countersign', 'huiqian', 'correcthorsebatterystaple'],
];
const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };
/** Signs that a password has to say beside what everybody would try. */
const OWN_SIGNS = 5;
const RUN = 4;

/** What is wrong with a password for this person; null where it would take guessing. Pure; case and width do not make one stronger. */
export function weaknessOf(password: string, names: readonly string[]): Weakness | null {
  if (isUnseen(password)) return 'blank';
  const signs = password.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const period = periodOf(signs);
  if (new Set(signs).size < OWN_SIGNS || (period < OWN_SIGNS && period < signs.length)) return 'repeated';
  if (names.some((name) => isMostly(signs, name))) return 'own-name';
  const unit = signs.slice(0, period);
  // Figures as they are, as the letters that they are written for, and left out.
  const readings = [unit, [...unit].map((sign) => ownValue(LEET, sign) ?? sign).join(''), unit.replace(/[^\p{L}]/gu, '')];
  const own = readings.map((reading) => withoutRuns(withoutWords(reading)).replace(/[^\p{L}\p{N}]/gu, ''));
  const letters = own.slice(1).map((text) => text.replace(/[^\p{L}]/gu, ''));
  const counted = /\p{L}/u.test(unit) ? [...own, ...letters] : own.slice(0, 1);
  return counted.some((text) => text.length < OWN_SIGNS) ? 'common' : null;
}

/** The shortest beginning that the text repeats from end to end; its length where it repeats nothing. */
function periodOf(text: string): number {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return length;
  return text.length;
}

function isMostly(signs: string, name: string): boolean {
  const bare = (text: string): string => canonicalText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const own = bare(name);
  return own.length > 2 && bare(signs).includes(own) && bare(signs).replaceAll(own, '').length < OWN_SIGNS;
}

/** Longest words first, so that none is taken apart by a shorter one. */
function withoutWords(text: string): string {
  return [...WORDS].sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), text);
}

/** Without what goes along a row for four signs or more. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const run = longestRun(text, at);
    if (run < RUN) rest += text[at];
    at += run < RUN ? 1 : run;
  }
  return rest;
}

function longestRun(text: string, from: number): number {
  let length = RUN - 1;
  while (from + length < text.length && ROWS.some((row) => row.includes(text.slice(from, from + length + 1)))) length += 1;
  return length;
}
