import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A text that the product says. */
export interface Said {
  /** Line in its file. */
  at: string;
  language: 'zh' | 'en';
  /** Places for values are written `{{…}}`, as the screens write them. */
  text: string;
}

const HAN = /\p{Script=Han}/u;

/** A literal as it is read; null for anything else. */
function read(node: ts.Node | undefined): string | null {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `{{…}}${literal.text}`).join('');
}

/** English stands where it is called so, or right behind the Chinese of the same thing: `f('同意', 'Approve')`, `zh ? '是' : 'on'`. */
function isEnglish(node: ts.Node, file: string): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && (file.includes('/i18n/en/') || parent.name.getText() === 'en');
  if (ts.isConditionalExpression(parent)) return parent.whenFalse === node && HAN.test(read(parent.whenTrue) ?? '');
  const siblings = ts.isCallExpression(parent) ? parent.arguments : ts.isArrayLiteralExpression(parent) ? parent.elements : null;
  if (siblings === null) return false;
  return HAN.test(read(siblings[siblings.indexOf(node as ts.Expression) - 1]) ?? '');
}

/** Every text of a source file, in the order in which they stand. Comments say nothing to users. */
export function said(file: string): Said[] {
  const code = readFileSync(file, 'utf8');
  if (!HAN.test(code) && !/\ben: |\/i18n\/en\//.test(code + file)) return [];
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node) ? null : read(node);
    const language = text === null ? null : HAN.test(text) ? 'zh' : isEnglish(node, file) ? 'en' : null;
    if (text !== null && language !== null) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ at: String(line + 1), language, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
