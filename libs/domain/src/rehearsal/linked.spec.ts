import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { submitFaults } from '../preview/submit-faults';
import type { LinkedRequest } from '../request/facts';
import { saysSame, withoutTexts } from '../request/links/linked-said';
import type { Outcome } from '../request/request-state';
import { refusalText } from '../sentences/refusals/refusal-text';
import { linkFindings } from '../verify/links/link-rules';
import { verify } from '../verify/verify';
import { EXPENSE } from './expense.fixture';
import { act, checker, done, flowOf, open, peopled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';
import { formOf } from './staffed.fixture';

const label = { zh: '许可', en: 'Permit' };
const ID = '01890000-0000-7000-8000-000000000001';

/** A request that names a permit: `first`, then `last`. */
function leaning(link: object, flow: object[] = [checker('first', { returns: { to: ['requester'] } }), checker('last')]): Definition {
  const fields = [
    ...EXPENSE.form.fields,
    { key: 'permit', type: 'request', label, definition: 'permit', ...link },
    { key: 'place', type: 'text', label },
  ];
  return definitionSchema.parse({ ...flowOf(flow), form: { fields }, revoke: { by: ['operator'] } });
}

const permit = (outcome: Outcome | null, said: LinkedRequest['said'] = {}): Record<string, LinkedRequest> => ({
  permit: { id: ID, key: 'permit', number: 'XK-7', outcome, said },
});

function play(link: object, linked?: Record<string, LinkedRequest>): Play {
  const scene = peopled(leaning(link));
  if (linked) scene.linked = linked;
  return scene;
}

const submits = (scene: Play, more: object = { permit: ID }) =>
  scene.do('submit', 'ann', { form: { ...formOf(100), ...more } })?.code ?? null;

describe('a request that another one is based on', () => {
  it.each<[Outcome | null, string | null]>([
    ['approved', null],
    [null, 'linked-not-approved'],
    ['rejected', 'linked-not-approved'],
    ['revoked', 'linked-not-approved'],
  ])('has to be approved (%s) when this one is submitted', (outcome, code) => {
    expect(submits(play({ must: 'approved' }, permit(outcome)))).toBe(code);
  });

  it('has to be there, and may be left blank where nothing demands it', () => {
    expect(submits(play({ must: 'approved' }, {}))).toBe('linked-not-approved');
    expect(submits(play({ must: 'approved' }, { permit: { ...permit('approved').permit!, id: 'another' } }))).toBe('linked-not-approved');
    expect(submits(play({ must: 'approved' }, {}), {})).toBeNull();
    expect(submits(play({}, {}))).toBeNull();
  });

  it.each([
    ['Shop 1', 'shop1', null],
    ['Shop 1', 'Shop 2', 'linked-differs'],
    ['Shop 1', null, 'linked-differs'],
    [null, 'Shop 1', 'linked-differs'],
  ])('has to say the same: %s and %s', (own, other, code) => {
    // As it was looked up, as journals hold it, and as those of earlier versions do.
    for (const linked of [permit(null, { where: other }), withoutTexts(permit(null, { where: other }))]) {
      const scene = play({ same: [['place', 'where']] }, linked);
      expect(submits(scene, { permit: ID, place: own })).toBe(code);
    }
  });

  it('is kept without what it says, and with another digest of the same for each request', () => {
    const said = { where: 'Shop 1', share: 1.5, both: true, nothing: null, cost: { minor: '100', currency: 'CNY' } };
    const kept = withoutTexts(permit('approved', said)).permit!;
    expect(withoutTexts({ permit: kept })).toEqual({ permit: kept });
    expect(JSON.stringify(kept)).not.toMatch(/Shop|shop|1\.5|true|minor/);
    expect([kept.number, kept.outcome, kept.said['nothing'], kept.said['cost']]).toEqual(['XK-7', 'approved', null, null]);
    const other = withoutTexts({ permit: { ...permit('approved', said).permit!, id: 'another' } }).permit!;
    expect(other.said['where']).not.toEqual(kept.said['where']);
    for (const [field, own, exact, same] of [
      ['where', 'shop1', false, true],
      ['where', 'shop1', true, false],
      ['where', 'Shop 1', true, true],
      ['share', 1.5, true, true],
      ['both', true, true, true],
      ['nothing', null, true, false],
      ['cost', { minor: '100', currency: 'CNY' }, true, false],
    ] as const)
      expect([field, own, saysSame(kept, field, own as never, exact)]).toEqual([field, own, same]);
  });

  it('has to hold whenever somebody agrees, where it says so, and nowhere else; the button says why not', () => {
    const [inForce, approved] = (['in-force', 'approved'] as const).map((must) => play({ must }, permit('approved'))) as [Play, Play];
    for (const scene of [inForce, approved]) {
      expect(submits(scene)).toBeNull();
      scene.linked = permit('revoked');
    }
    const { now, today, requesterUnitPath, linked } = inForce.facts('first-er');
    const buttons = allowed(inForce.process, inForce.request.state, inForce.actor('first-er'), {
      now,
      today,
      requesterUnitPath,
      ...(linked && { linked }),
    });
    expect(buttons.find(({ command }) => command === 'approve')?.refusal?.code).toBe('linked-not-approved');
    expect([act(inForce, 'approve', 'first')?.code, act(approved, 'approve', 'first')]).toEqual(['linked-not-approved', null]);
    expect(act(inForce, 'return', 'first', { to: 'requester', resume: 'walk-again' })).toBeNull();
    inForce.linked = permit('approved');
    expect(inForce.do('resubmit', 'ann', { form: { ...formOf(100), permit: ID } })).toBeNull();
    done(inForce, 'first', 'last');
    expect([inForce.context.outcome, open(approved)]).toEqual(['approved', ['last']]);
    expect(fold(inForce.process, inForce.journal).hash).toBe(inForce.request.hash);
  });

  it('tells those that are based on it when it is revoked', () => {
    const scene = play({}, {});
    scene.actors['ops'] = { rights: ['requests.operate'] };
    submits(scene, {});
    done(scene, 'first', 'last');
    expect(scene.effects.map(({ type }) => type)).not.toContain('tell-citing');
    scene.do('revoke', 'ops', { comment: 'No.' });
    expect(scene.effects.map(({ type }) => type)).toContain('tell-citing');
  });

  it('tells them as well when its approval is taken back, and nobody where there was none', () => {
    const scene = play({}, {});
    submits(scene, {});
    done(scene, 'first', 'last');
    expect(scene.do('undo', 'last-er')).toBeNull();
    expect(scene.effects.map(({ type }) => type)).toContain('tell-citing');
    act(scene, 'reject', 'last');
    expect(scene.do('undo', 'last-er')).toBeNull();
    expect(scene.effects.map(({ type }) => type)).not.toContain('tell-citing');
  });

  it('is named under its field before anything is submitted, in words', () => {
    const { process } = play({ must: 'approved' });
    const directory = {
      now: '2026-03-02T02:00:00.000Z',
      today: '2026-03-02',
      people: {},
      positions: [],
      units: {},
      grants: [],
      operators: [],
    };
    const input = { form: { ...formOf(100), permit: ID }, requesterId: 'ann', directory, params: {}, choices: {} };
    const { checks } = submitFaults(process, { ...input, linked: permit('revoked') });
    expect(checks.map(({ problem, refusal }) => [problem.field, refusalText(refusal).en])).toEqual([
      ['permit', 'XK-7 has been revoked; it has to be one that is approved and in force'],
    ]);
    const differs = { code: 'linked-differs' as const, params: { field: 'permit', own: 'place', request: 'XK-7' } };
    expect(refusalText(differs, { definition: process.definition })).toEqual({
      zh: '「许可」与申请 XK-7 不一致',
      en: '“Permit” is not what XK-7 says',
    });
  });

  it('is compared in fields that the other process has, of the same kind', () => {
    const other = (fields: object[]) => definitionSchema.parse({ ...flowOf([checker('only')]), key: 'permit', form: { fields } });
    const codes = (fields: object[]) =>
      linkFindings(leaning({ same: [['place', 'where']] }), new Map([['permit', other(fields)]])).map(({ code }) => code);
    expect(codes([{ key: 'where', type: 'text', label }])).toEqual([]);
    expect(codes([{ key: 'where', type: 'yes-no', label }])).toEqual(['same-unknown']);
    expect(codes([{ key: 'place', type: 'text', label }])).toEqual(['same-unknown']);
  });

  it('is of one process where something has to be the same, in fields that can be compared and are not hidden from who decides', () => {
    const codes = (link: object, flow?: object[]) =>
      verify(leaning(link, flow)).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    expect(codes({ must: 'in-force', same: [['place', 'where']] })).toEqual([]);
    expect(codes({ same: [['nothing', 'where']] })).toEqual(['unknown-field']);
    expect(codes({ same: [['items', 'where']] })).toEqual(['not-comparable']);
    expect(codes({ definition: undefined, same: [['place', 'where']] })).toEqual(['same-of-any']);
    expect(codes({ must: 'in-force' }, [checker('first', { fields: { hidden: ['permit'] } })])).not.toEqual([]);
    expect(codes({ must: 'approved' }, [checker('first', { fields: { hidden: ['permit'] } })])).toEqual([]);
  });
});
