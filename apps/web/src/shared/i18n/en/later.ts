import type { LaterTexts } from '../texts';
import { analytics } from './analytics';
import { finance } from './finance';
import { people } from './people';
import { recurring } from './recurring';
import { stores } from './stores';
import { tables } from './tables';

export const enLater: LaterTexts = { analytics, finance, people, recurring, stores, tables };
