import type { Bilingual } from '@countersign/domain';
import { createContext } from 'react';

/** Who may be picked where not everybody may: told by the server, for those who were found. */
export interface Fitness {
  /** Names the question in the cache. */
  key: string;
  /** Why each of these people may not be picked, by id; whoever may is not among them. */
  unfit(people: string[]): Promise<ReadonlyMap<string, Bilingual>>;
}

export const EVERYBODY: Fitness = { key: '', unfit: () => Promise.resolve(new Map()) };

export const FitnessContext = createContext<Fitness>(EVERYBODY);
