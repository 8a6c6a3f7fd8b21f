import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext } from '../../support/chromium';

export type Language = 'zh' | 'en';
type Width = 1440 | 390;

/** One screen to photograph: its address, and what has to be done there first. */
export interface Shot {
  name: string;
  path: string;
  /** The Chinese name of the demo person who looks; absent = nobody has signed in. */
  reader?: string;
  dark?: boolean;
  /** Only at this width. */
  only?: Width;
  /** The whole page instead of what fits the window. */
  whole?: boolean;
  before?: (page: Page, width: Width) => Promise<void>;
}

const HEIGHT: Record<Width, number> = { 1440: 900, 390: 844 };
const locale: Record<Language, 'zh-CN' | 'en'> = { zh: 'zh-CN', en: 'en' };

/** Photographs screens of a running product into a folder, one window after another. */
export class Camera {
  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  /** Takes all pictures of one reader in one language; answers what the pages complained about. */
  async takeAll(reader: string | undefined, shots: readonly Shot[], language: Language): Promise<string[]> {
    const context = await openContext(this.browser, { locale: locale[language] });
    const complaints: string[] = [];
    try {
      if (reader) await this.signIn(context, reader, language);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      for (const shot of shots) await this.takeAtEveryWidth(page, shot, language);
    } finally {
      await context.close();
    }
    return complaints;
  }

  private async signIn(context: BrowserContext, reader: string, language: Language): Promise<void> {
    const api = `${this.url}/api/v1`;
    const mode = (await (await context.request.get(`${api}/auth/mode`)).json()) as { people: { id: string; name: { zh: string } }[] };
    const personId = mode.people.find(({ name }) => name.zh === reader)?.id;
    const session = await context.request.post(`${api}/auth/demo`, { data: { personId } });
    if (!session.ok()) throw new Error(`Expected ${reader} to sign in, but the answer was ${session.status()} ${await session.text()}`);
    const { csrfToken } = (await session.json()) as { csrfToken: string };
    await context.request.patch(`${api}/me`, { headers: { 'x-csrf-token': csrfToken }, data: { language } });
  }

  private async takeAtEveryWidth(page: Page, shot: Shot, language: Language): Promise<void> {
    for (const width of [1440, 390] as const) {
      if (shot.only && shot.only !== width) continue;
      await page.setViewportSize({ width, height: HEIGHT[width] });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(this.url + shot.path);
      await settled(page);
      await shot.before?.(page, width);
      await this.take(page, `${shot.name}-${width}-${language}`, shot.whole);
      if (!shot.dark) continue;
      await page.emulateMedia({ colorScheme: 'dark' });
      await this.take(page, `${shot.name}-${width}-${language}-dark`, shot.whole);
    }
  }

  private async take(page: Page, name: string, whole = false): Promise<void> {
    await settled(page);
    await page.screenshot({ path: path.join(this.folder, `${name}.png`), fullPage: whole, animations: 'disabled', caret: 'hide' });
  }
}

/** Waits until the page shows content instead of its placeholders, in its own fonts. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1:visible, h2:visible, main [role=alert]:visible').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
  // The fonts of names and of what people write are listed a moment after the page is there.
  await page.waitForFunction(
    () => location.pathname === '/login' || [...document.fonts].some(({ family }) => family.includes('Noto Sans SC')),
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(350);
}
