import type { Browser } from 'playwright-core';
import { launchBrowser, type WindowOptions } from '../../support/chromium';
import { keptStack, type KeptStack } from '../../support/kept-stack';
import { type Stack, startStack } from '../../support/stack';
import { DemoPerson, type View } from './demo-person';
import { Desk } from './desk';

/** A throw-away product with the demo company, and a browser: what every test of the screens begins with. */
export class DemoStage<S extends KeptStack = KeptStack> {
  private readonly people = new Map<string, Promise<DemoPerson>>();
  private readonly desks: Desk[] = [];

  private constructor(
    readonly stack: S,
    readonly browser: Browser,
    private readonly end: () => Promise<void>,
  ) {}

  /** On a product of its own. */
  static async open(): Promise<DemoStage<Stack>> {
    const [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
    return new DemoStage(stack, browser, () => stack.stop());
  }

  /** On the product that the files of this jest worker share: what other files have done stands there too. */
  static async openShared(): Promise<DemoStage> {
    const [stack, browser] = await Promise.all([keptStack(), launchBrowser()]);
    return new DemoStage(stack, browser, () => Promise.resolve());
  }

  get url(): string {
    return this.stack.url;
  }

  /** A person at the API, for whatever has to have happened before the screen is looked at. */
  person(name: string): Promise<DemoPerson> {
    let person = this.people.get(name);
    if (!person) {
      person = DemoPerson.signIn(this.url, name);
      this.people.set(name, person);
    }
    return person;
  }

  /** A person in a window of their own, signed in. */
  async desk(name: string, options: WindowOptions = {}): Promise<Desk> {
    const desk = await Desk.open(this.browser, this.url, name, options);
    this.desks.push(desk);
    return desk;
  }

  /** Waits until a request stands at a step, or has an outcome: the server's own word, read as one who may. */
  standsAt(requestId: string, reader: string, where: string): Promise<void> {
    const place = ({ outcome, status, current }: View): string =>
      outcome ?? (status === 'running' ? current.map(({ step }) => step).join() : status);
    return this.comesTo(requestId, { reader, wanted: where, told: place, withinMs: 90_000 });
  }

  /** Waits until a request is with somebody, and with nobody else. */
  standsWith(requestId: string, reader: string, name: string): Promise<void> {
    const whom = ({ current }: View): string => current.flatMap(({ people }) => people.map((person) => person.name.zh)).join();
    return this.comesTo(requestId, { reader, wanted: name, told: whom, withinMs: 90_000 });
  }

  private async comesTo(
    requestId: string,
    { reader, wanted, told, withinMs }: { reader: string; wanted: string; told: (view: View) => string; withinMs: number },
  ): Promise<void> {
    const person = await this.person(reader);
    let found = '';
    for (const until = Date.now() + withinMs; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 150))) {
      found = told(await person.read(requestId));
      if (found === wanted) return;
    }
    throw new Error(`Expected the request to stand at ${wanted}, but it stands at ${found}`);
  }

  /** Closes the windows of one test; answers the errors that their pages let through. */
  async clear(): Promise<string[]> {
    const errors = this.desks.flatMap((desk) => desk.errors);
    await Promise.all(this.desks.splice(0).map((desk) => desk.close()));
    return errors;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.end();
  }
}
