import { callNow } from '../effects/call-now';
import { answerFields } from '../form/answer-fields';
import type { CommandBody } from '../request/command';
import { deadlines, nextDeadline } from '../request/time/deadline';
import { DROPPED } from '../request/steps/step-waits';
import type { Refusal } from '../request/refusal';
import type { Outcome } from '../request/request-state';
import type { Happening } from './oracle-past.fixture';
import { openSeats, recordOf } from '../request/standing';
import { must } from './must.fixture';
import { START, type Play } from './play.fixture';

interface AskedOutside {
  what: 'called' | 'child';
  step: string;
  id: string;
  /** Number of the transition that asked it first. */
  begun: number;
  /** Another system has it; the other request has begun. */
  isThere: boolean;
  /** What was told of it last. */
  told: string | null;
}

/** What came from outside, in words and as an oracle hears it; `past` null where it came to a closed door. */
export interface Came {
  said: string;
  past: Happening | null;
}

/** Everything that a request has asked of others, and what they may say next, as the house would carry it. */
export class OutsideNews {
  private readonly asked = new Map<string, AskedOutside>();

  constructor(private readonly play: Play) {}

  /** Hears what the last transition has asked for. */
  follow(): void {
    const { play } = this;
    const { n } = play.request;
    for (const event of play.events) {
      if (event.type === 'call.sent')
        this.begins({ what: 'called', step: event.step, id: event.call, begun: n, isThere: false, told: null });
      if (event.type === 'children.started')
        for (const { id } of event.children) this.begins({ what: 'child', step: event.step, id, begun: n, isThere: true, told: null });
    }
    for (const each of this.asked.values()) if (each.what === 'called' && this.nowFor(each) === 'send') each.isThere = true;
  }

  private begins(each: AskedOutside): void {
    const known = this.asked.get(each.id);
    this.asked.set(each.id, known ? { ...known, told: null } : each);
  }

  private nowFor({ step, id }: AskedOutside): ReturnType<typeof callNow> {
    const { process, request } = this.play;
    return callNow(process.definition, request.state, { step, call: id });
  }

  /** One of the things that may come now; null where nothing can. Moments come more often than each of the others. */
  comes(which: number, how: number): Came | null {
    const due = nextDeadline(this.play.request.state);
    const news = [...this.asked.values()].filter((each) => this.mayBeTold(each));
    const all = [...(due ? [null, null] : []), ...news];
    const one = all[which % Math.max(all.length, 1)];
    if (one === undefined) return null;
    if (one === null) return this.moment();
    return one.what === 'called' ? this.answer(one, how) : this.child(one, how);
  }

  private mayBeTold(each: AskedOutside): boolean {
    if (each.what === 'child') return each.told !== 'refused';
    return each.told === null && (each.isThere || this.nowFor(each) === 'never');
  }

  /** Steps whose moment has come, though nobody has said so yet: another's came at the same time. */
  due(): string[] {
    const now = START + this.play.seconds * 1_000;
    const come = deadlines(this.play.request.state).filter(({ kind, at }) => kind === 'pause' && Date.parse(at) <= now);
    return come.flatMap(({ step }) => (step === null || this.calledAt(step) !== null ? [] : [step]));
  }

  /** What a step has asked of another system; null where it has not. */
  private calledAt(step: string): AskedOutside | null {
    return this.asked.get(recordOf(this.play.context, step)?.call?.id ?? '') ?? null;
  }

  /** What is told of a late step next, and who has it first. */
  private late(step: string): Extract<Happening, { what: 'late' }> {
    const record = recordOf(this.play.context, step);
    return { what: 'late', step, nth: record?.clock?.rung ?? 0, first: openSeats(record)[0]?.[1].person ?? '' };
  }

