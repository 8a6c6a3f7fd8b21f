import { Caller } from './caller';
import type { Stack } from './stack';

/** The demo's administrator, who has no card on the sign-in page: signed in by a link of the command line. */
export async function administrator(stack: Stack): Promise<Caller> {
  const link = /\/link\/([\w-]+)/.exec(await stack.cli('reset-password', 'lu-ning'))?.[1] ?? '';
  const { body, headers } = await new Caller(stack.url).post<{ csrfToken: string }>(`/auth/links/${link}`, {
    password: 'a long enough password',
  });
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return new Caller(stack.url, '', { Cookie: cookie, 'X-CSRF-Token': body.csrfToken });
}
