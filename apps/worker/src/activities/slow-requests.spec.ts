import { isTimeout, SlowRequests } from './slow-requests';

describe('requests that take longer than a transaction may', () => {
  it('are told by PostgreSQL’s own words', () => {
    expect(isTimeout({ code: '25P04' })).toBe(true);
    expect([{ code: '23505' }, new Error('lost'), null].map(isTimeout)).toEqual([false, false, false]);
  });

  it('are too much by themselves where others are decided meanwhile', () => {
    const slow = new SlowRequests();
    const tried = [1, 2, 3].map((other) => {
      slow.succeeded(`other-${other}`);
      return slow.isTooMuch('heavy');
    });
    slow.succeeded('other-4');
    expect([...tried, slow.isTooMuch('heavy')]).toEqual([false, false, false, true]);
  });

  it('are not to blame where nobody gets on', () => {
    const slow = new SlowRequests();
    const tried = Array.from({ length: 20 }, () => [slow.isTooMuch('one'), slow.isTooMuch('two')]).flat();
    expect(tried.every((tooMuch) => !tooMuch)).toBe(true);
  });

  it('begin anew once they were decided', () => {
    const slow = new SlowRequests();
    for (const other of ['a', 'b', 'c', 'd']) {
      slow.isTooMuch('heavy');
      slow.succeeded(other);
      if (other === 'c') slow.succeeded('heavy');
    }
    expect(slow.isTooMuch('heavy')).toBe(false);
  });
});
