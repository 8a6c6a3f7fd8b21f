import { FailingRequests, isAway } from './failing-requests';

describe('a database that is away', () => {
  it.each([
    [{ code: '57P01' }, true],
    [{ code: '53300' }, true],
    [{ code: '08006' }, true],
    [{ code: '42883' }, true],
    [{ code: 'ECONNREFUSED' }, true],
    // Five capital letters, as a SQLSTATE has them.
    [{ code: 'EPIPE' }, true],
    [new Error('Connection terminated unexpectedly'), true],
    [{ code: '25P04' }, false],
    [{ code: '23505' }, false],
    [new Error('Expected a step, but there is none'), false],
    [null, false],
  ])('is told from everything else: %p', (error, away) => {
    expect(isAway(error)).toBe(away);
  });
});

describe('requests that fail', () => {
  it('are at fault themselves where others are decided meanwhile', () => {
    const failing = new FailingRequests();
    failing.isItself('another');
    const tried = [1, 2, 3].map((other) => {
      failing.succeeded(`other-${other}`);
      return failing.isItself('heavy');
    });
    failing.succeeded('other-4');
    expect([...tried, failing.isItself('heavy')]).toEqual([false, false, false, true]);
  });

  it('are at fault themselves where nobody else fails, on a quiet day too', () => {
    const failing = new FailingRequests();
    expect([1, 2, 3, 4].map(() => failing.isItself('heavy'))).toEqual([false, false, false, true]);
  });

  it('are not to blame where several fail and nobody gets on', () => {
    const failing = new FailingRequests();
    failing.isItself('one');
    const tried = Array.from({ length: 20 }, () => [failing.isItself('one'), failing.isItself('two')]).flat();
    expect(tried.slice(1).every((itself) => !itself)).toBe(true);
  });

  it('begin anew once they were decided', () => {
    const failing = new FailingRequests();
    for (const other of ['a', 'b', 'c', 'd']) {
      failing.isItself('heavy');
      failing.succeeded(other);
      if (other === 'c') failing.succeeded('heavy');
    }
    expect(failing.isItself('heavy')).toBe(false);
  });
});
