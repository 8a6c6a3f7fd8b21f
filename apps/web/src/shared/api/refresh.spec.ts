import { Refresher } from './refresh';

describe('Refresher', () => {
  let read: string[] = [];
  const client = {
    invalidateQueries: ({ queryKey = [] }: { queryKey?: readonly unknown[] } = {}) => Promise.resolve(void read.push(queryKey.join(' '))),
  };
  const hint = (refresher: Refresher, id: string): void => {
    refresher.soon({ request: id });
    refresher.soon({ tasks: true, request: id });
    refresher.soon({ notifications: true });
  };
  beforeEach(() => {
    read = [];
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('reads once what several hints and the answer of one decision make stale', () => {
    const refresher = new Refresher(client);
    const began = Date.now();
    refresher.hold('a');
    hint(refresher, 'a');
    jest.advanceTimersByTime(200);
    expect(read.sort()).toEqual(['drafts', 'tasks']);
    refresher.after('a', began);
    jest.advanceTimersByTime(400);
    refresher.soon({ notifications: true });
    jest.advanceTimersByTime(2_000);
    expect(read.sort()).toEqual(['drafts', 'notifications', 'request a', 'tasks']);
  });
  it('reads everything again where nobody knows what was missed, but what waits for its own answer', () => {
    const looked: ((query: { queryKey: readonly unknown[] }) => boolean)[] = [];
    const refresher = new Refresher({
      invalidateQueries: ({ queryKey = [], predicate } = {}) => {
        if (predicate) looked.push(predicate as never);
        return Promise.resolve(void read.push(queryKey.join(' ')));
      },
    });
    refresher.hold('a');
    refresher.soon({ tasks: true, notifications: true, requests: true });
    jest.advanceTimersByTime(2_000);
    expect(read.sort()).toEqual(['drafts', 'notifications', 'request', 'tasks']);
    expect(['a', 'b'].map((id) => looked[0]?.({ queryKey: ['request', id] }))).toEqual([false, true]);
  });
  it('reads by itself where no hint came', () => {
    const refresher = new Refresher(client);
    refresher.after('a', Date.now());
    jest.advanceTimersByTime(1_000);
    expect(read.sort()).toEqual(['drafts', 'request a', 'tasks']);
  });
  it('reads the lists again after a refusal, though a hint came in between: they say that it is under way', () => {
    const refresher = new Refresher(client);
    hint(refresher, 'a');
    jest.advanceTimersByTime(1_000);
    refresher.after('a', null);
    jest.advanceTimersByTime(1_000);
    expect(read.filter((key) => key === 'tasks')).toHaveLength(2);
  });
  it('reads at once what somebody else has done', () => {
    const refresher = new Refresher(client);
    refresher.hold('a');
    hint(refresher, 'b');
    jest.advanceTimersByTime(1_000);
    expect(read).toContain('request b');
  });
  it('reads again for a later command on the same request', () => {
    const refresher = new Refresher(client);
    hint(refresher, 'a');
    jest.advanceTimersByTime(1_000);
    refresher.after('a', Date.now());
    jest.advanceTimersByTime(1_000);
    expect(read.filter((key) => key === 'tasks')).toHaveLength(2);
    expect(read.filter((key) => key === 'request a')).toHaveLength(2);
  });
});
