import { withChosen } from './with-chosen';

describe('what is chosen among choices', () => {
  const choices = [{ value: 'a', label: 'A' }];

  it('never stands there by its id', () => {
    expect(withChosen(choices, 'b')).toEqual([...choices, { value: 'b', label: '…' }]);
    expect(withChosen([], 'b')).toEqual([{ value: 'b', label: '…' }]);
  });

  it('adds nothing to what is known', () => {
    for (const chosen of ['a', undefined]) expect(withChosen(choices, chosen)).toEqual(choices);
  });
});
