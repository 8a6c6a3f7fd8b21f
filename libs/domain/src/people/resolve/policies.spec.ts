import { definitionSchema } from '../../definition/definition.schema';
import { parseDefinition } from '../../definition/document/parse-definition';
import { EXPENSE } from '../../rehearsal/expense.fixture';
import { Play } from '../../rehearsal/play.fixture';
import { formOf } from '../../rehearsal/staffed.fixture';
import { recordOf } from '../../request/standing';
import { verify } from '../../verify/verify';
import { blocked, by, passed, scene, seats, trail } from './resolve-scene.fixture';

const title = { zh: '步骤', en: 'Step' };

describe('where the requester is found', () => {
  const own = { by: 'role', role: 'store-manager' };

  it('they are passed over, and nobody is left', () => {
    expect(scene({ step: by(own) }).verdict).toEqual(blocked);
    expect(scene({ step: by(own, { whenRequester: 'pass-over' }) }).verdict).toEqual(blocked);
  });

  it('the superior is asked where the step says so, and the derivation whose superior that is', () => {
    const found = scene({ step: by(own, { whenRequester: 'superior' }) });
    expect(found.verdict).toEqual(seats('zhang'));
    expect(trail(found)).toEqual(['na is-requester', 'zhang ✓']);
    expect(found.derivation.rules[0]?.candidates.map(({ superiorOf }) => superiorOf)).toEqual([undefined, 'na']);
  });

  it('the next superior, where the first may not act either', () => {
    const step = by(own, { whenRequester: 'superior', distinctFrom: ['review'] });
    const found = scene({ step, state: { steps: { review: passed('zhang') } } });
    expect(found.verdict).toEqual(seats('sun'));
    expect(trail(found)).toEqual(['na is-requester', 'zhang decided-before', 'sun ✓']);
  });

  it('but nobody’s where another of the same rule may decide', () => {
    const found = scene({
      step: by(own, { whenRequester: 'superior' }),
      directory: ({ positions }) => positions.push({ ...positions[0]!, id: 'post-two', personId: 'chen' }),
    });
    expect(found.verdict).toEqual(seats('chen'));
  });

  it('so it goes with whoever benefits', () => {
    const step = by({ by: 'role', role: 'area-manager' }, { whenRequester: 'superior' });
    expect(scene({ step, state: { beneficiary: 'zhang' } }).verdict).toEqual(seats('sun'));
  });

  it('a step never goes to the requester, whatever is written', () => {
    expect(definitionSchema.safeParse({ ...EXPENSE, policies: { whenRequester: 'allow' } }).success).toBe(false);
  });
});

describe('where the same person decided the step directly before', () => {
  const area = { by: 'role', role: 'area-manager' };
  const state = { steps: { review: passed('zhang') } };

  it('their superior is asked by `superior`', () => {
    const found = scene({ step: by(area, { samePerson: 'superior' }), state });
    expect(found.verdict).toEqual(seats('sun'));
    expect(trail(found)).toEqual(['zhang decided-just-before', 'sun ✓']);
  });

  it('the line is climbed further, where the rule climbs', () => {
    expect(scene({ step: by({ by: 'superior' }, { samePerson: 'superior' }), state }).verdict).toEqual(seats('sun'));
  });

  it('their superior is asked, too, where the two steps want different people', () => {
    expect(scene({ step: by(area, { samePerson: 'superior', distinctFrom: ['review'] }), state }).verdict).toEqual(seats('sun'));
  });

  it('nobody passes in their name by `superior`, though they agreed', () => {
    expect(scene({ step: by(area, { samePerson: 'superior' }), state }).verdict.kind).toBe('seats');
  });

  it('the step is blocked where nobody is above them', () => {
    const step = by({ by: 'role', role: 'group-gm', scope: 'company' }, { samePerson: 'superior' });
    expect(scene({ step, state: { steps: { review: passed('gao') } } }).verdict).toEqual(blocked);
  });
});

