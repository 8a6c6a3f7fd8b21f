import { block } from '../engine/advance';
import { begin } from '../engine/begin';
import { decide, resolverOver } from '../engine/decide';
import { formSurroundings } from '../form/form-condition';
import { compile } from '../machine/compile';
import { commandFrom } from '../operations/command-from';
import { actorFacts } from '../people/actor-facts';
import type { Directory } from '../people/directory';
import { unitPath } from '../people/posts';
import { cny, NOW, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import type { CommandBody } from '../request/command';
import type { Facts, StepVerdict } from '../request/facts';
import type { FormValues } from '../request/request-state';
import type { EngineRequest } from '../request/transition';
import { fitTexts } from '../sentences/people/fit-text';
import type { Fit } from './fit';
import { consequencesOf, namingRefusals, type TriedRequest } from './consequences';
import { inOneGo } from './in-one-go.fixture';

const sample = compile(sampleDefinition());
const process = sample;
const FINANCE = ['liu', 'song', 'chen', 'ops', 'na'];

/** The sample company, of whose people only these are still there. */
function company(...here: string[]): Directory {
  const directory = sampleDirectory();
  const people = Object.values(directory.people).map((person) => [person.id, { ...person, active: here.includes(person.id) }]);
  return { ...directory, people: Object.fromEntries(people) as Directory['people'] };
}
const whole = sampleDirectory();
const everybody = company(...Object.keys(whole.people));

function facts(directory: Directory, actor: string, rights: string[]): Facts {
  const seats: Record<string, StepVerdict> = {};
  const { now, today } = directory;
  return {
    now,
    today,
    actor: actorFacts(directory, actor, rights),
    requesterUnitPath: unitPath(directory, 'xuhui'),
    params: {},
    seats,
    claimed: {},
  };
}

/** Li Na's request as it stands after her submit, by a directory. */
function submitted(directory: Directory, amount = 400, process = sample): { request: EngineRequest; form: FormValues } {
  const form = { amount: cny(amount) };
  const request = begin(process.definition, 'r1');
  const body: CommandBody = { type: 'submit', requestId: 'r1', actor: 'na', form };
  const around = facts(directory, 'na', []);
  const before = { form: null, surroundings: formSurroundings(request.state.context, around) };
  const ask = { command: commandFrom(process, body, 'c1', before), body, before };
  const decided = decide(process, request, { ask, facts: around }, resolverOver(process, directory));
  if ('refused' in decided) throw new Error(`Expected the submit to be taken, but it was refused: ${decided.refused.code}`);
  return { request: decided.request, form: decided.form };
}

const RIGHTS = ['requests.operate', 'requests.assign'];

function tried({ request, form }: { request: EngineRequest; form: FormValues }, directory: Directory, rights = RIGHTS): TriedRequest {
  const around = facts(directory, 'ops', rights);
  return { request, directory, facts: around, before: { form, surroundings: formSurroundings(request.state.context, around) } };
}

const press = (body: Partial<CommandBody> & Pick<CommandBody, 'type'>): CommandBody => ({ requestId: 'r1', actor: 'ops', ...body });

describe('who may be named in a press', () => {
  const codes = (of: TriedRequest, body: CommandBody, people: string[]) =>
    inOneGo(namingRefusals(process, { tried: of, body, people })).map((no) => no?.code ?? null);
  const people = ['na', 'zhang', 'nobody-at-all', 'sun'];

  it('is told for each of several people, with what the press itself would be refused for', () => {
    const open = { ...tried(submitted(everybody), everybody), facts: facts(everybody, 'zhang', []) };
    const by = (type: CommandBody['type']) => codes(open, press({ type, actor: 'zhang', step: 'review' }), people);
    expect(by('transfer')).toEqual(['own-matter-of', 'already-theirs', 'not-assignable', null]);
    expect(by('ask')).toEqual([null, 'already-theirs', 'not-assignable', null]);
    expect(by('sign-after')).toEqual(['not-assignable', 'signs-already', 'not-assignable', null]);
  });

  it('holds for whoever looks after a request as well', () => {
    const financeOnly = company(...FINANCE);
    const stuck = tried(submitted(financeOnly), financeOnly);
    expect(codes(stuck, press({ type: 'assign', step: 'review' }), ['na', 'zhang', 'liu'])).toEqual([
      'not-assignable',
      'not-assignable',
      null,
    ]);
  });
});

describe('what a command would bring about', () => {
  const financeOnly = company(...FINANCE);
  const stuck = tried(submitted(financeOnly), financeOnly);

  it('is who would have it, and the way from there', () => {
    const found = inOneGo(consequencesOf(process, stuck, press({ type: 'assign', step: 'review', person: 'liu' })));
    if ('refused' in found) throw new Error(found.refused.code);
    expect(found.stands).toBe('running');
    expect(found.steps[0]).toMatchObject({ step: 'review', people: ['liu'], current: true, derivation: { rules: [{ chosen: ['liu'] }] } });
    expect(found.steps.length).toBeGreaterThan(1);
    expect(found.lost).toEqual([]);
    expect(found.told).toEqual(['liu']);
    expect(found.fit).toEqual({ step: 'review', person: 'liu', authority: null, unconcerned: true, apart: [], awayUntil: null });
  });

  it('is who would be told, and why whoever is named may have it, with what their limit covers', () => {
    const open = tried(submitted(everybody), everybody);
    const found = inOneGo(consequencesOf(process, open, press({ type: 'reassign', step: 'review', person: 'sun' })));
    if ('refused' in found) throw new Error(found.refused.code);
    expect(found.told).toEqual(expect.arrayContaining(['zhang', 'sun']));
    expect(found.fit).toMatchObject({ person: 'sun', apart: [] });
    const context = { definition: process.definition, names: { people: {}, units: {}, roles: {}, requests: {} } };
    const money = { limit: cny(5_000), amount: cny(400) };
    const said = fitTexts({ ...(found.fit as Fit), authority: money, apart: ['check'], awayUntil: NOW }, context);
    expect(said.map(({ zh }) => zh)).toEqual([
      '额度 ¥5,000 覆盖 ¥400',
      '不是申请人，也不是受益人',
      '没有处理过「查验单据」',
      expect.stringContaining('离岗至'),
    ]);
  });

  it('is, of a suspension, who keeps their task and the way as it goes on once it is resumed', () => {
    const open = tried(submitted(everybody), everybody);
    const found = inOneGo(consequencesOf(process, open, press({ type: 'suspend' })));
    if ('refused' in found) throw new Error(found.refused.code);
    expect(found).toMatchObject({ stands: 'running', lost: [] });
    expect(found.steps[0]).toMatchObject({ step: 'review', current: true });
    expect(found.steps.length).toBeGreaterThan(1);
  });

  it('is told also where nobody can say what comes after: a list of the requester’s own, of which they may not pass all in one word', () => {
    const items = [{ id: 'shelves', title: { zh: '货架', en: 'Shelves' } }];
    const title = { zh: '开业准备', en: 'Preparation' };
    const list = { kind: 'checklist', id: 'prepare', title, assignee: { by: 'role', role: 'store-manager' }, items } as never;
    const own = compile(sampleDefinition({ flow: [list] }));
    const open = tried(submitted(everybody, 400, own), everybody);
    const found = inOneGo(consequencesOf(own, open, press({ type: 'suspend' })));
    expect(found).toMatchObject({ stands: 'running', steps: [{ step: 'prepare', people: ['na'] }] });
  });

  it('is why it would be refused', () => {
    for (const person of ['na', 'zhang', 'nobody-at-all'])
      expect(inOneGo(consequencesOf(process, stuck, press({ type: 'assign', step: 'review', person })))).toMatchObject({
        refused: { code: 'not-assignable' },
      });
    const without = tried(submitted(financeOnly), financeOnly, []);
    expect(inOneGo(consequencesOf(process, without, press({ type: 'terminate' })))).toMatchObject({ refused: { code: 'right-not-held' } });
    const stranger = press({ type: 'terminate', actor: 'liu' });
    expect(inOneGo(consequencesOf(process, without, stranger))).toMatchObject({ refused: { code: 'not-owner' } });
  });

  it('is that nothing is found still, or who is found now', () => {
    const again = press({ type: 'resolve-again' });
    expect(inOneGo(consequencesOf(process, stuck, again))).toMatchObject({
      stands: 'blocked',
      steps: [{ step: 'review', people: [], result: 'blocked' }],
    });
    expect(inOneGo(consequencesOf(process, { ...stuck, directory: everybody }, again))).toMatchObject({
      stands: 'running',
      steps: expect.arrayContaining([expect.objectContaining({ step: 'review', people: ['zhang'], current: true })]),
    });
  });

  it('is whose task goes, and changes nothing', () => {
    const open = tried(submitted(everybody), everybody);
    const before = JSON.stringify(open.request.state);
    expect(inOneGo(consequencesOf(process, open, press({ type: 'terminate' })))).toEqual({
      stands: 'terminated',
      steps: [],
      lost: [{ step: 'review', person: 'zhang', reason: 'terminated' }],
      kept: [],
      told: ['zhang', 'na'],
      due: {},
      fit: null,
    });
    expect(JSON.stringify(open.request.state)).toBe(before);
  });

  it('takes nobody for a loser who is asked again', () => {
    const open = submitted(everybody);
    const { request } = block(open.request, 'a guard threw', facts(everybody, 'ops', []));
    const corrected = inOneGo(
      consequencesOf(process, tried({ ...open, request }, everybody), press({ type: 'correct', form: { amount: cny(900) } })),
    );
    expect(corrected).toMatchObject({
      stands: 'running',
      lost: [],
      steps: expect.arrayContaining([expect.objectContaining({ people: ['zhang'] })]),
    });
  });

  it('can be told of a request whose definition cannot be run any more', () => {
    const broken = { ...process, machine: null, poisoned: 'no such guard' };
    const { request, form } = submitted(everybody);
    const stopped = block(request, 'no such guard', facts(everybody, 'ops', [])).request;
    expect(inOneGo(consequencesOf(broken, tried({ request: stopped, form }, everybody), press({ type: 'terminate' })))).toMatchObject({
      stands: 'terminated',
    });
  });
});
