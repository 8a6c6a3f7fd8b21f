import { addressOf, type Query } from './address';

/** What was asked before there was anybody to answer to, by address. */
const asked = new Map<string, Promise<Response>>();
/** An answer that nobody has taken by then is no longer what the server would say. */
const FRESH_MS = 10_000;

/** Asks the API while the code that wants to know is still on its way. The first `call` of that address gets the answer. */
export function askAhead(language: string, path: string, query?: Query): void {
  const address = addressOf(path, query);
  const answer = fetch(address, { headers: { Accept: 'application/json', 'Accept-Language': language }, credentials: 'same-origin' });
  // Who takes it hears of its failure; where nobody does, it is no error.
  answer.catch(() => undefined);
  asked.set(address, answer);
  setTimeout(() => asked.delete(address), FRESH_MS);
}

/** The answer that is on its way already, for one caller. */
export function takeAhead(address: string): Promise<Response> | undefined {
  const answer = asked.get(address);
  asked.delete(address);
  return answer;
}

/** Somebody signs in or out: what was asked before was asked as somebody else. */
export const forgetAhead = (): void => asked.clear();
