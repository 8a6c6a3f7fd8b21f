import type { z } from 'zod';
import type { Bilingual } from '../text/bilingual';
import { formatWords } from './format-words';

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

/** What is wrong, at the innermost place that can be told: “one of several forms” helps nobody. */
function innermost(issue: Issue, before: PropertyKey[] = []): Placed[] {
  const path = [...before, ...issue.path];
  const inner = issue.code === 'invalid_union' ? meant(issue.errors) : [];
  return inner.length > 0 ? inner.flatMap((each) => innermost(each, path)) : [{ issue, path }];
}

/** What zod found, each at the innermost place that can be told. Pure. */
export const innermostIssues = (issues: readonly Issue[]): Placed[] => issues.flatMap((issue) => innermost(issue));

/** Whether anything was written at a place. */
function isPresent(json: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce<unknown>(
    (place, key) =>
      typeof place === 'object' && place !== null && Object.hasOwn(place, key) ? (place as Record<PropertyKey, unknown>)[key] : undefined,
    json,
  );
  return value !== undefined;
}

/** What is empty is told as that, and not also as written in a wrong way. */
function withoutEmptyTwice(placed: readonly Placed[]): Placed[] {
  const empty = new Set(placed.flatMap(({ issue, path }) => (issue.code === 'too_small' ? [path.join('.')] : [])));
  return placed.filter(({ issue, path }) => issue.code === 'too_small' || !empty.has(path.join('.')));
}

/** What zod found in a document, in both languages and in words of ours, the first hundred. Pure. */
export function formatProblemsOf(issues: readonly Issue[], json: unknown): FormatProblem[] {
  return withoutEmptyTwice(innermostIssues(issues))
    .slice(0, MOST_PROBLEMS)
    .map(({ issue, path }) => ({ path: path.map(String).join('.'), message: formatWords(issue, isPresent(json, path)) }));
}

/** Everything that keeps a document from being read, in both languages; none = its form is right. Pure. */
export function formatProblems(schema: z.ZodType, json: unknown): FormatProblem[] {
  return formatProblemsOf(schema.safeParse(json).error?.issues ?? [], json);
}
