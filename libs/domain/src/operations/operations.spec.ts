import { at, staffed } from '../rehearsal/staffed.fixture';
import { refusalText } from '../sentences/refusals/refusal-text';
import { OPERATIONS } from './index';
import { operationOf, PERSON_OPERATIONS, REFUSAL_CODES } from './registry';

const all = Object.values(OPERATIONS);

describe('every operation of the registry', () => {
  it.each(all.map((operation) => [operation.type, operation] as const))('is whole: %s', (type, operation) => {
    expect(operation.type).toBe(type);
    const asked = operation.confirm ? Object.values(operation.confirm) : [];
    // Where a step has its own words, what is taken back is called by them.
    const undone = operation.undo && !operation.pastOn ? [operation.undone] : [];
    for (const text of [operation.button, operation.past, ...asked, ...undone]) {
      expect(text?.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(text?.en).toMatch(/^[A-Z]/);
    }
    // Somewhere it is taken: by the machine, which then acts by it, or beside it.
    const taken = Object.keys(operation.at).length > 0;
    expect(taken || operation.beside !== undefined).toBe(true);
    expect(operation.act !== undefined).toBe(taken);
    expect(operation.body.safeParse({ nobodyKnowsThis: 1 }).success).toBe(false);
    expect(operation.brings).toBe(['form', 'fields'].find((part) => part in operation.body.shape));
  });

  it.each(all.map((operation) => [operation.type, operation] as const))(
    'says in words why it is not taken, before and after: %s',
    (_type, operation) => {
      for (const { context, process } of [staffed(), at('check'), at('approved')]) {
        const command = { id: '', type: operation.type, actor: 'x', digest: '', step: null, generation: null } as never;
        const no = operation.untaken(context, command, process);
        expect(REFUSAL_CODES).toContain(no?.code);
        if (no) expect(refusalText(no).zh).not.toBe('');
      }
    },
  );

  it('has a letter of its own, where it has one', () => {
    const letters = all.flatMap(({ key }) => key ?? []);
    expect(letters).toEqual([...new Set(letters)]);
    for (const letter of letters) expect(letter).toMatch(/^[a-z]$/);
  });

  it('of people is refused to strangers, or is not theirs to see', () => {
    for (const play of [at('review'), at('check'), at('approved')]) {
      const stranger = play.actor('stranger');
      const seen = PERSON_OPERATIONS.filter(({ concerns }) => concerns(play.request.state, stranger, play.value, play.process));
      expect(seen.map(({ type }) => type)).toEqual([]);
    }
  });

  it('is known by its name only', () => {
    expect(() => operationOf('constructor' as never)).toThrow('Expected to know the operation');
  });
});
