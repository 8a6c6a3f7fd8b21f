import { analytics } from './analytics';
import { finance } from './finance';
import { people } from './people';
import { recurring } from './recurring';
import { stores } from './stores';
import { tables } from './tables';

/** Texts of pages that nobody begins with: they come with their page. */
export const zhLater = { analytics, finance, people, recurring, stores, tables } as const;
