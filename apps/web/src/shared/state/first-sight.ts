let say: () => void = () => undefined;
const next: (() => Promise<unknown>)[] = [];
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A page without a word about it must not hold back its menus for ever, nor a slow part the rest. */
const LATEST_MS = 4_000;

/** Comes true when the page shows what one came for. */
const firstSight = Promise.race([new Promise<void>((resolve) => (say = resolve)), pause(LATEST_MS)]);

let seen = false;

/** Comes true when the line is free for what is only needed once something is pressed. */
export const lineIsFree = firstSight.then(() => {
  seen = true;
  return Promise.race([Promise.all(next.map((load) => load())), pause(LATEST_MS)]);
});

/** What the reader looks at next: fetched as soon as the page shows what one came for, before everything else. */
export function fetchNext(load: () => Promise<unknown>): void {
  if (seen) void load();
  else next.push(load);
}

/** Said by a page when what one came for is there. */
export const sawFirst = (): void => say();
