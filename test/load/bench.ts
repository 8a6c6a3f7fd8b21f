import { Client, Connection } from '@temporalio/client';
import { taskId } from '@countersign/domain';
import { Api } from './replay-log/api';
import { BareLoad } from './bench/bare-load';
import { type BenchStack, startBenchStack } from './bench/bench-stack';
import { CHAIN_LENGTH } from './bench/chain';
import { prepareChain } from './bench/chain-place';
import { cpuTime, perCall } from './bench/cpu';
import { eventsOf } from './bench/histories';
import { HttpLoad } from './bench/http-load';
import { benchOptions, type BenchOptions } from './bench/options';
import { openRecordLoad, type RecordPlace } from './bench/record-place';
import { type Figures, summary, table } from './bench/report';
import { measure, type Round } from './bench/statistics';

/** `npm run bench`: decisions through HTTP beside the bare update and the bare transaction, in turns, on one throw-away stack. */
class Bench {
  private readonly bare: Round[] = [];
  private readonly stock: Round[] = [];
  private readonly lean: Round[] = [];
  private readonly record: Round[] = [];

  constructor(
    private readonly at: BenchStack,
    private readonly options: BenchOptions,
    private readonly load: HttpLoad,
    private readonly bareLoad: BareLoad,
    private readonly client: Client,
  ) {}

  async run(openRecord: () => Promise<RecordPlace>): Promise<Figures> {
    const { rounds, seconds } = this.options;
    say('warm-up');
    await this.ours(this.at.stock, 10);
    await this.bareRound(10);
    const record = await openRecord();
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}`);
      this.bare.push(await this.bareRound(seconds));
      this.stock.push(await this.ours(this.at.stock, seconds));
      this.lean.push(await this.ours(this.at.lean, seconds));
      this.record.push(await this.recordRound(record, seconds));
    }
    await record.close();
    const one = await this.oneAtATime();
    const cold = await this.coldRound();
    return { bare: this.bare, stock: this.stock, lean: this.lean, record: this.record, one: one.rounds, cold, ...one.events };
  }

  private async ours(worker: BenchStack['stock'], seconds: number): Promise<Round> {
    await worker.start();
    await this.load.prepare(this.enough(seconds));
    const result = await withCpu(() => measure({ seconds, inFlight: this.options.inFlight, work: (slot) => this.load.approve(slot) }));
    await worker.stop();
    return result;
  }

  private async bareRound(seconds: number): Promise<Round> {
    await this.at.startBare();
    await this.bareLoad.prepare(this.enough(seconds));
    const result = await withCpu(() => measure({ seconds, inFlight: this.options.inFlight, work: (slot) => this.bareLoad.touch(slot) }));
    await this.at.stopBare();
    return result;
  }

  private async recordRound(record: RecordPlace, seconds: number): Promise<Round> {
    await this.at.stock.start();
    await record.prepare(this.enough(Math.min(seconds, 10)) * 3);
    await this.at.stock.stop();
    const result = await measure({ seconds: Math.min(seconds, 10), inFlight: this.options.inFlight, work: (slot) => record.decide(slot) });
    await record.settle();
    return result;
  }

  /** Latencies without a queue, and what one decision and one refusal leave in the history. */
  private async oneAtATime(): Promise<{ rounds: Figures['one']; events: { eventsPerDecision: number; refusedEvents: number } }> {
    say('one at a time');
    await this.at.stock.start();
    await this.load.prepare(80);
    const accepted = await measure({ seconds: 8, inFlight: 1, work: (slot) => this.load.approve(slot) });
    const refused = await measure({ seconds: 5, inFlight: 1, work: () => this.load.refused() });
    const events = await this.load.eventsPerDecision((requestId) => eventsOf(this.client, requestId));
    await this.at.stock.stop();
    await this.at.startBare();
    await this.bareLoad.prepare(80);
    const bare = await measure({ seconds: 8, inFlight: 1, work: (slot) => this.bareLoad.touch(slot) });
    await this.at.stopBare();
    return { rounds: { accepted, refused, bare }, events };
  }

  private async coldRound(): Promise<Round> {
    const { coldDecisions } = this.options;
    say(`cold: bringing ${coldDecisions} requests to depth 8`);
    await this.at.lean.start();
    this.load.forgetReady();
    await this.load.prepareAt(8, coldDecisions);
    await this.at.lean.stop();
    await this.at.cold.start();
    say('cold decisions');
    const round = await measure({ seconds: 600, inFlight: 1, calls: coldDecisions, work: () => this.load.approveFresh() });
    await this.at.cold.stop();
    return round;
  }

  private enough(seconds: number): number {
    return Math.ceil((this.options.atMostPerSecond * seconds) / CHAIN_LENGTH) + this.options.inFlight;
  }
}

async function withCpu(work: () => Promise<Round>): Promise<Round> {
  const before = cpuTime();
  const round = await work();
  return { ...round, cpu: perCall(before, cpuTime(), round.count) };
}

const started = performance.now();
/** Nothing is returned or undone in the chain. */
const FIRST_GENERATION = 1;

function say(line: string): void {
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${line}\n`);
}

async function main(): Promise<void> {
  const options = benchOptions(process.argv.slice(2));
  say('starting PostgreSQL, Temporal, api');
  const at = await startBenchStack();
  try {
    const api = new Api(at.stack.url, options.inFlight * 2);
    await at.stock.start();
    const { tokens, people } = await prepareChain(api, at.admin);
    await at.stock.stop();
    const load = new HttpLoad(api, tokens, (requestId, step) => taskId(requestId, `step-${step}`, FIRST_GENERATION, 0));
    const connection = await Connection.connect({ address: at.stack.temporalAddress });
    const client = new Client({ connection, namespace: at.stack.namespace });
    const bench = new Bench(at, options, load, new BareLoad(client, at.bareQueue), client);
    const figures = await bench.run(() => openRecordLoad(at.stack.databaseUrl, people, load));
    await connection.close();
    api.close();
    process.stdout.write(`${table(figures)}\n`);
    for (const [answer, count] of load.others) process.stdout.write(`answers other than 200: ${count} × ${answer}\n`);
    if (options.json) process.stdout.write(`${JSON.stringify(summary(figures))}\n`);
  } finally {
    await at.stop();
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
