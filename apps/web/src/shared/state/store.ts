import { ownValue } from '@countersign/domain';
import { useState, useSyncExternalStore } from 'react';

/** A value outside React that components can watch. */
export interface Store<T> {
  get(): T;
  set(next: T | ((before: T) => T)): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(value) : next;
      if (Object.is(after, value)) return;
      value = after;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const personal: (() => void)[] = [];
/** Where stores of a person are kept, and whose they are. */
const OF_PERSON = 'countersign.of-person.';
const OWNER = 'countersign.person';

/** Empties every store that belongs to the person and not to the device: nothing stays behind for the next one at this screen. */
function forgetPersonalStores(): void {
  personal.forEach((forget) => forget());
  try {
    // Stores whose code has not come yet are there already.
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(OF_PERSON))) localStorage.removeItem(key);
  } catch {
    // No storage, nothing kept.
  }
}

/** Whose page this is; null before anybody has signed in, and once they have signed out. */
let shown: string | null = null;

/** Whether somebody else has signed in meanwhile, in another window of this browser: what stands here is no longer its reader's. */
export const takenOver = createStore(false);

globalThis.addEventListener?.('storage', ({ key, newValue }) => {
  if (key === OWNER && newValue !== null && shown !== null) takenOver.set(newValue !== shown);
});

/** Nobody's page any more: whoever signs in here next begins it anew. */
export function showNobody(): void {
  shown = null;
  takenOver.set(false);
}

/** They have signed out: nothing of theirs stays behind. */
export function forgetPerson(): void {
  forgetPersonalStores();
  showNobody();
}

/** Keeps the stores of somebody who is signed in, however that came about, and empties them where they are another one's. */
export function keepStoresOf(personId: string): void {
  takenOver.set(shown !== null && shown !== personId);
  shown ??= personId;
  try {
    if (localStorage.getItem(OWNER) === personId) return;
    forgetPersonalStores();
    localStorage.setItem(OWNER, personId);
  } catch {
    // No storage: what is kept lives until the tab closes.
  }
}

/**
 * A store that is found again after a reload and shared by all tabs: what one writes, the others know before they write themselves.
 * A `person`'s goes when they sign out, and when somebody else signs in. Unreadable or blocked storage counts as empty.
 */
export function createStoredStore<T>(name: string, initial: T, belongsTo: 'device' | 'person' = 'device'): Store<T> {
  const key = belongsTo === 'person' ? `${OF_PERSON}${name}` : `countersign.${name}`;
  const read = (): T => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? initial : (JSON.parse(text) as T);
    } catch {
      return initial;
    }
  };
  const store = createStore<T>(read());
  if (belongsTo === 'person') personal.push(() => store.set(initial));
  store.subscribe(() => {
    try {
      localStorage.setItem(key, JSON.stringify(store.get()));
    } catch {
      // A full or forbidden storage must not stop the page; the value lives until the tab closes.
    }
  });
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key || event.key === null) store.set(read());
  });
  return store;
}

type Entries<V> = Record<string, V>;

/**
 * Entries that are found again after a reload, of which every tab keeps its own while it is open: what is written in one stands in no field of
 * another, and goes out with no press there. It goes when the person signs out.
 */
export function createTabEntries<V>(name: string): Store<Entries<V>> {
  const key = `${OF_PERSON}${name}`;
  const read = (): Entries<V> => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '{}') as Entries<V>;
    } catch {
      return {};
    }
  };
  const store = createStore<Entries<V>>(read());
  const own = new Set<string>();
  const forget = (): void => {
    store.set({});
    own.clear();
  };
  personal.push(forget);
  let before = store.get();
  store.subscribe(() => {
    const now = store.get();
    for (const entry of [...Object.keys(before), ...Object.keys(now)]) if (ownValue(before, entry) !== ownValue(now, entry)) own.add(entry);
    before = now;
    const others = Object.entries(read()).filter(([entry]) => !own.has(entry));
    const mine = Object.entries(now).filter(([entry]) => own.has(entry));
    try {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries([...others, ...mine])));
    } catch {
      // A full or forbidden storage must not stop the page; the value lives until the tab closes.
    }
  });
  globalThis.addEventListener?.('storage', (event) => {
    if ((event.key === key || event.key === null) && event.newValue === null) forget();
  });
  return store;
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Whether something was ever true while this component stood. */
export function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}
