import type { CDPSession, Page } from 'playwright-core';

/** A slow line and a slow device: 1.6 Mbit/s, 150 ms to the server, a processor four times slower. */
const LINE = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const SLOWER = 4;
/** Nothing has come for so long: that was all. */
const QUIET_MS = 1_500;

/** How a page says to the tester that it can be used. */
const NOW_USABLE = 'nowUsable';

/** What a visit with an empty cache cost. Bytes as transferred, heads of answers included. */
export interface Visit {
  /** Until the page could be used, and until nothing came any more, by kind. */
  before: number;
  bytes: Record<string, number>;
  total: number;
  usableMs: number;
  /** Until what is to be read stood there; null where nothing was to be. */
  readMs: number | null;
  shift: number;
}

/** Selectors: what can be used once it is there, and what the visitor came to read. */
export interface Wanted {
  usable: string;
  read?: string;
}

const kindOf = (url: string): string => {
  if (url.includes('/api/')) return 'api';
  return /\.(\w+)(?:\?|$)/.exec(new URL(url).pathname)?.[1] ?? 'html';
};

/** Counts what comes over the line. */
class Scales {
  readonly bytes: Record<string, number> = {};
  /** What had come when the page could first be used. */
  usable: { before: number; at: number } | null = null;
  private lastAt = Date.now();

  constructor(session: CDPSession) {
    const urls = new Map<string, string>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kindOf(urls.get(requestId) ?? 'http://x/');
      this.bytes[kind] = (this.bytes[kind] ?? 0) + encodedDataLength;
      this.lastAt = Date.now();
    });
    session.on('Runtime.bindingCalled', ({ name }) => {
      if (name === NOW_USABLE) this.usable ??= { before: this.total(), at: Date.now() };
    });
  }

  total(): number {
    return Object.values(this.bytes).reduce((all, each) => all + each, 0);
  }

  async quiet(): Promise<void> {
    while (Date.now() - this.lastAt < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Lets the page itself say when it can first be used. Whoever asks from outside asks late on a busy machine: further code has come by then, or
 * the page has begun anew because code did not come.
 */
async function sayUsable(page: Page, session: CDPSession, usable: string): Promise<void> {
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: NOW_USABLE });
  await page.addInitScript(
    ([selector, say]) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        (window as unknown as Record<string, ((said: string) => void) | undefined>)[say]?.('');
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    [usable, NOW_USABLE] as const,
  );
}

async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const found = window as unknown as { shift: number };
    found.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) found.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Opens an address in a page that knows nothing yet, waits for what is wanted and for everything that comes along. `slow`: on a slow line and device. */
export async function visit(page: Page, address: string, { usable, read }: Wanted, slow = true): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  const scales = new Scales(session);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  }
  await countShifts(page);
  await sayUsable(page, session, usable);
  const began = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(usable).first().waitFor({ timeout: 60_000 });
  if (read) await page.locator(read).first().waitFor({ timeout: 60_000 });
  const readMs = read ? Date.now() - began : null;
  await scales.quiet();
  const { shift } = await (await page.waitForFunction(() => ({ shift: (window as unknown as { shift: number }).shift }))).jsonValue();
  // What the page does from here on is nobody's visit: it has line and device for itself again.
  await session.detach();
  if (!scales.usable) throw new Error(`Expected the page to say when ${usable} was there, but it did not`);
  const { before, at } = scales.usable;
  return { before, bytes: scales.bytes, total: scales.total(), usableMs: at - began, readMs, shift };
}
