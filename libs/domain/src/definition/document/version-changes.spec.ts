import type { Definition } from '../definition.schema';
import { parseDefinition } from './parse-definition';
import { versionChanges } from './version-changes';

const words = (text: string) => ({ zh: text, en: text });
const approve = (id: string, more: object = {}) => ({ kind: 'approve', id, title: words(id), assignee: { by: 'superior' }, ...more });
const text = (key: string, more: object = {}) => ({ key, type: 'text', label: words(key), ...more });

function definition(flow: object[], more: { fields?: object[]; head?: object } = {}): Definition {
  const parsed = parseDefinition({
    ...{ key: 'sample', version: 1, title: words('样本'), area: 'store', numberPrefix: 'YB', start: { everyone: true } },
    ...{ sentence: words('x'), rowTitle: words('x'), form: { fields: more.fields ?? [text('note')] }, flow, ...more.head },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

const told = (before: Definition, after: Definition): string[] =>
  versionChanges(before, after).map(({ of, what, id, parts }) => [of, what, id, ...parts.map(({ zh }) => zh)].join(' '));

describe('what a version has changed', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => approve(id));
  const fork = (id: string, ...inside: unknown[]) => ({
    ...{ kind: 'parallel', id, title: words(id) },
    lanes: inside.map((steps, at) => ({ title: words(`lane ${at}`), steps })),
  });
  const lanes = (id: string, ...inside: unknown[]): Definition => definition([fork(id, ...inside) as object, d!]);

  it.each<[string, Definition, Definition, string[]]>([
    ['nothing but the number', definition([a!]), definition([a!], { head: { version: 2 } }), []],
    ['what is written out that held anyway', definition([a!]), definition([approve('a', { whenNobody: 'block', checks: [] })]), []],
    ['a step more', definition([a!, c!]), definition([a!, b!, c!]), ['step added b']],
    ['a step fewer', definition([a!, b!, c!]), definition([a!, c!]), ['step removed b']],
    [
      'who decides and by when',
      definition([a!]),
      definition([approve('a', { assignee: { by: 'role', role: 'gm' }, due: { working: { days: 2 } } })]),
      ['step changed a 由谁处理 时限与催办'],
    ],
    ['another kind of step', definition([a!, b!]), definition([{ ...a!, kind: 'review' }, b!]), ['step changed a 步骤类型 能否驳回']],
    ['one that was put elsewhere', definition([a!, b!, c!, d!]), definition([a!, d!, b!, c!]), ['step moved d']],
    [
      'a field more, one that is required now',
      definition([a!]),
      definition([a!], { fields: [text('note', { required: true }), text('more')] }),
      ['field changed note 是否必填', 'field added more'],
    ],
    [
      'who may start it',
      definition([a!]),
      definition([a!], { head: { start: { roles: ['clerk'] } } }),
      ['whole changed sample 谁可以发起'],
    ],
    ['a step inside a lane', lanes('l', [a], [b]), lanes('l', [a], [b, c]), ['step added c']],
    ['a step that went into another lane', lanes('l', [a, c], [b]), lanes('l', [a], [b, c]), ['step moved c']],
  ])('tells of %s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
    expect(told(after, after)).toEqual([]);
  });
});
