import type { Bilingual } from '../../text/bilingual';
import { isStorableText } from '../../text/storable-text';
import type { DocumentLimits } from '../limits';
import type { FormatProblem } from './format-problems';
import { beginningOf } from '../../text/cut-text';

interface Node {
  value: unknown;
  key: string;
  inside: Node | null;
  depth: number;
}

/**
 * What makes a whole document unfit to be looked at closely: too many values, nesting without end, a text that cannot be stored; null = nothing.
 * Pure, without recursion, and it stops at the limit: no document costs more than the largest that is taken.
 */
export function documentFault(json: unknown, limits: DocumentLimits): FormatProblem | null {
  const open: Node[] = [{ value: json, key: '', inside: null, depth: 0 }];
  let seen = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    seen += 1;
    if (node.depth > limits.deep) return { path: pathOf(node), message: tooDeep(limits.deep) };
    if (typeof node.value === 'string' && !isStorableText(node.value)) return { path: pathOf(node), message: UNSTORABLE };
    if (typeof node.value !== 'object' || node.value === null) continue;
    const members = Object.entries(node.value);
    if (seen + open.length + members.length > limits.values) return { path: pathOf(node), message: tooLarge(limits.values) };
    for (const [key, value] of members) {
      if (!isStorableText(key)) return { path: pathOf(node), message: UNSTORABLE };
      open.push({ value, key, inside: node, depth: node.depth + 1 });
    }
  }
  return null;
}

/** The first keys of the way to a place: a path of ten thousand names would help nobody. */
function pathOf(node: Node): string {
  const keys: string[] = [];
  for (let at: Node | null = node; at?.inside; at = at.inside) keys.push(beginningOf(at.key, 60));
  const shown = keys.reverse().slice(0, 10);
  return shown.join('.') + (keys.length > shown.length ? '…' : '');
}

const UNSTORABLE: Bilingual = {
  zh: '含有无法保存的字符',
  en: 'contains characters that cannot be saved',
};

function tooDeep(deep: number): Bilingual {
  return { zh: `嵌套过深，最多 ${deep} 层`, en: `is nested too deeply: at most ${deep} levels` };
}

function tooLarge(values: number): Bilingual {
  return { zh: `内容过多，整份文件最多 ${values} 个值`, en: `is too large: at most ${values} values in the whole document` };
}
