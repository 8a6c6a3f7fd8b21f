import { parseDefinition } from '../definition/parse-definition';
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
