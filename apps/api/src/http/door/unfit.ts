import { cutText, type Bilingual } from '@countersign/domain';
import type { BodyLimit } from './limits';

/** Why a value may not enter, and where it stands. */
export interface Unfit {
  /** Path of the value, such as `form.items.0.note`; empty for the whole. */
  place: string;
  code: 'unstorable-text' | 'too-deep' | 'too-many-values' | 'unsafe-number' | 'reserved-name' | 'long-name';
}

export const UNFIT_TEXT: Record<Unfit['code'], Bilingual> = {
  'unstorable-text': {
    zh: '含有无法保存的控制字符或残缺字符，请删除后再试',
    en: 'contains control characters or broken characters that cannot be saved; please remove them',
  },
  'too-deep': { zh: '嵌套层数太多', en: 'is nested too deeply' },
  'too-many-values': { zh: '内容的项数太多', en: 'contains too many values' },
  'unsafe-number': {
    zh: '数字的位数太多，无法精确保存，请减少位数',
    en: 'is a number with more digits than can be stored exactly; please shorten it',
  },
  'long-name': { zh: '字段名太长', en: 'has a name that is too long' },
  'reserved-name': { zh: '这个名称不能使用', en: 'is a name that cannot be used' },
};

/** C0 without tab, line feed and carriage return; DEL; C1: PostgreSQL refuses the first of them, and no person can see or mean the others. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Whether a text can be stored and shown: no control signs, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !CONTROL.test(text) && text.isWellFormed();

interface Node {
  value: unknown;
  name: string;
  parent: Node | null;
  depth: number;
}

/** The first value that may not enter; null when all may. Walks without recursion, through at most `limit.values` values. */
export function firstUnfit(whole: unknown, limit: Pick<BodyLimit, 'values' | 'depth'>): Unfit | null {
  const waiting: Node[] = [{ value: whole, name: '', parent: null, depth: 0 }];
  let seen = 0;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const code = codeOf(node, limit.depth);
    if (code) return { place: placeOf(node), code };
    if (typeof node.value !== 'object' || node.value === null || Buffer.isBuffer(node.value)) continue;
    for (const [name, value] of Object.entries(node.value)) {
      seen += 1;
      if (seen > limit.values) return { place: '', code: 'too-many-values' };
      waiting.push({ value, name, parent: node, depth: node.depth + 1 });
    }
  }
  return null;
}

function codeOf({ value, name, depth }: Node, deepest: number): Unfit['code'] | null {
  if (name === '__proto__') return 'reserved-name';
  if (!isStorable(name)) return 'unstorable-text';
  if (typeof value === 'string') return isStorable(value) ? null : 'unstorable-text';
  if (typeof value === 'number') return isExact(value) ? null : 'unsafe-number';
  return typeof value === 'object' && value !== null && depth > deepest ? 'too-deep' : null;
}

/** JSON reads `1e999` as infinity, and digits beyond 2^53 as some neighbour. */
const isExact = (value: number): boolean => Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

const LONGEST_NAME = 60;
const PLACES_TOLD = 8;

/** Names cleaned and cut, for they are the caller's. */
function placeOf(node: Node): string {
  const names: string[] = [];
  for (let at: Node | null = node; at?.parent; at = at.parent) names.unshift(cleanName(at.name));
  return names.length <= PLACES_TOLD ? names.join('.') : `${names.slice(0, PLACES_TOLD).join('.')}…`;
}

/** A name of the caller's, fit to be answered. */
export const cleanName = (name: string): string => {
  const clean = name.toWellFormed().replace(new RegExp(CONTROL, 'g'), '\ufffd');
  return cutText(clean, LONGEST_NAME);
};
