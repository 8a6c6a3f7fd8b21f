const MOST_COUNTED = 9_999;

/** A count as it stands beside a word: what is beyond counting is told as more. Pure. */
export const countText = (count: number): string => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));
