import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/** Below this the line is no faster for it, and the processor is busier. */
const LARGE = 4_096;
/**
 * Answers that carry a secret (CSRF token, bearer token, link) stay as they are: the length of a compressed text tells what it has in common with
 * what a stranger got into it. What the sign-in page asks first is known to everybody.
 */
const SECRET = /^\/api\/v1\/(me|auth(?!\/mode$)|tokens|people\/[^/]+\/password-link)(\/|$)/;

/** Compresses large texts: the web app, long lists. Never the stream, which must not wait for a block to fill. */
export const compressed = (): RequestHandler => compression({ threshold: LARGE, filter: mayCompress });

function mayCompress(request: Request, response: Response): boolean {
  const streams = String(response.getHeader('Content-Type')).startsWith('text/event-stream');
  return !streams && !SECRET.test(request.path) && compression.filter(request, response);
}
