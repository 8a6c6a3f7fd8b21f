let say: () => void = () => undefined;

/** Comes true when the page shows what one came for: from then on the line is free for what is only needed once something is pressed. */
export const firstSight = new Promise<void>((resolve) => (say = resolve));

/** A page without a word about it must not hold back its menus for ever. */
const LATEST_MS = 4_000;
setTimeout(say, LATEST_MS);

/** Said by a page when what one came for is there. */
export const sawFirst = (): void => say();