  private moment(): Came {
    const { play } = this;
    const due = nextDeadline(play.request.state);
    if (due === null) throw new Error('Expected a moment to be ahead');
    play.seconds = Math.max(play.seconds, Math.ceil((Date.parse(due.at) - START) / 1_000));
    const now = new Date(START + play.seconds * 1_000).toISOString();
    if (play.directory) play.directory = { ...play.directory, now, today: now.slice(0, 10) };
    const late = due.kind === 'clock' && due.step !== null ? this.late(due.step) : null;
    const call = due.kind === 'pause' && due.step !== null ? this.calledAt(due.step) : null;
    const { undo, outcome, fields } = play.context;
    const refused = play.timer();
    if (refused !== null) throw new Error(`Expected ${due.kind} to have come, but that is refused: ${refused.code}`);
    const said = `${due.step ?? 'the grace time'}: the moment has come`;
    if (late !== null) {
      const { context } = play;
      // With whoever has got it since, what it was opened by is as good as acted upon.
      const handedOn = play.events.some(({ type }) => type === 'step.handed-on');
      must('a reminder to take no undo away', handedOn || JSON.stringify(context.undo) === JSON.stringify(undo));
      must('nothing to be decided by time', outcome === context.outcome && JSON.stringify(fields) === JSON.stringify(context.fields));
      must('nobody to have decided', !play.events.some(({ type }) => type === 'task.decided' || type === 'step.passed'));
      return { said: `${said} (${play.events.map(({ type }) => type).join(', ')})`, past: late };
    }
    if (call !== null) {
      const { what, step, begun } = call;
      return {
        said: `${step}: the other system (of ${begun}) has not called back in time`,
        past: { what, step, begun, came: 'late' } as Happening,
      };
    }
    if (due.kind === 'demand') return { said: 'an answer was due that was demanded', past: { what: 'unanswered' } };
    return { said, past: due.kind === 'grace' ? { what: 'grace' } : { what: 'moment', step: due.step ?? '' } };
  }

  private answer(one: AskedOutside, how: number): Came {
    const came = !one.isThere ? 'dropped' : how % 3 === 0 ? 'failed' : 'approved';
    const failed = came === 'approved' ? null : came === 'dropped' ? DROPPED : 'refused';
    one.told = came;
    const step = this.play.process.steps[one.step];
    const fields = failed === null && step?.kind === 'call' && step.answer ? answerFields(step, { flag: how % 2 === 0 }) : null;
    const called: NonNullable<CommandBody['called']> = { step: one.step, call: one.id, failed, status: null };
    const refused = this.play.news({ type: 'call.ended', called, ...(fields && { fields }) });
    return this.told(one, came, refused, { what: 'called', step: one.step, begun: one.begun, came });
  }

  private child(one: AskedOutside, how: number): Came {
    const first: [Outcome | null, string | null][] = [
      ['approved', null],
      ['approved', null],
      ['rejected', null],
      ['withdrawn', null],
      [null, 'refused'],
    ];
    const later: [Outcome | null, string | null][] =
      one.told === 'approved'
        ? [
            ['revoked', null],
            [null, null],
          ]
        : [[null, null]];
    const choices = one.told === null || one.told === 'again' ? first.slice(0, one.told === null ? 5 : 4) : later;
    const [outcome, refused] = choices[how % choices.length] as (typeof first)[number];
    one.told = refused ?? outcome ?? 'again';
    const news: NonNullable<CommandBody['news']> = { step: one.step, child: one.id, number: 'OT-1', outcome, refused };
    const no = this.play.news({ type: 'child.ended', news });
    const came = refused !== null ? 'refused' : outcome === null || outcome === 'approved' ? outcome : 'failed';
    return this.told(one, one.told, no, { what: 'child', step: one.step, begun: one.begun, came });
  }

  private told({ what, step, begun }: AskedOutside, came: string, refused: Refusal | null, past: Came['past']): Came {
    const whom = what === 'called' ? 'the other system' : 'the other request';
    return { said: `${step}: ${whom} (of ${begun}) says ${came}${refused ? ': nothing changes' : ''}`, past: refused ? null : past };
  }
}
