import { compile } from '../machine/compile';
import { sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import type { Absence, Directory } from '../people/directory';
import type { DefinitionInput } from '../definition/definition.schema';
import { recordOf } from '../request/standing';
import { changed, fold, Play } from './play.fixture';

const text = (zh: string) => ({ zh, en: zh });
const EXPENSE = { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' };
type Flow = DefinitionInput['flow'];
type StepInput = Record<string, unknown>;
const climb: StepInput = { id: 'approval', kind: 'approve', title: text('批准'), assignee: { by: 'climb' }, authority: EXPENSE };
const role = (name: string, id = 'review'): StepInput => ({
  id,
  kind: 'review',
  title: text('审核'),
  assignee: { by: 'role', role: name, scope: 'company' },
});

/** A request of 李娜 in the sample company: 张伟 ≤ 1,000, 孙倩 ≤ 5,000, 周岩 ≤ 20,000, 郑国华 without limit. */
function play(flow: StepInput[], amount: number, change?: (directory: Directory) => void) {
  const scene = new Play(sampleDefinition({ flow: flow as Flow }));
  scene.directory = sampleDirectory();
  change?.(scene.directory);
  expect(scene.do('submit', 'na', { form: { amount: { minor: String(amount * 100), currency: 'CNY' } } })).toBeNull();
  return scene;
}

const away = (person: string, standIn: string, processes: string[] | null = null): Absence => ({
  ...{ person, standIn, processes },
  until: '2026-11-27T10:00:00.000Z',
});
const leave = (scene: Play, ...absences: Absence[]) => {
  scene.directory = { ...scene.directory!, absences };
  return changed(scene);
};
const asked = (scene: Play, step = scene.value) =>
  Object.values(recordOf(scene.context, step)?.seats ?? {}).map(({ person, actingFor }) =>
    actingFor ? `${person} for ${actingFor}` : person,
  );
const folds = (scene: Play) => expect(fold(compile(scene.process.definition), scene.journal)).toEqual(scene.request);

describe('somebody who is away', () => {
  it('gives the task to whoever stands in, and has it again at the end', () => {
    const scene = play([climb], 800);
    expect(asked(scene)).toEqual(['zhang']);
    expect(leave(scene, away('zhang', 'sun'))).toBeNull();
    expect(asked(scene)).toEqual(['sun for zhang']);
    expect(scene.do('approve', 'zhang')).toMatchObject({ code: 'not-assignee' });
    expect(leave(scene)).toBeNull();
    expect(asked(scene)).toEqual(['zhang']);
    folds(scene);
  });

  it('is decided for within the smaller of both limits, and else by whoever is above', () => {
    const scene = play([climb], 8_000);
    expect(asked(scene)).toEqual(['zhou']);
    leave(scene, away('zhou', 'sun'));
    expect(asked(scene)).toEqual(['zheng for zhou']);
    expect(scene.do('approve', 'sun')).toMatchObject({ code: 'not-assignee' });
    expect(scene.do('approve', 'zheng')).toBeNull();
    expect(scene.events).toContainEqual(expect.objectContaining({ type: 'task.decided', person: 'zheng', actingFor: 'zhou' }));
    // 周岩, who could sign more, stands in for 孙倩: what is above her limit never comes to her place.
    const small = play([climb], 4_000);
    leave(small, away('sun', 'zhou'));
    expect(asked(small)).toEqual(['zhou for sun']);
    small.directory = {
      ...small.directory!,
      grants: small.directory!.grants.map((each) =>
        each.role === 'ops-manager' ? { ...each, limit: { minor: '100000', currency: 'CNY' } } : each,
      ),
    };
    expect(small.do('approve', 'zhou')).toMatchObject({ code: 'over-limit', params: { limit: { minor: '100000' } } });
    folds(scene);
  });

  it('waits for its person where nobody else may', () => {
    const scene = play([climb], 8_000, (directory) => {
      directory.grants = directory.grants.filter(({ role: holder }) => holder === 'ops-director');
    });
    expect(leave(scene, away('zhou', 'sun'))).toMatchObject({ code: 'unchanged' });
    expect(scene.do('approve', 'zhou')).toBeNull();
  });

  it('is never decided for by the requester, who benefits, or who decided what is kept apart', () => {
    const own = play([climb], 800);
    leave(own, away('zhang', 'na'));
    expect(asked(own)).toEqual(['sun for zhang']);
    const apart = play([role('finance-specialist', 'check'), { ...role('finance-director'), distinctFrom: ['check'] }], 800);
    expect(apart.do('approve', 'liu')).toBeNull();
    leave(apart, away('song', 'liu'));
    expect(asked(apart)).toEqual(['zheng for song']);
    // The word of a stand-in is theirs, and that of the person whom they stood in for.
    const both = play([role('finance-specialist', 'check'), { ...role('finance-director'), distinctFrom: ['check'] }], 800);
    leave(both, away('liu', 'chen'));
    expect(asked(both)).toEqual(['chen for liu']);
    expect(both.do('approve', 'chen')).toBeNull();
    leave(both, away('song', 'liu'));
    expect(asked(both)).toEqual(['zheng for song']);
    folds(both);
  });

  it('gives away only the processes that they named, and nobody stands in for a stand-in', () => {
    const scene = play([climb], 800);
    expect(leave(scene, away('zhang', 'sun', ['travel']))).toMatchObject({ code: 'unchanged' });
    leave(scene, away('zhang', 'sun', ['expense']), away('sun', 'chen'));
    expect(asked(scene)).toEqual(['zhou for zhang']);
  });

  it('keeps a word that was given for them, and their own', () => {
    const people = [
      { title: text('财务'), assignee: { by: 'role', role: 'finance-director', scope: 'company' } },
      { title: text('出纳'), assignee: { by: 'role', role: 'treasury-cashier', scope: 'company' } },
    ];
    const scene = play([{ id: 'joint', kind: 'countersign', title: text('会签'), people }], 800);
    leave(scene, away('song', 'liu'));
    expect(asked(scene)).toEqual(['chen', 'liu for song']);
    expect(scene.do('approve', 'liu')).toBeNull();
    expect(leave(scene)).toMatchObject({ code: 'unchanged' });
    expect(asked(scene)).toEqual(['chen', 'liu for song']);
    expect(scene.do('approve', 'chen')).toBeNull();
    expect(scene.context.outcome).toBe('approved');
    folds(scene);
  });

  it('gives nobody a second voice among those who sign together', () => {
    const people = [
      { title: text('财务'), assignee: { by: 'role', role: 'finance-director', scope: 'company' } },
      { title: text('出纳'), assignee: { by: 'role', role: 'treasury-cashier', scope: 'company' } },
    ];
    const scene = play([{ id: 'joint', kind: 'countersign', title: text('会签'), people }], 800);
    leave(scene, away('song', 'chen'));
    expect(asked(scene)).toEqual(['chen', 'zheng for song']);
  });

  it('takes no word of one who signed for somebody as a yes of their own to the next step', () => {
    const scene = play(
      [
        { ...climb, id: 'first' },
        { ...role('ops-manager', 'second'), kind: 'approve' },
      ],
      800,
    );
    leave(scene, away('zhang', 'sun'));
    expect(scene.do('approve', 'sun')).toBeNull();
    expect(asked(scene, 'second')).toEqual(['sun']);
  });
});
