/** A place of somebody who signs, as the oracle keeps it. */
export interface Place {
  who: string;
  group: number;
  /** Who asked for it beside the rule, and which places have to wait for it or it for them. */
  by: string | null;
  /** With which transition that was. */
  n: number | null;
  behind: Place[];
  word: 'yes' | 'no' | 'abstain' | null;
  /** What it was about. */
  saw: string;
}

type Asked = Pick<Place, 'who' | 'group'>;
const asNew = (asked: Asked, behind: Place[]): Place => ({ ...asked, by: null, n: null, behind, word: null, saw: '' });

/** Each of the new in the place of the first of their group who is there no more and by whom a signature was added, and the others behind everybody. */
export function succeeded(before: readonly Place[], kept: readonly Place[], news: readonly Asked[]): Place[] {
  const left = [...news];
  const isBound = (place: Place): boolean =>
    before.some((other) => other.by !== null && (place.behind.includes(other) || other.behind.includes(place)));
  const places = before.flatMap((place): Place[] => {
    if (kept.includes(place)) return [place];
    const heir = place.by === null && isBound(place) ? left.findIndex(({ group }) => group === place.group) : -1;
    if (heir < 0) return [];
    const [next] = left.splice(heir, 1).map((person) => asNew(person, place.behind)) as [Place];
    for (const other of before) other.behind = other.behind.map((each) => (each === place ? next : each));
    return [next];
  });
  return [...places, ...left.map((each) => asNew(each, []))];
}
