/** What points to what above it: keys of units or posts to the key above, null at the top. */
export type Upward = ReadonlyMap<string, string | null>;

/** How a circle is worded: so many of its keys are named. */
const NAMED = 6;

/** The keys that stand in a circle, each with the circle as a chain of keys. Looks at every key once. Pure. */
export function circlesIn(up: Upward): Map<string, string> {
  const circles = new Map<string, string>();
  const seen = new Map<string, string>();
  for (const start of up.keys()) {
    let key: string | null = start;
    while (key !== null && !seen.has(key)) {
      seen.set(key, start);
      key = up.get(key) ?? null;
    }
    // Met again on the same way up: what lies between is a circle; met on an earlier way, it was looked at then.
    if (key !== null && seen.get(key) === start) for (const [member, chain] of circleOf(key, up)) circles.set(member, chain);
  }
  return circles;
}

function circleOf(start: string, up: Upward): [string, string][] {
  const members = [start];
  for (let key = up.get(start) ?? null; key !== null && key !== start; key = up.get(key) ?? null) members.push(key);
  if (members.length > NAMED) {
    const chain = [...members.slice(0, NAMED), '…', start].join(' → ');
    return members.map((member) => [member, chain]);
  }
  return members.map((member, index) => [member, [...members.slice(index), ...members.slice(0, index + 1)].join(' → ')]);
}

/** How many levels each key stands below the top, 1 at the top; what is in or below a circle stands nowhere: 0. Looks at every key once. Pure. */
export function levelsIn(up: Upward): Map<string, number> {
  const levels = new Map<string, number>([...circlesIn(up).keys()].map((key) => [key, 0]));
  for (const start of up.keys()) {
    const way: string[] = [];
    let key: string | null = start;
    while (key !== null && !levels.has(key)) {
      way.push(key);
      key = up.get(key) ?? null;
    }
    const nowhere = key !== null && levels.get(key) === 0;
    let level = key === null ? 0 : (levels.get(key) ?? 0);
    while (way.length > 0) levels.set(way.pop()!, nowhere ? 0 : (level += 1));
  }
  return levels;
}
