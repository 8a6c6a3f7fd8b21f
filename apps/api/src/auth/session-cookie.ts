import type { CookieOptions, Request, Response } from 'express';

export const SESSION_COOKIE = 'cs_session';
export const SESSION_DAYS = 14;

const options = (secure: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'lax', secure, path: '/' });

export function setSessionCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(SESSION_COOKIE, token, { ...options(secure), maxAge: SESSION_DAYS * 86_400_000 });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(SESSION_COOKIE, options(secure));
}

export function sessionTokenOf(request: Request): string | null {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[SESSION_COOKIE];
  return typeof value === 'string' && value.length > 0 && value.length < 200 ? value : null;
}
