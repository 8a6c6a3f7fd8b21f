import type { LaterTexts } from '../texts';
import { analytics } from './analytics';
import { people } from './people';
import { recurring } from './recurring';
import { stores } from './stores';

export const enLater: LaterTexts = { analytics, people, recurring, stores };
