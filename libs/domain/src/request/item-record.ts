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

/** What stands of one item. */
export interface ItemRecord {
  /** Seats whose it is, by who signs: one of each list does. */
  seats: string[][];
  /** Words given on it, oldest first. Absent: none. */
  signed?: ItemSignature[];
  /** It was left undone, by whom. */
  waived?: Pick<ItemSignature, 'person' | 'n' | 'at' | 'material' | 'shown'>;
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
