import { definitionHash, poisonedProcess, type Definition } from '@countersign/domain';
import { unrunnable } from './followed-state';

const definition = { key: 'gone', version: 1, flow: [] } as unknown as Definition;

describe('a journal that is followed and not folded', () => {
  it('is one whose definition is what was published and can no longer be run', () => {
    expect(unrunnable(poisonedProcess(definition, definitionHash(definition), 'no such guard'))).toBe('no such guard');
  });

  it('is not one whose definition was changed by hand: that is a difference', () => {
    const forged = poisonedProcess({ ...definition, graceSeconds: 5 }, definitionHash(definition), 'another hash');
    expect(unrunnable(forged)).toBeNull();
  });
});
