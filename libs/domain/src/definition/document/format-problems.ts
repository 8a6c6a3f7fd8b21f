import type { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import { cutText } from '../../text/cut-text';
import { formatWords, tellKnown } from './format-words';
import { valueAt } from '../../text/own-value';

type Issue = z.core.$ZodIssue;

/** One place where a document does not have the form that its schema asks for. */
export interface FormatProblem {
  /** Keys and indices joined by dots; empty for the document itself. */
  path: string;
  message: Bilingual;
}

/** More than this nobody reads at once. */
const MOST_PROBLEMS = 100;

/** The alternative that the writer meant: of a step the one of its kind, else the one with the least against it. */
function meant(alternatives: Issue[][]): Issue[] {
  const ofKind = alternatives.filter((issues) => !issues.some(({ path }) => path.length === 1 && path[0] === 'kind'));
  const [first = [], ...rest] = ofKind.length > 0 ? ofKind : alternatives;
  return rest.reduce((best, each) => (each.length < best.length ? each : best), first);
}

interface Placed {
  issue: Issue;
  path: PropertyKey[];
}

/** Whether anything was written at a place. */
function isPresent(json: unknown, path: readonly PropertyKey[]): boolean {
  return valueAt(json, path) !== undefined;
}

/** The property without which an object is not of this alternative; undefined where it has it, or where it asks for no object. */
function lacked(issues: Issue[], path: PropertyKey[], json: unknown): string | undefined {
  const lacking = issues.find((each) => each.path.length === 1 && !isPresent(json, [...path, ...each.path]));
  return lacking && String(lacking.path[0]);
}

/** What is wrong, at the innermost place that can be told: “one of several forms” helps nobody. */
function innermost(issue: Issue, before: PropertyKey[], json: unknown): Placed[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const marks = issue.errors.map((issues) => lacked(issues, path, json));
  // Nothing of what stands there says which form was meant: all of them are told, and not one at random.
  if (new Set(marks).size > 1 && marks.every((mark) => mark !== undefined))
    return [{ issue: oneOfThese(issue, marks, unknownTo(issue.errors)), path }];
  const written = issue.errors.filter((_, at) => marks[at] === undefined);
  const inner = meant(written.length > 0 ? written : issue.errors);
  return inner.length > 0 ? inner.flatMap((each) => innermost(each, path, json)) : [{ issue, path }];
}

/** As many names as a message bears. */
const cut = (names: string[]): string => cutText(names.slice(0, 5).join(', '), 61);

/** Properties that no form knows: misspelt, as a rule. */
function unknownTo(forms: Issue[][]): string[] {
  const unknown = forms.map((issues) =>
    issues.flatMap((each) => (each.code === 'unrecognized_keys' && each.path.length === 0 ? each.keys : [])),
  );
  const [first = [], ...rest] = unknown;
  return first.filter((key) => rest.every((keys) => keys.includes(key)));
}

function oneOfThese(issue: Issue, marks: (string | undefined)[], unknown: string[]): Issue {
  const names = [...new Set(marks)];
  const instead = unknown.length === 0 ? { zh: '', en: '' } : { zh: `，没有「${cut(unknown)}」`, en: `, there is no ${cut(unknown)}` };
  const params = { zh: `须写明以下之一：${names.join('、')}${instead.zh}`, en: `must have one of: ${names.join(', ')}${instead.en}` };
  return { ...issue, code: 'custom', params } as Issue;
}

/** What zod found in a document, each at the innermost place that can be told. Pure. */
export const innermostIssues = (issues: readonly Issue[], json: unknown): Placed[] => issues.flatMap((issue) => innermost(issue, [], json));

/** What is empty is told as that, and not also as written in a wrong way. */
function withoutEmptyTwice(placed: readonly Placed[]): Placed[] {
  const empty = new Set(placed.flatMap(({ issue, path }) => (issue.code === 'too_small' ? [path.join('.')] : [])));
  return placed.filter(({ issue, path }) => issue.code === 'too_small' || !empty.has(path.join('.')));
}

/** What zod found in a document, in both languages and in words of ours, the first hundred. Pure. */
export function formatProblemsOf(issues: readonly Issue[], json: unknown): FormatProblem[] {
  return withoutEmptyTwice(innermostIssues(issues, json))
    .slice(0, MOST_PROBLEMS)
    .map(({ issue, path }) => ({ path: path.map(String).join('.'), message: formatWords(issue, isPresent(json, path)) }));
}

/** Reads a document, so that what is wrong with it can be said in words of ours. Pure. */
export const readDocument = <T>(schema: z.ZodType<T>, json: unknown): z.ZodSafeParseResult<T> =>
  schema.safeParse(json, { error: tellKnown });

/** Everything that keeps a document from being read, in both languages; none = its form is right. Pure. */
export function formatProblems(schema: z.ZodType, json: unknown): FormatProblem[] {
  return formatProblemsOf(readDocument(schema, json).error?.issues ?? [], json);
}
