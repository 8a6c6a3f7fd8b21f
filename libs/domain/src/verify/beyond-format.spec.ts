import { parseDefinition } from '../definition/document/parse-definition';
import { EXPENSE } from '../rehearsal/expense.fixture';
import { errorsBeyondFormat } from './beyond-format';

type Thing = Record<string, unknown>;
const source = (): Thing & { form: { fields: Thing[] }; flow: Thing[]; sentence: Thing; facts: string[] } =>
  structuredClone(EXPENSE) as never;
const codes = (json: unknown) => errorsBeyondFormat(json).map(({ code, path }) => `${code} ${path}`);

describe('what else is wrong with a definition whose format is not right', () => {
  it('is told in the same round: texts, facts and steps beside a wrong type and an unknown property', () => {
    const wrong = source();
    wrong.form.fields[0] = { ...wrong.form.fields[0], type: 'nonsense' };
    wrong['surprise'] = 1;
    wrong.sentence = { zh: '{nobodyKnows}', en: '{nobodyKnows}' };
    wrong.facts = [...wrong.facts, 'noSuchFact'];
    wrong.flow = [...wrong.flow, { ...wrong.flow[0] }];
    expect(parseDefinition(wrong).ok).toBe(false);
    const found = codes(wrong).join('\n');
    for (const code of [/sentence/, /facts/, new RegExp(`flow\\.${wrong.flow.length - 1}`)]) expect(found).toMatch(code);
  });

  it('says nothing about what hangs on the part that could not be read', () => {
    const wrong = source();
    const amount = wrong.form.fields.findIndex(({ key }) => key === EXPENSE.amount);
    wrong.form.fields[amount] = { ...wrong.form.fields[amount], type: 'nonsense' };
    expect(codes(wrong)).toEqual([]);
    const step = source();
    step.flow[0] = { ...step.flow[0], assignee: { by: 'magic' } };
    expect(codes(step)).toEqual([]);
  });

  it('says nothing of a sound definition of which one part cannot be read, whichever it is', () => {
    for (const key of Object.keys(EXPENSE)) expect({ key, codes: codes({ ...source(), [key]: 7 }) }).toEqual({ key, codes: [] });
    for (const [at, field] of EXPENSE.form.fields.entries())
      for (const key of Object.keys(field)) {
        const wrong = source();
        wrong.form.fields[at] = { ...field, [key]: [{}] };
        expect({ at, key, codes: codes(wrong) }).toEqual({ at, key, codes: [] });
      }
    for (const [at, step] of source().flow.entries())
      for (const key of Object.keys(step)) {
        const wrong = source();
        wrong.flow[at] = { ...step, [key]: 7 };
        expect({ at, key, codes: codes(wrong) }).toEqual({ at, key, codes: [] });
      }
  });

  it.each([null, [], 'text', 7, {}, { flow: {} }, { form: { fields: 'x' } }, { flow: [[[]]] }])('takes anything: %j', (json) => {
    expect(() => codes(json)).not.toThrow();
  });
});

describe('a condition that is written in another way', () => {
  const told = (when: unknown): string[] => {
    const parsed = parseDefinition({ ...source(), flow: source().flow.map((step, at) => (at === 0 ? { ...step, when } : step)) });
    return parsed.ok ? [] : parsed.findings.map(({ path, message }) => `${path.replace('flow.0.when', '')} ${message.zh}`);
  };

  it('is told every form there is where it says none, and not the first at random', () => {
    expect(told({ field: 'amount', above: 5 })).toEqual([
      expect.stringMatching(/^ .*以下之一：all、any、not、eq、ne、lt、lte、gt、gte、in、filled、requesterHasRole/),
    ]);
    expect(told({ all: [{ field: 'amount', op: 'gt' }] })).toEqual([expect.stringMatching(/^\.all\.0 .*以下之一：all、/)]);
  });

  it('is told what is wrong with the form that it has', () => {
    expect(told({ gt: '5', field: 'amount' })).toEqual([
      expect.stringMatching(/^\.gt .*列表/),
      expect.stringMatching(/不认识的属性：field/),
    ]);
    expect(told({ gt: [{ field: 'amount' }, { number: 5 }] })).toEqual([expect.stringMatching(/^\.gt\.1 .*以下之一：field、sum、count/)]);
  });
});
