import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext, type WindowOptions } from '../../support/chromium';

/** Runs in the page: whether the router of the product is there, and has led to another address. */
async function follow(path: string): Promise<boolean> {
  interface Router {
    readonly history: { push(path: string): void };
    readonly state: { readonly status: string; readonly location: { href: string }; readonly resolvedLocation?: { href: string } };
  }
  const { __TSR_ROUTER__: router } = globalThis as { __TSR_ROUTER__?: Router };
  if (!router || router.state.location.href === path) return false;
  router.history.push(path);
  const rests = ({ status, location: { href }, resolvedLocation }: Router['state']): boolean =>
    status === 'idle' && resolvedLocation?.href === href;
  for (let frames = 0; frames < 1_000; frames += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (rests(router.state)) return true;
  }
  return false;
}

/** A person's browser window, and what people do in it, by the words on the screen. */
export class Desk {
  /** Errors that the page's own code let through; every test ends by looking at them. */
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  /** A window of somebody of the demo company, signed in as the card on the sign-in page does it. It stands nowhere yet. */
  static async open(browser: Browser, url: string, name: string, options: WindowOptions = {}): Promise<Desk> {
    const context = await openContext(browser, options);
    const mode = await context.request.get(`${url}/api/v1/auth/mode`);
    const { people } = (await mode.json()) as { people: { id: string; name: { zh: string; en: string } }[] };
    const person = people.find((each) => each.name.zh === name || each.name.en === name);
    if (!person) throw new Error(`Expected ${name} among the demo people, but they are not`);
    const answer = await context.request.post(`${url}/api/v1/auth/demo`, { data: { personId: person.id } });
    if (!answer.ok()) throw new Error(`Expected ${name} to sign in, but the answer was ${answer.status()} ${await answer.text()}`);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return new Desk(context, page, url);
  }

  /** Comes to a page from outside, as by a link in a mail: everything is read anew. */
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** Goes on to another page inside the product, as a link does: its files are not read once more. For walks that only look. */
  async goOn(path: string): Promise<void> {
    if (!(await this.page.evaluate(follow, path))) await this.go(path);
  }

  /** Opens a request by its row in the inbox. */
  async openRow(text: string | RegExp): Promise<void> {
    await this.go('/inbox');
    await this.page.locator('[data-row]').filter({ hasText: text }).first().click();
  }

  /** Waits for a text anywhere on the page. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Waits until the page shows content instead of its placeholders. */
  async settled(): Promise<void> {
    await this.page.locator('h1, h2').first().waitFor();
    await this.page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
    await this.page.waitForTimeout(300);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** Presses the one decision that the page offers first, and checks what it is called. */
  async decide(label: RegExp): Promise<void> {
    const button = this.page.locator('.ant-btn-primary').filter({ hasText: label });
    await button.first().click();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