describe('once a request, by `any`', () => {
  const role = (name: string) => ({ by: 'role', role: name });
  const step = (id: string, kind: string, more: object = {}) => ({ id, kind, title, assignee: role(id), ...more });
  /** Three steps, of which the last passes in the name of whoever agreed to the first. */
  const through = (middle: object = {}, last: object = { samePerson: 'any' }) => {
    const flow = [step('first', 'review'), step('second', 'review', middle), step('third', 'approve', last)];
    const play = new Play(definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow })).seat('first', 'mei').seat('second', 'chen');
    play.verdicts['third'] = { kind: 'merged', person: 'mei' };
    play.do('submit', 'ann', { form: formOf(10) });
    play.do('approve', 'mei', { shown: play.shown('first') });
    return play;
  };

  it('a step passes in the name of whoever agreed anywhere before', () => {
    const play = through();
    expect(play.do('approve', 'chen')).toBeNull();
    expect(recordOf(play.context, 'third')?.status).toBe('merged');
  });

  it('which `merge` says of the step directly before alone', () => {
    const play = through({}, {});
    expect(() => play.do('approve', 'chen')).toThrow(/Expected to merge “third”/);
  });

  it('not where something was signed since that they have not seen', () => {
    const play = through({ kind: 'opinion' });
    expect(() => play.do('approve', 'chen', { stance: 'against', comment: 'no' })).toThrow(/Expected to merge “third”/);
  });

  it('not where something was filled in since', () => {
    const flow = { kind: 'review', fields: { write: ['purchase'] } };
    const fields = [...EXPENSE.form.fields, { key: 'purchase', type: 'text', label: title, filledAt: 'step' }];
    const steps = [step('first', 'review'), step('second', 'review', flow), step('third', 'approve', { samePerson: 'any' })];
    const play = new Play(definitionSchema.parse({ ...EXPENSE, form: { fields }, submitChecks: [], flow: steps }))
      .seat('first', 'mei')
      .seat('second', 'chen');
    play.verdicts['third'] = { kind: 'merged', person: 'mei' };
    play.do('submit', 'ann', { form: formOf(10) });
    play.do('approve', 'mei', { shown: play.shown('first') });
    expect(() => play.do('approve', 'chen')).toThrow(/Expected to merge “third”/);
  });

  it('and counts anew in each walk: a yes that only stands passes nothing', () => {
    const play = through({ returns: { to: ['requester'], resume: 'straight-back' } });
    expect(play.do('return', 'chen', { to: 'requester', comment: 'again' })).toBeNull();
    expect(play.do('resubmit', 'ann', { form: formOf(10) })).toBeNull();
    expect(recordOf(play.context, 'first')?.status).toBe('passed');
    expect(() => play.do('approve', 'chen')).toThrow(/Expected to merge “third”/);
  });
});

describe('policies on the head', () => {
  const head = { samePerson: 'superior', whenRequester: 'superior', whenNobody: 'skip' };
  const flow = [
    { id: 'look', kind: 'review', title, assignee: { by: 'superior' } },
    { id: 'own', kind: 'review', title, assignee: { by: 'superior' }, samePerson: 'ask', whenNobody: 'block' },
    {
      ...{ id: 'ways', kind: 'branch', title },
      cases: [
        { title, when: { filled: { field: 'amount' } }, steps: [{ id: 'deep', kind: 'opinion', title, assignee: { by: 'superior' } }] },
      ],
    },
    { id: 'consent', kind: 'approve', title, assignee: { by: 'superior' } },
  ];
  const read = parseDefinition({ ...EXPENSE, submitChecks: [], policies: head, flow });
  const steps = read.ok ? JSON.parse(JSON.stringify(read.definition.flow)) : [];

  it('hold for every step that says nothing of its own, however deep', () => {
    expect(steps[0]).toMatchObject(head);
    expect(steps[2].cases[0].steps[0]).toMatchObject(head);
  });

  it('are overridden by a step', () => {
    expect(steps[1]).toMatchObject({ samePerson: 'ask', whenRequester: 'superior', whenNobody: 'block' });
  });

  it('never skip an approval for want of people', () => {
    expect(steps[3]).toMatchObject({ samePerson: 'superior', whenNobody: 'block' });
    expect(read.ok && verify(read.definition).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('read the same once they were written out', () => {
    expect(read.ok && parseDefinition(JSON.parse(JSON.stringify(read.definition)))).toEqual(read);
  });

  it('ask the database for those above everybody', () => {
    expect(read.ok && new Play(read.definition).process.lookups.above).toBe(true);
    expect(new Play(definitionSchema.parse(EXPENSE)).process.lookups.above).toBeUndefined();
  });
});
