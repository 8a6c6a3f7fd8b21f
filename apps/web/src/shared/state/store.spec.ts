import { createTabEntries } from './store';

/** The storage of one browser. */
function browser(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('entries of a tab', () => {
  const native = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  beforeEach(() => Object.defineProperty(globalThis, 'localStorage', { value: browser(), configurable: true }));
  afterAll(() => {
    if (native) Object.defineProperty(globalThis, 'localStorage', native);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  });
  const writes = (tab: ReturnType<typeof createTabEntries<string>>, entry: string, text: string): void =>
    tab.set((all) => ({ ...all, [entry]: text }));
  const again = () => createTabEntries<string>('words').get();

  it('stand in no other tab that is open, and are found after a reload', () => {
    const [one, other] = [createTabEntries<string>('words'), createTabEntries<string>('words')];
    writes(one, 'r1', 'wait');
    expect(other.get()).toEqual({});
    writes(other, 'r2', 'fine');
    expect(one.get()).toEqual({ r1: 'wait' });
    expect(again()).toEqual({ r1: 'wait', r2: 'fine' });
  });

  it('are gone once they were sent, and no other tab brings them back', () => {
    writes(createTabEntries<string>('words'), 'r1', 'wait');
    const [one, other] = [createTabEntries<string>('words'), createTabEntries<string>('words')];
    one.set({});
    writes(other, 'r2', 'fine');
    expect(again()).toEqual({ r2: 'fine' });
  });
});
