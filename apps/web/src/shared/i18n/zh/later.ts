import { analytics } from './analytics';
import { people } from './people';
import { recurring } from './recurring';
import { stores } from './stores';

/** Texts of pages that nobody begins with: they come with their page. */
export const zhLater = { analytics, people, recurring, stores } as const;
