import { fieldSchema } from '../definition/fields/field.schema';
import { mapSteps, isHuman } from '../definition/flow';
import { RESUMES } from '../definition/steps/step-parts';
import { sampleDefinition, sampleDirectory, cny } from '../people/sample-company.fixture';
import { consequencesOf, type Consequences } from '../preview/consequences';
import { inOneGo } from '../preview/in-one-go.fixture';
import type { CommandBody } from '../request/command';
import type { FormValues } from '../request/request-state';
import { openSeats, phaseOf, recordOf, standingSteps, votesOf } from '../request/standing';
import { Play } from './play.fixture';

const FORM = { amount: cny(12_300), witness: 'chen', note: 'Lamps.' };

/** Li Na's expense in the sample company, every step of which may send it back to anybody before it; whoever checks it is not shown its note. */
function begun(): Play {
  const sample = sampleDefinition();
  const earlier = ['requester', 'previous', 'review', 'check', 'director', 'approval'];
  let place = 2;
  const flow = mapSteps(sample.flow, (step) =>
    isHuman(step)
      ? {
          ...step,
          returns: { to: earlier.slice(0, place++), resume: 'choose' as const },
          fields: { ...step.fields, hidden: step.id === 'check' ? ['note'] : [] },
        }
      : step,
  );
  const note = fieldSchema.parse({ key: 'note', type: 'text', label: { zh: '备注', en: 'Note' } });
  const play = new Play({ ...sample, form: { ...sample.form, fields: [...sample.form.fields, note] }, flow });
  play.directory = sampleDirectory();
  expect(play.do('submit', 'na', { form: FORM })).toBeNull();
  return play;
}

function firstOpen({ context }: Play): { step: string; person: string; generation: number } | null {
  const [step] = standingSteps(context);
  const [, seat] = (step && openSeats(recordOf(context, step))[0]) || [];
  return step && seat ? { step, person: seat.person, generation: seat.generation } : null;
}

function agree(play: Play): void {
  const open = firstOpen(play);
  if (open === null) throw new Error('Expected somebody to be asked, but nobody is');
  const fields = open.step === 'check' ? { fields: { inPlan: true } } : {};
  expect(
    play.do('approve', open.person, { step: open.step, generation: open.generation, shown: play.shown(open.step), ...fields }),
  ).toBeNull();
}

function at(step: string): Play {
  const play = begun();
  for (let left = 9; play.value !== step && left > 0; left -= 1) agree(play);
  expect(play.value).toBe(step);
  return play;
}

function foretold(play: Play, actor: string, body: Partial<CommandBody>): Consequences {
  const tried = { request: play.request, directory: play.directory!, facts: play.facts(actor), before: play.before(actor) };
  const found = inOneGo(consequencesOf(play.process, tried, { type: 'return', requestId: 'request-1', actor, step: play.value, ...body }));
  if ('refused' in found) throw new Error(`Expected it to be taken, but it is refused: ${found.refused.code}`);
  return found;
}

/** Who is asked from here to the end with this form, and which decisions of before are still there then. */
function happens(play: Play, since: number, form: FormValues = FORM): { asked: string[]; kept: string[] } {
  const asked: string[] = [];
  const note = (): void => {
    const open = firstOpen(play);
    if (open) asked.push(`${open.step} ${open.person}`);
  };
  if (phaseOf(play.request.state) === 'returned') expect(play.do('resubmit', 'na', { form })).toBeNull();
  note();
  for (let left = 12; play.context.outcome === null && left > 0; left -= 1) {
    agree(play);
    note();
  }
  expect(play.context.outcome).toBe('approved');
  const kept = play.process.order.filter((step) => {
    const record = recordOf(play.context, step);
    const words = votesOf(record);
    return record?.status === 'passed' && words.length > 0 && words.every(({ n }) => n < since);
  });
  return { asked, kept };
}

describe('what is told before a return', () => {
  const cases = ['check', 'director', 'approval', 'pay'].flatMap((step) =>
    (at(step).process.steps[step] as { returns: { to: string[] } }).returns.to.flatMap((to) =>
      RESUMES.map((resume) => [step, to, resume] as const),
    ),
  );

  it.each(cases)('from %s to %s, %s, is what then happens', (step, to, resume) => {
    const play = at(step);
    const actor = firstOpen(play)?.person ?? '';
    const before = play.request;
    const told = foretold(play, actor, { to, resume });
    expect(play.request).toBe(before);

    const since = play.request.n + 1;
    expect(play.do('return', actor, { to, resume, comment: 'Please look again.' })).toBeNull();
    const { asked, kept } = happens(play, since);
    const seats = told.steps.filter(({ result }) => result === 'seats');
    expect(seats.map((each) => `${each.step} ${each.people[0]}`)).toEqual(asked);
    expect(told.kept.map((each) => each.step)).toEqual(kept);
    expect(told.stands).toBe(to === 'requester' ? 'returned' : 'running');
  });

  const named = ['check', 'director', 'approval'].flatMap((step) =>
    RESUMES.flatMap((resume) =>
      [{ note: 'Rails.' }, { witness: 'ops' }, { amount: cny(12_400), note: 'Rails.' }].map(
        (change) => [step, Object.keys(change).join(' and '), resume, change] as const,
      ),
    ),
  );

  it.each(named)(
    'from %s to the requester, who is to change %s, %s, is what happens when exactly that changes',
    (step, _what, resume, change) => {
      const play = at(step);
      const actor = firstOpen(play)?.person ?? '';
      const back = { to: 'requester', resume, change: Object.keys(change) };
      const told = foretold(play, actor, back);
      const since = play.request.n + 1;
      expect(play.do('return', actor, { ...back, comment: 'Please change this.' })).toBeNull();
      const { asked, kept } = happens(play, since, { ...FORM, ...change });
      const seats = told.steps.filter(({ result }) => result === 'seats');
      expect(seats.map((each) => `${each.step} ${each.people[0]}`)).toEqual(asked);
      expect(told.kept.map((each) => each.step)).toEqual(kept);
    },
  );

  it('keeps the decision of whoever was not shown what is to be changed', () => {
    const back = { to: 'requester', resume: 'only-changed' as const, change: ['note'] };
    expect(foretold(at('approval'), 'zhou', back).kept.map(({ step }) => step)).toEqual(['check']);
  });

  it('keeps who decided what stands', () => {
    expect(foretold(at('approval'), 'zhou', { to: 'requester', resume: 'straight-back' }).kept).toEqual([
      { step: 'review', people: ['zhang'] },
      { step: 'check', people: ['liu'] },
      { step: 'director', people: ['song'] },
    ]);
    expect(foretold(at('approval'), 'zhou', { to: 'check', resume: 'walk-again' }).kept).toEqual([{ step: 'review', people: ['zhang'] }]);
  });

  it('is why it would be refused: to nowhere that the step names, by somebody else', () => {
    const play = at('director');
    const tried = { request: play.request, directory: play.directory!, facts: play.facts('song'), before: play.before('song') };
    const press = (actor: string, to: string): CommandBody => ({ type: 'return', requestId: 'request-1', actor, step: 'director', to });
    expect(inOneGo(consequencesOf(play.process, tried, press('song', 'approval')))).toMatchObject({ refused: { code: 'return-target' } });
    const others = { ...tried, facts: play.facts('liu') };
    expect(inOneGo(consequencesOf(play.process, others, press('liu', 'requester')))).toMatchObject({ refused: { code: 'not-assignee' } });
  });
});
