/** What a part of the program says of itself. */
export interface HealthReport {
  ready: boolean;
  checks: Record<string, { ok: boolean; detail?: string }>;
}

type Check = () => Promise<boolean | string> | boolean | string;

const CHECK_MS = 2_000;

/** Named checks of one program. A text is the reason why not; a check that hangs or throws counts as no. */
export class Health {
  private readonly checks = new Map<string, Check>();

  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const entries = await Promise.all([...this.checks].map(async ([name, check]) => [name, await ask(check)] as const));
    return { ready: entries.every(([, { ok }]) => ok), checks: Object.fromEntries(entries) };
  }
}

async function ask(check: Check): Promise<{ ok: boolean; detail?: string }> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => (timer = setTimeout(() => resolve(`no answer within ${CHECK_MS} ms`), CHECK_MS)));
  try {
    const answer = await Promise.race([check(), tooLate]);
    return typeof answer === 'boolean' ? { ok: answer } : { ok: false, detail: answer };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
