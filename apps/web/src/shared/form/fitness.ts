import type { Bilingual } from '@countersign/domain';
import { createContext } from 'react';

/** What is said of somebody who was found: why they may not be picked, or until when they are away. */
export interface FitnessNote {
  off?: Bilingual;
  /** ISO. */
  awayUntil?: string;
}

/** Who may be picked where not everybody may: told by the server, for those who were found. */
export interface Fitness {
  /** Names the question in the cache. */
  key: string;
  /** What there is to say of these people, by id; those of whom there is nothing are not among them. */
  notes(people: string[]): Promise<ReadonlyMap<string, FitnessNote>>;
}

export const EVERYBODY: Fitness = { key: '', notes: () => Promise.resolve(new Map()) };

export const FitnessContext = createContext<Fitness>(EVERYBODY);
