import type { Definition } from '../definition/definition.schema';
import type { CommandBody } from '../request/command';
import type { Refusal } from '../request/refusal';
import { awaitingSteps, openSeats, phaseOf, recordOf, standingSteps } from '../request/standing';
import { demandsOpen, readersOf, supervisorsOf } from '../request/supervision';
import { APT } from './company-moves.fixture';
import { directoryOf, OPERATOR, type Company } from './company.fixture';
import { rules } from './company-moves.fixture';
import type { Dice } from './loaded-dice.fixture';
import type { Expected, Past } from './oracle-past.fixture';
import { Oracle } from './oracle.fixture';
import { OutsideNews } from './outside-news.fixture';
import { ClockOracle } from './clock-oracle.fixture';
import { Play, START } from './play.fixture';
import { randomDefinition } from './random-definition.fixture';
import { APT_OF_SEVERAL, type SeveralAct } from './several-moves.fixture';
import { TaskBook } from './task-book.fixture';

const PARAMETERS = { switch: true };

/** One request in one company, everything that happened to it, and the same as a story. */
export class Scene {
  readonly play: Play;
  readonly past: Past[] = [];
  readonly told: string[] = [];
  readonly book = new TaskBook();
  readonly outside: OutsideNews;
  readonly clocks = new ClockOracle();
  /** Something has changed in the company, and nobody has looked since whom it concerns. */
  stale = false;
  /** How many things had happened when it changed last. */
  changedAt = -1;
  readonly refusals = new Set<string>();
  /** What somebody has asked of it last, and why not, where it was refused. */
  asked: { body: CommandBody; refused: Refusal | null } | null = null;

  constructor(
    dice: Dice,
    public company: Company,
    /** Some steps are done by several; the oracle knows none of these. */
    readonly several = false,
    definition: Definition = randomDefinition(dice, {
      rules,
      waits: true,
      clocks: true,
      outside: true,
      takenUp: true,
      claims: true,
      watched: true,
      several,
    }),
    /** What may happen where it stands. */
    readonly apt: Readonly<Record<keyof typeof APT, readonly SeveralAct[]>> = several ? APT_OF_SEVERAL : APT,
  ) {
    this.play = new Play(definition);
    this.outside = new OutsideNews(this.play);
    this.play.actors = { [OPERATOR]: { rights: ['requests.operate', 'requests.assign', 'requests.override'] } };
    this.play.directory = directoryOf(company, this.now);
  }

  get now(): string {
    return new Date(START + this.play.seconds * 1_000).toISOString();
  }

  get place(): keyof typeof APT {
    const { state } = this.play.request;
    const phase = phaseOf(state);
    if (state.context.outcome !== null) return 'finished';
    if (state.context.poisoned !== null) return 'stopped';
    if (state.context.suspendedAt !== undefined) return 'suspended';
    if (phase === 'draft' || phase === 'returned') return phase;
    if (this.play.blocked) return 'blocked';
    return this.actual.asked.length > 0 ? 'open' : 'waiting';
  }

  /** What the engine asks of whom. */
  get actual(): Expected {
    const { state } = this.play.request;
    const standing = standingSteps(state.context).sort((left, right) => left.localeCompare(right));
    const isOpen = (step: string) => recordOf(state.context, step)?.status === 'open';
    const people = (step: string) => [...new Set(openSeats(recordOf(state.context, step)).map(([, { person }]) => person))].sort();
    return {
      asked: standing.filter(isOpen).map((step) => ({ step, people: people(step) })),
      stuck: standing.filter((step) => !isOpen(step)),
      waits: awaitingSteps(state.context).sort((left, right) => left.localeCompare(right)),
      owing: demandsOpen(state.context)
        .map(({ step, of, by }) => `${step} ${of} ${by}`)
        .sort(),
      supervisors: supervisorsOf(state.context),
      unread: readersOf(state.context)
        .flatMap(({ step, person, at }) => (at === null ? [`${step} ${person}`] : []))
        .sort(),
      returned: phaseOf(state) === 'returned',
      round: state.context.returns + 1,
      outcome: state.context.outcome,
    };
  }

  get expected(): Expected {
    return Oracle.tell(this.play.process.definition, PARAMETERS, this.past);
  }
}
