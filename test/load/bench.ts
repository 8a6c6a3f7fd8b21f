import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { Api } from './replay-log/api';
import { BareLoad } from './bench/bare-load';
import { type BenchStack, startBenchStack } from './bench/bench-stack';
import { COURSES, DECIDED } from './bench/chain';
import { prepareChain } from './bench/chain-place';
import { cpuTime, perCall } from './bench/cpu';
import { FurtherBench } from './bench/further';
import { furtherTable } from './bench/report/further-report';
import { eventsOf } from './bench/histories';
import { HttpLoad } from './bench/http-load';
import { benchOptions, type BenchOptions } from './bench/options';
import { openRecordLoad, type RecordPlace } from './bench/record-place';
import { type Figures, type Pair, summary, table } from './bench/report/report';
import { measure, type Round } from './bench/report/statistics';

/** What a round leaves behind (notices, confirmations) belongs to no other round. */
const SETTLE_MS = 3_000;
/** Requests are prepared for this much more than the round before took. */
const RESERVE = 1.4;

/**
 * `npm run bench`: decisions through HTTP beside the bare update and the bare transaction, in turns, on one throw-away stack. Both workers of a pair run
 * all the while, as workers do, and are warm before the first round: a process that has just started spends its time compiling.
 */
class Bench {
  private readonly record: Round[] = [];

  constructor(
    private readonly at: BenchStack,
    private readonly options: BenchOptions,
    private readonly load: HttpLoad,
    private readonly bareLoad: BareLoad,
    private readonly client: Client,
  ) {}

  async run(openRecord: () => Promise<RecordPlace>): Promise<Figures> {
    await this.at.startBare();
    await this.at.stock.start();
    const stock = await this.pair('stock');
    const one = await this.oneAtATime();
    await this.at.stock.stop();
    await this.at.lean.start();
    const lean = await this.pair('lean');
    await this.at.lean.stop();
    await this.at.stopBare();
    await this.recordRounds(await openRecord());
    const cold = await this.coldRound();
    return { stock, lean, record: this.record, one: one.rounds, cold, ...one.events };
  }

  /** Rounds of ours and of the bare update in turns, after both are warm. */
  private async pair(name: string): Promise<Pair> {
    const { rounds, seconds, warmUp } = this.options;
    const pair: Pair = { ours: [], bare: [] };
    say(`${name}: warm-up`);
    let ours = await this.oursRound(warmUp, this.options.atMostPerSecond);
    let bare = await this.bareRound(warmUp, this.options.atMostPerSecond);
    for (let round = 1; round <= rounds; round += 1) {
      say(`${name}: round ${round} of ${rounds}`);
      bare = await this.bareRound(seconds, bare.perSecond * RESERVE);
      ours = await this.oursRound(seconds, ours.perSecond * RESERVE);
      pair.bare.push(bare);
      pair.ours.push(ours);
    }
    return pair;
  }

  private async oursRound(seconds: number, perSecond: number): Promise<Round> {
    await this.load.topUp(this.enough(seconds, perSecond));
    const round = await withCpu(() => measure({ seconds, inFlight: this.options.inFlight, work: (slot) => this.load.approve(slot) }));
    await pause(SETTLE_MS);
    return round;
  }

  private async bareRound(seconds: number, perSecond: number): Promise<Round> {
    await this.bareLoad.topUp(this.enough(seconds, perSecond));
    return withCpu(() => measure({ seconds, inFlight: this.options.inFlight, work: (slot) => this.bareLoad.touch(slot) }));
  }

  private async recordRounds(record: RecordPlace): Promise<void> {
    const { rounds } = this.options;
    for (let round = 1; round <= rounds; round += 1) {
      say(`record: round ${round} of ${rounds}`);
      this.record.push(await this.recordRound(record));
    }
    await record.close();
  }

  private async recordRound(record: RecordPlace): Promise<Round> {
    const seconds = Math.min(this.options.seconds, RECORD_SECONDS);
    await this.at.stock.start();
    await record.prepare(this.enough(seconds, RECORD_PER_SECOND));
    await this.at.stock.stop();
    const result = await measure({ seconds, inFlight: this.options.inFlight, work: (slot) => record.decide(slot) });
    await record.settle();
    return result;
  }

  /** Latencies without a queue, and what one decision and one refusal leave in the history. */
  private async oneAtATime(): Promise<{ rounds: Figures['one']; events: { eventsPerDecision: number; refusedEvents: number } }> {
    say('one at a time');
    const { load, bareLoad } = this;
    await load.topUp(80);
    const accepted = await measure({ seconds: 8, inFlight: 1, work: (slot) => load.approve(slot) });
    const refused = await measure({ seconds: 5, inFlight: 1, work: () => load.refused() });
    const of = (requestId: string): Promise<number> => eventsOf(this.client, requestId);
    const events = { eventsPerDecision: await load.eventsPerDecision(of), refusedEvents: await load.eventsPerRefusal(of) };
    await pause(SETTLE_MS);
    await bareLoad.topUp(80);
    const bare = await measure({ seconds: 8, inFlight: 1, work: (slot) => bareLoad.touch(slot) });
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

  /** Chains for as many decisions: one more per place, where a round ends in the middle of one. */
  private enough(seconds: number, perSecond: number): number {
    return Math.ceil((perSecond * seconds) / DECIDED) + this.options.inFlight;
  }
}

/** The transaction alone needs no long round, and is a few times quicker. */
const RECORD_SECONDS = 10;
const RECORD_PER_SECOND = 600;

async function withCpu(work: () => Promise<Round>): Promise<Round> {
  const before = cpuTime();
  const round = await work();
  return { ...round, cpu: perCall(before, cpuTime(), round.count) };
}

const started = performance.now();

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
    const loads = {
      chain: new HttpLoad(api, tokens, COURSES.chain),
      deadlines: new HttpLoad(api, tokens, COURSES.deadlines),
      countersign: new HttpLoad(api, tokens, COURSES.countersign),
    };
    const connection = await Connection.connect({ address: at.stack.temporalAddress });
    const client = new Client({ connection, namespace: at.stack.namespace });
    if (options.further) {
      await at.stock.start();
      const further = new FurtherBench(options, loads, (requestId) => eventsOf(client, requestId), say);
      process.stdout.write(`${furtherTable(await further.run())}\n`);
    } else {
      const bench = new Bench(at, options, loads.chain, new BareLoad(client, at.bareQueue), client);
      const figures = await bench.run(() => openRecordLoad(at.stack.databaseUrl, people, loads.chain));
      process.stdout.write(`${table(figures)}\n`);
      if (options.json) process.stdout.write(`${JSON.stringify(summary(figures))}\n`);
    }
    await connection.close();
    api.close();
    for (const load of Object.values(loads))
      for (const [answer, count] of load.others) process.stdout.write(`answers other than 200: ${count} × ${answer}\n`);
  } finally {
    await at.stop();
  }
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
