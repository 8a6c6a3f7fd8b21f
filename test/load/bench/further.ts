import { setTimeout as pause } from 'node:timers/promises';
import { COURSES } from './chain';
import { cpuTime, perCall } from './cpu';
import type { HttpLoad } from './http-load';
import type { BenchOptions } from './options';
import { measure, type Round } from './report/statistics';

export type CourseName = keyof typeof COURSES;
export const COURSE_NAMES = Object.keys(COURSES) as CourseName[];

/** Decisions of one process. */
export interface CourseFigures {
  rounds: Round[];
  eventsPerDecision: number;
}

/** One at a time while so many requests are open. */
export interface Standing {
  open: number;
  decision: Round;
  inbox: Round;
}

export interface FurtherFigures {
  courses: Record<CourseName, CourseFigures>;
  /** Few and many; null where that was not asked for. */
  crowd: { few: Standing; many: Standing } | null;
}

/** What a round leaves behind belongs to no other round. */
const SETTLE_MS = 3_000;
const FEW = 100;
const SECONDS = 8;

/** `npm run bench -- --further`: decisions that move a deadline and those of ten who sign together, in turns with the plain chain; then with many open requests. */
export class FurtherBench {
  constructor(
    private readonly options: BenchOptions,
    private readonly loads: Record<CourseName, HttpLoad>,
    private readonly eventsOf: (requestId: string) => Promise<number>,
    private readonly say: (line: string) => void,
  ) {}

  /** With the stock worker running. */
  async run(): Promise<FurtherFigures> {
    const rounds: Record<CourseName, Round[]> = { chain: [], deadlines: [], countersign: [] };
    for (let round = 0; round <= this.options.rounds; round += 1) {
      this.say(round === 0 ? 'further: warm-up' : `further: round ${round} of ${this.options.rounds}`);
      for (const name of COURSE_NAMES) {
        const found = await this.round(name, round === 0 ? this.options.warmUp : this.options.seconds);
        if (round > 0) rounds[name].push(found);
      }
    }
    const courses = {} as FurtherFigures['courses'];
    for (const name of COURSE_NAMES)
      courses[name] = { rounds: rounds[name], eventsPerDecision: await this.loads[name].eventsPerDecision(this.eventsOf) };
    return { courses, crowd: this.options.crowd === 0 ? null : await this.crowd() };
  }

  private async round(name: CourseName, seconds: number): Promise<Round> {
    const { inFlight, atMostPerSecond } = this.options;
    const load = this.loads[name];
    await load.topUp(Math.ceil((atMostPerSecond * seconds) / COURSES[name].decided) + inFlight);
    await pause(SETTLE_MS);
    const before = cpuTime();
    const round = await measure({ seconds, inFlight, work: (slot) => load.approve(slot) });
    return { ...round, cpu: perCall(before, cpuTime(), round.count) };
  }

  private async crowd(): Promise<FurtherFigures['crowd']> {
    const few = await this.standing(FEW);
    return { few, many: await this.standing(this.options.crowd) };
  }

  private async standing(open: number): Promise<Standing> {
    this.say(`further: bringing ${open} requests to their first step`);
    const { chain } = this.loads;
    await chain.topUp(open);
    await pause(SETTLE_MS);
    const decision = await measure({ seconds: SECONDS, inFlight: 1, work: (slot) => chain.approve(slot) });
    const inbox = await measure({ seconds: SECONDS, inFlight: 1, work: () => chain.inbox() });
    return { open, decision, inbox };
  }
}
