import { createAutosave, SavedElsewhere, type SaveState } from './autosave';

function desk(save: (value: string) => Promise<void>) {
  const states: SaveState['kind'][] = [];
  const kept: string[] = [];
  let forgotten = 0;
  const autosave = createAutosave<string>({
    silence: 3_000,
    again: 10_000,
    save,
    keep: (value) => kept.push(value),
    forget: () => (forgotten += 1),
    onState: (state) => states.push(state.kind),
  });
  return { autosave, states, kept, forgotten: () => forgotten };
}

describe('autosave', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits for three seconds of silence and sends only the newest value', async () => {
    const sent: string[] = [];
    const { autosave } = desk(async (value) => void sent.push(value));
    autosave.change('a');
    await jest.advanceTimersByTimeAsync(2_900);
    autosave.change('ab');
    await jest.advanceTimersByTimeAsync(2_900);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(200);
    expect(sent).toEqual(['ab']);
  });

  it('keeps every change in this browser until the server has it', async () => {
    const { autosave, kept, forgotten } = desk(async () => undefined);
    autosave.change('a');
    expect(kept).toEqual(['a']);
    expect(forgotten()).toBe(0);
    await autosave.flush();
    expect(forgotten()).toBe(1);
  });

  it('keeps the copy when the network is gone, and sends it with the next flush', async () => {
    let online = false;
    const sent: string[] = [];
    const { autosave, states, forgotten } = desk(async (value) => {
      if (!online) throw new Error('offline');
      sent.push(value);
    });
    autosave.change('a');
    expect(await autosave.flush()).toBe(false);
    expect(states.at(-1)).toBe('kept');
    expect(forgotten()).toBe(0);
    online = true;
    expect(await autosave.flush()).toBe(true);
    expect(sent).toEqual(['a']);
    expect(states.at(-1)).toBe('saved');
  });

  it('is tried again by itself while the page is open, until the server has it', async () => {
    let tries = 0;
    const { autosave, states } = desk(async () => {
      tries += 1;
      if (tries < 3) throw new Error('the server starts again');
    });
    autosave.change('a');
    await jest.advanceTimersByTimeAsync(3_000 + 2 * 10_000);
    expect(states.filter((state) => state !== 'saving')).toEqual(['typing', 'kept', 'kept', 'saved']);
    autosave.change('b');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(4);
  });

  it('is not tried again where something else was saved, nor once the page was left', async () => {
    let tries = 0;
    const refuse = (error: Error) => () => {
      tries += 1;
      return Promise.reject(error);
    };
    desk(refuse(new SavedElsewhere())).autosave.change('a');
    await jest.advanceTimersByTimeAsync(60_000);
    const { autosave } = desk(refuse(new Error('offline')));
    autosave.change('a');
    autosave.leave();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(2);
  });

  it('sends what was typed during a save after it, and never two at once', async () => {
    const sent: string[] = [];
    let release: () => void = () => undefined;
    const { autosave } = desk((value) => {
      sent.push(value);
      return new Promise((resolve) => (release = resolve));
    });
    autosave.change('a');
    const done = autosave.flush();
    autosave.change('b');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(['a']);
    release();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['a', 'b']);
    release();
    expect(await done).toBe(true);
  });
});
