import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problem/problem';
import { ADDRESS_LIMIT } from './limits';
import { cleanName, isStorable } from './unfit';

const PROGRAM = new Set(['api', 'health', 'metrics']);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * One address has one spelling: whatever would mean a route of the program if somebody in between decoded, folded or tidied it, and is not
 * written as the route is, does not exist. So nothing behind needs to guess what an address means. Ids are the one exception: programs print them in
 * capitals too, and everything behind gets them small.
 */
export const oneSpelling = (request: Request, _response: Response, next: NextFunction): void => {
  const { path } = request;
  if (request.originalUrl.length > ADDRESS_LIMIT) throw new Problem('invalid-parameter', { name: 'url' });
  const segments = path.slice(1).split('/').map(decoded);
  const meant = segments.find((segment) => segment !== '' && segment !== '.');
  if (meant === undefined || !PROGRAM.has(plain(meant))) return next();
  const [first, ...rest] = path.slice(1).split('/');
  if (first !== plain(meant) || rest.some((_, at) => !isPlainSegment(segments[at + 1] ?? '')))
    throw new Problem('not-found', { what: 'route' });
  if (!METHODS.has(request.method)) throw new Problem('not-found', { what: 'route' });
  refuseUnreadableQuery(request);
  request.url = withSmallIds(request.url, segments);
  next();
};

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Ids as PostgreSQL writes them: it finds a row by any spelling, but what bears the id (a run, a press, a file) has one name only. */
function withSmallIds(url: string, segments: readonly string[]): string {
  if (!segments.some((segment) => ID.test(segment))) return url;
  const query = url.indexOf('?');
  const path = segments.map((segment) => (ID.test(segment) ? segment.toLowerCase() : encodeURIComponent(segment))).join('/');
  return `/${path}${query < 0 ? '' : url.slice(query)}`;
}

/** As a careless reader would take it. */
const plain = (segment: string): string =>
  segment
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s./\\]+/, '')
    .split(/[\s./\\;]/, 1)[0] ?? '';

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem('invalid-parameter', { name: 'path' });
  }
}

/** Not empty, no way up or round, no separator in disguise, no dot at its end. */
const isPlainSegment = (segment: string): boolean => segment !== '' && !/[/\\]|\.$/.test(segment) && isStorable(segment);

/** Node reads a broken percent sign as some character; a caller who wrote one did not mean that. */
function refuseUnreadableQuery(request: Request): void {
  const at = request.originalUrl.indexOf('?');
  if (at < 0) return;
  for (const pair of request.originalUrl.slice(at + 1).split('&')) {
    const [name = ''] = pair.split('=', 1);
    const text = textOf(pair);
    if (text === null || !isStorable(text)) throw new Problem('invalid-parameter', { name: cleanName(textOf(name) ?? name) });
  }
}

function textOf(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
