import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext } from '../support/chromium';
import { startTestPostgres } from '../support/postgres-server';
import { startStack } from '../support/stack';
import { startTestTemporal } from '../support/temporal-server';
import { expenseOf } from '../e2e/world/forms';
import { DemoPerson } from '../e2e/world/demo-person';

/**
 * `npm run bench:visit`: what a first visit costs. Bytes over the line for the sign-in page and for the inbox, and the time until the inbox
 * can be used, at 1.6 Mbit/s with 150 ms to the server and a processor four times slower; nothing in the cache, no Chinese font on the
 * device unless it has one. `npm run bench:visit -- <url>` measures a product that runs already, in demo mode.
 */
const LINE = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const SLOWER = 4;
const RUNS = 3;
const GOALS = { bytes: 250_000, usableMs: 2_500 };

interface Visit {
  bytes: Record<string, number>;
  total: number;
  usableMs: number;
  shift: number;
}

const kindOf = (url: string): string => {
  if (url.includes('/api/')) return 'api';
  return /\.(\w+)(?:\?|$)/.exec(new URL(url).pathname)?.[1] ?? 'html';
};

/** Opens an address in a page that knows nothing yet, and waits until `usable` is there. */
async function visit(page: Page, address: string, usable: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  const urls = new Map<string, string>();
  const bytes: Record<string, number> = {};
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kindOf(urls.get(requestId) ?? 'http://x/');
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    const found = window as unknown as { shift: number };
    found.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) found.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const began = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(usable).first().waitFor({ timeout: 60_000 });
  const usableMs = Date.now() - began;
  await page.evaluate(() => document.fonts.ready);
  const total = Object.values(bytes).reduce((sum, each) => sum + each, 0);
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
  return { bytes, total, usableMs, shift };
}

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
  console.log(
    `${name.padEnd(8)} ${(total / 1000).toFixed(0)} kB (goal ${GOALS.bytes / 1000}: ${kinds.join(', ')})  usable after ${usable} ms (goal ${GOALS.usableMs})  shift ${last?.shift.toFixed(3)}`,
  );
}

async function measure(url: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const door: Visit[] = [];
    const inbox: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const fresh = await openContext(browser);
      door.push(await visit(await fresh.newPage(), `${url}/login`, 'form button[type=submit]'));
      await fresh.close();
      const context = await signedIn(browser, url, /张伟/);
      inbox.push(await visit(await context.newPage(), `${url}/inbox`, '[data-row]'));
      await context.close();
    }
    say('sign-in', door);
    say('inbox', inbox);
  } finally {
    await browser.close();
  }
}

/** A throw-away product with some requests in the inbox. */
async function withProduct(work: (url: string) => Promise<void>): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const postgres = await startTestPostgres();
    stops.push(() => postgres.stop());
    const temporal = await startTestTemporal();
    stops.push(() => temporal.stop());
    const stack = await startStack({ servers: { databaseUrl: postgres.url, temporalAddress: temporal.address } });
    stops.push(() => stack.stop());
    const requester = await DemoPerson.signIn(stack.url, '李娜');
    for (const amount of ['310.00', '520.00', '730.00'])
      await requester.submit('expense-reimbursement', await expenseOf(requester, amount));
    await work(stack.url);
  } finally {
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => console.error(error));
  }
}

const given = process.argv[2];
(given ? measure(given.replace(/\/$/, '')) : withProduct(measure)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
