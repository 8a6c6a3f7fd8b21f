import type { DefinitionInput } from '../definition/definition.schema';
import { paysAt, stepsApart } from '../people/deciders';
import { EXPENSE, expense } from '../rehearsal/expense.fixture';
import { verify } from './verify';

const [review, check, size, approve, tell, pay] = EXPENSE.flow as [object, object, object, object, object, object];
const number = { key: 'slip', type: 'text', label: { zh: '回单', en: 'Slip' }, filledAt: 'step' };
const paying = { authority: { kind: 'execute', matter: 'expense' }, fields: { write: ['slip'], required: ['slip'] } };
const paid = (pays: object, more: object = {}, amount: string | undefined = 'amount') =>
  expense({
    amount,
    form: { fields: [...EXPENSE.form.fields, number] as DefinitionInput['form']['fields'] },
    flow: [
      review,
      check,
      size,
      approve,
      tell,
      { ...pay, ...paying, pays: { books: number.label, ...pays }, ...more },
    ] as DefinitionInput['flow'],
  });
const errors = (definition: ReturnType<typeof expense>) =>
  verify(definition)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a step that pays', () => {
  it('keeps whoever gave a yes from paying, without being told to', () => {
    const definition = paid({ slip: 'slip' });
    expect(errors(definition)).toEqual([]);
    const step = definition.flow.find((each) => paysAt(each) !== null);
    expect(stepsApart(definition.flow)[step?.id ?? '']).toContain('approve');
    expect(stepsApart(expense().flow)[step?.id ?? '']).not.toContain('approve');
  });

  it.each<[string, string, ReturnType<typeof expense>]>([
    ['no authority to carry anything out', 'pays-nothing', paid({ slip: 'slip' }, { authority: undefined })],
    ['an amount as payee', 'not-a-payee', paid({ slip: 'slip', to: 'amount' })],
    ['a slip that nobody has to write', 'slip-not-required', paid({ slip: 'slip' }, { fields: { write: ['slip'] } })],
    ['a slip that is no text', 'slip-not-required', paid({ slip: 'amount' })],
  ])('is refused with %s', (_, code, definition) => {
    expect(errors(definition)).toContain(code);
  });
});
