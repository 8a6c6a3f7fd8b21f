import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, openContext } from '../support/chromium';
import { startTestPostgres } from '../support/postgres-server';
import { Parts } from '../support/parts';
import { startStack } from '../support/stack';
import { startTestTemporal } from '../support/temporal-server';
import { visit, type Visit } from '../support/visit';
import { expenseOf } from '../e2e/world/forms';
import { DemoPerson } from '../e2e/world/demo-person';

/**
 * `npm run bench:visit`: what a first visit costs. Bytes over the line for the sign-in page and for the inbox, and the time until the inbox
 * can be used (its rows stand there, the first can be opened) and its first request read, at 1.6 Mbit/s with 150 ms to the server and a
 * processor four times slower; nothing in the cache, no Chinese font on the device unless it has one. `npm run bench:visit -- <url>` measures a product that runs already, in demo mode.
 */
const RUNS = 3;

async function signedIn(browser: Browser, url: string, name: RegExp): Promise<BrowserContext> {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.goto(`${url}/login`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(/\/inbox/);
  await page.close();
  return context;
}

const median = (numbers: number[]): number => [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

function say(name: string, visits: Visit[]): void {
  const last = visits[visits.length - 1];
  const kinds = Object.entries(last?.bytes ?? {}).map(([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(0)}`);
  const usable = median(visits.map(({ usableMs }) => usableMs));
  const total = median(visits.map((each) => each.total));
  const read = visits.every(({ readMs }) => readMs !== null)
    ? `, first request after ${median(visits.map(({ readMs }) => readMs ?? 0))} ms`
    : '';
  const before = median(visits.map((each) => each.before));
  console.log(
    `${name.padEnd(8)} ${(before / 1000).toFixed(0)} kB until it can be used, ${(total / 1000).toFixed(0)} kB in all (${kinds.join(', ')})  ` +
      `usable after ${usable} ms${read}  shift ${last?.shift.toFixed(3)}`,
  );
}

async function measure(url: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const door: Visit[] = [];
    const inbox: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const fresh = await openContext(browser);
      door.push(await visit(await fresh.newPage(), `${url}/login`, { usable: 'form button[type=submit]' }));
      await fresh.close();
      const context = await signedIn(browser, url, /张伟/);
      inbox.push(await visit(await context.newPage(), `${url}/inbox`, { usable: '[data-row]', read: 'article [role=region] h2' }));
      await context.close();
    }
    console.log('Goals: sign-in 250 kB in all, inbox usable after 2,500 ms');
    say('sign-in', door);
    say('inbox', inbox);
  } finally {
    await browser.close();
  }
}

/** A throw-away product with some requests in the inbox. */
async function withProduct(work: (url: string) => Promise<void>): Promise<void> {
  const parts = new Parts();
  try {
    const postgres = await parts.add(startTestPostgres());
    const temporal = await parts.add(startTestTemporal());
    const stack = await parts.add(startStack({ servers: { databaseUrl: postgres.url, temporalAddress: temporal.address } }));
    const requester = await DemoPerson.signIn(stack.url, '李娜');
    for (const amount of ['310.00', '520.00', '730.00'])
      await requester.submit('expense-reimbursement', await expenseOf(requester, amount));
    await work(stack.url);
  } finally {
    await parts.stop();
  }
}

const given = process.argv[2];
(given ? measure(given.replace(/\/$/, '')) : withProduct(measure)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
