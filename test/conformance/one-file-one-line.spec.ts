import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import {
  eventText,
  noticeText,
  operationOf,
  refusalText,
  type Definition,
  type Notice,
  type RefusalCode,
  type TransitionEvent,
} from '@countersign/domain';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openapiCommand } from '../../apps/api/src/cli/openapi.command';
import { problemStatus } from '../../apps/api/src/http/problem/problem-status';
import { EnginePlayer } from './golden/engine-player';
import { expense } from './golden/expense.forms';
import { expectedOf, wordRow, type Golden, type Row } from './golden/golden';
import { readGolden } from './golden/read-golden';

/**
 * What the next operation and the next kind of step cost: one file each (`toys/`), and one line in the list of their kind. The lists are the only
 * thing that is changed here; whatever else a toy needs, it would be missing below.
 */
jest.mock('../../libs/domain/src/operations', () => {
  const { OPERATIONS } = jest.requireActual<{ OPERATIONS: object }>('../../libs/domain/src/operations');
  const { endorseOperation } = jest.requireActual<{ endorseOperation: object }>('./toys/endorse.operation');
  const { remarkOperation } = jest.requireActual<{ remarkOperation: object }>('./toys/remark.operation');
  return { OPERATIONS: { ...OPERATIONS, endorse: endorseOperation, remark: remarkOperation } };
});
jest.mock('../../libs/domain/src/definition/steps', () => {
  const { STEP_KINDS } = jest.requireActual<{ STEP_KINDS: object }>('../../libs/domain/src/definition/steps');
  const { acknowledgeStep } = jest.requireActual<{ acknowledgeStep: object }>('./toys/acknowledge.step');
  return { STEP_KINDS: { ...STEP_KINDS, acknowledge: acknowledgeStep } };
});
jest.mock('@countersign/definitions', () => {
  const actual = jest.requireActual<{ SEED_DEFINITIONS: { key: string; flow: { id: string }[] }[] }>('../../workflows/definitions');
  const [expense] = actual.SEED_DEFINITIONS.filter(({ key }) => key === 'expense-reimbursement');
  const read = { kind: 'acknowledge', id: 'read-it', title: { zh: '知悉', en: 'For your information' }, assignee: { by: 'superior' } };
  const { parseDefinition } = jest.requireActual<typeof import('@countersign/domain')>('../../libs/domain/src');
  const toy = parseDefinition({ ...expense, key: 'toy', version: 1, flow: [read] });
  if (!toy.ok) throw new Error(`Expected the toy to be a definition, but ${JSON.stringify(toy)}`);
  return { ...actual, SEED_DEFINITIONS: [...actual.SEED_DEFINITIONS, toy.definition] };
});

