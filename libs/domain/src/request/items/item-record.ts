/** Somebody's word that an item is done. */
export interface ItemSignature {
  person: string;
  /** Number of the transition that brought it. */
  n: number;
  at: string;
  /** Digest of the material fields that its person was shown; the word stands as long as those are the same. */
  material: string;
  /** Digest of everything that its person was shown, where the definition compares it. */
  shown?: string;
  /** Of several who sign an item: for which of them its person may stand. Absent: one signs. */
  as?: number[];
}

/** When an item is due, as it was counted when people were found. */
export interface ItemTimes {
  /** The day by the unit's own calendar, and the time of that day (HH:MM); null: some time that day. */
  day: string;
  at: string | null;
  /** The moment (ISO) when that is over. */
  due: string;
  /** When each rung of the list's rule comes, in order. */
  marks: string[];
}

/** The same with its next rung. */
export interface ItemClock extends ItemTimes {
  rung: number;
}

/** What stands of one item. */
export interface ItemRecord {
  /** Seats whose it is, by who signs: one of each list does. */
  seats: string[][];
  /** Words given on it, oldest first. Absent: none. */
  signed?: ItemSignature[];
  /** It was left undone, by whom. */
  waived?: Pick<ItemSignature, 'person' | 'n' | 'at' | 'material' | 'shown'>;
  /** Absent: it is due on no day, or its request began before that was kept. */
  clock?: ItemClock;
}

/** What stands of a step that is done item by item. */
export interface ItemsRecord {
  /** The company's calendar day on which the step was come to, YYYY-MM-DD. */
  since: string;
  /** People who may waive. */
  waivers: string[];
  /** By item; those that do not exist in this case are left out. */
  of: Record<string, ItemRecord>;
}