const root = path.resolve(__dirname, '..', '..');
const [table] = readGolden('toy', [
  {
    name: 'a request is endorsed, which ends it; taken back, it waits again',
    forms: { first: expense({ amounts: ['800.00'] }) },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened read-it zhang-wei ⇒ read-it: zhang-wei
      li-na remark comment=“补充一句”
        → request.remarked ⇒ read-it: zhang-wei
      li-na endorse comment=“好”
        → refused not-assignee
      zhang-wei endorse
        → refused comment-required
      zhang-wei endorse comment=“看过了”
        → task.decided read-it zhang-wei endorse · step.passed read-it · request.finished approved ⇒ approved
      zhang-wei undo
        → decision.undone endorse read-it · task.opened read-it zhang-wei ⇒ read-it: zhang-wei
      zhang-wei approve
        → task.decided read-it zhang-wei approve · step.passed read-it · request.finished approved ⇒ approved
      zhang-wei endorse step=read-it comment=“再看”
        → refused already-decided
      li-na remark comment=“再说一句”
        → refused nothing-said
    `,
  },
]);

describe('an operation and a kind of step, each one file and one line', () => {
  it('play golden rows, fold again, and say every refusal in both languages', () => {
    const player = new EnginePlayer(table as Golden);
    const refused = new Set<string>();
    for (const row of table?.rows ?? []) {
      expect({ row: wordRow(row), ...player.play(row) }).toEqual({ row: wordRow(row), ...expectedOf(row) });
      if ('refused' in row && row.refused) refused.add(row.refused);
    }
    for (const { expected, folded } of player.foldAgain()) expect(folded).toEqual(expected);
    for (const code of refused) {
      const { zh, en } = refusalText({ code: code as RefusalCode, params: { owners: [] } });
      expect([/[\u4e00-\u9fff]/.test(zh), /[a-z]{2}/.test(en)]).toEqual([true, true]);
    }
  });

  it('have their buttons, with the reason where they are off', () => {
    const player = new EnginePlayer(table as Golden);
    player.play((table as Golden).rows[0] as Row);
    const buttons = (person: string) =>
      player.allowed(person).map(({ command, label, refusal }) => [command, label.zh, refusal?.code ?? 'on']);
    expect(buttons('zhang-wei')).toEqual(
      expect.arrayContaining([
        ['endorse', '附议', 'on'],
        ['approve', '已阅', 'on'],
      ]),
    );
    expect(player.allowed('zhang-wei').find(({ command }) => String(command) === 'endorse')).toMatchObject({
      needsComment: true,
      past: { en: 'Endorsed' },
    });
    expect(buttons('li-na')).toEqual([
      ['urge', '催办', 'on'],
      ['withdraw', '撤回', 'on'],
      ['remark', '说明', 'on'],
    ]);
  });

  it('have their place on the screen, and a press brings what they take', () => {
    const { type, place, body } = operationOf('endorse' as never);
    const { buttonPlaces, bodyOf, offering, option } = screen();
    const endorse = option({ command: type, place, asks: Object.keys(body.shape), enabled: false });
    expect(buttonPlaces(offering(endorse))).toMatchObject({ [place]: [endorse] });
    expect(bodyOf(endorse, { comment: '好', stance: 'for', fields: {} }, null)).toEqual({ comment: '好' });
  });

  it('have their route in the document, and their form in the definition’s', async () => {
    const { paths, components } = JSON.parse((await openapiCommand.run([])).text) as OpenAPIObject;
    const route = paths['/api/v1/tasks/{id}/endorse']?.post;
    const needed = (route?.parameters ?? []).flatMap((each) => ('name' in each && each.required ? [each.name] : []));
    expect(needed.sort()).toEqual(['Idempotency-Key', 'If-Match', 'id']);
    expect(JSON.stringify(route?.requestBody)).toContain('"comment"');
    expect(JSON.stringify(components?.schemas?.['AllowedView'])).toContain('"endorse"');
    expect(JSON.stringify(components?.schemas?.['NotificationItem'])).toContain('"request-remarked"');
    expect(JSON.stringify(components?.schemas?.['Step'])).toContain('"acknowledge"');
    expect(JSON.stringify(components?.schemas?.['ExpectedStep'])).toContain('"acknowledge"');
  });

  it('are told in words of their own', () => {
    const definition = SEED_DEFINITIONS.find(({ key }) => key === 'toy') as Definition;
    const context = { definition, names: { people: {}, units: {}, roles: {}, requests: {} } };
    const undone: TransitionEvent = { type: 'decision.undone', step: 'read-it', what: 'endorse' as never, of: 2 };
    expect(eventText(undone, context)).toEqual({ zh: '撤销了附议', en: 'Took the endorsement back' });
    const decided = {
      type: 'task.decided',
      step: 'read-it',
      generation: 1,
      seat: 0,
      person: 'x',
      decision: 'approve',
      answer: 'yes',
      stance: null,
    } as const;
    expect(eventText(decided, context)).toEqual({ zh: '已阅', en: 'Acknowledged it' });
    expect(eventText({ ...decided, decision: 'endorse' as never }, context)).toEqual({ zh: '已附议', en: 'Endorsed' });
    const names = { ...context.names, people: { x: { zh: '李娜', en: 'Li Na' } } };
    const remarked = { type: 'request.remarked', person: 'x' } as unknown as TransitionEvent;
    expect(eventText(remarked, { definition, names })).toEqual({ zh: '李娜作了说明', en: 'Li Na made a remark' });
    const closed = {
      type: 'task.closed',
      step: 'read-it',
      generation: 1,
      seat: 0,
      person: 'x',
      reason: 'endorsed',
    } as unknown as TransitionEvent;
    expect(eventText(closed, context)).toEqual({ zh: '已由他人附议', en: 'Somebody else endorsed it' });
    const row = { zh: '报销', en: 'Expense' };
    expect(noticeText('request-remarked' as Notice, { request: row, requester: row, step: null, actor: null })).toEqual({
      zh: '「报销」有说明',
      en: 'There is a remark on “Expense”',
    });
    expect(problemStatus('nothing-said' as RefusalCode)).toBe(409);
  });
});

/** What the web makes of a button: its own functions, read as they are, for its types are resolved in another way than those of this room. */
function screen() {
  const at = '../../apps/web/src/features/request';
  return {
    ...jest.requireActual<{ buttonPlaces: (view: object) => object }>(`${at}/buttons/buttons`),
    ...jest.requireActual<{ bodyOf: (option: object, said: object, task: null) => object }>(`${at}/decision/command-of`),
    ...jest.requireActual<{ offering: (option: object) => object; option: (told: object) => object }>(`${at}/buttons/option.fixture`),
  };
}

describe('what is forgotten of them', () => {
  let place: string;
  beforeAll(() => {
    place = mkdtempSync(path.join(tmpdir(), 'countersign-house-'));
    symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
  });
  afterAll(() => rmSync(place, { recursive: true }));

  it('is nothing: the toys compile as they stand', () => {
    expect(compiled(place, {})).toEqual([]);
  }, 120_000);

  it('is said by the compiler, by name: a text, a language, a word, a line', () => {
    const textless = compiled(place, {
      'operations/endorse.operation.ts': (text) => text.replace(/ {2}past: .*\n/, ''),
      'definition/steps/acknowledge.step.ts': (text) => text.replace(", en: 'Acknowledgement'", ''),
    });
    expect(textless).toEqual([
      expect.stringMatching(/acknowledge\.step\.ts.*'en' is missing/),
      expect.stringMatching(/endorse\.operation\.ts.*'past' is missing/),
    ]);
    const wordless = compiled(place, {
      'operations/endorse.operation.ts': (text) => text.replace(/ {2}closings: .*\n/, ''),
      'operations/remark.operation.ts': (text) => text.replace(", en: 'Nothing can be said now'", ''),
    });
    expect(wordless).toEqual([
      expect.stringMatching(/endorse\.operation\.ts.*not assignable to type 'Operation<"endorse">'/),
      expect.stringMatching(/remark\.operation\.ts.*'en' is missing/),
    ]);
    const unlisted = compiled(place, {
      'operations/index.ts': (text) => text.replace(/.*endorse.*\n/g, ''),
      'definition/steps/acknowledge.step.ts': (text) => text.replace(/ {4}done: .*\n/, ''),
    });
    expect(unlisted).toEqual([
      expect.stringMatching(/acknowledge\.step\.ts.*'done' is missing/),
      expect.stringMatching(/operations\/index\.ts.*'endorse' is missing/),
    ]);
  }, 240_000);
});

/** The domain with the toys in it, each at its place and on its line, otherwise as `changes` say: what the compiler says of it. */
function compiled(place: string, changes: Record<string, (text: string) => string>): string[] {
  const src = path.join(place, 'src');
  rmSync(src, { recursive: true, force: true });
  mkdirSync(src, { recursive: true });
  cpSync(path.join(root, 'libs/domain/src'), src, { recursive: true, filter: (from) => !/\.(spec|fixture)\.ts$/.test(from) });
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(path.join(src, file), change(readFileSync(path.join(src, file), 'utf8')));
  const toy = (file: string, at: string, up: string): void => {
    const text = readFileSync(path.join(__dirname, 'toys', file), 'utf8');
    writeFileSync(path.join(src, at, file), text.replaceAll('../../../libs/domain/src/', up));
  };
  toy('endorse.operation.ts', 'operations', '../');
  toy('remark.operation.ts', 'operations', '../');
  toy('acknowledge.step.ts', 'definition/steps', '../../');
  const listed = (name: string, from: string, line: string) => (text: string) =>
    `import { ${name} } from '${from}';\n${text.replace(/^(export const [A-Z_]+.* = \{)$/m, `$1\n  ${line}`)}`;
  edit('operations/index.ts', listed('endorseOperation', './endorse.operation', 'endorse: endorseOperation,'));
  edit('operations/index.ts', listed('remarkOperation', './remark.operation', 'remark: remarkOperation,'));
  edit('definition/steps/index.ts', listed('acknowledgeStep', './acknowledge.step', 'acknowledge: acknowledgeStep,'));
  for (const [file, change] of Object.entries(changes)) edit(file, change);
  const { compilerOptions } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8')) as { compilerOptions: object };
  const options = { ...compilerOptions, paths: {}, types: [], rootDir: '.', noEmit: true, incremental: true, tsBuildInfoFile: 'seen.json' };
  // What the compiler has seen of the files that stand as they stood, it does not look at again.
  writeFileSync(path.join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['src'] }));
  const compiler = path.join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
  // Four checkers (the default) look at the same types four times over: twice the work.
  const args = [compiler, '--pretty', 'false', '--checkers', '1', '-p', place];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes('error TS'))
    .sort();
}
