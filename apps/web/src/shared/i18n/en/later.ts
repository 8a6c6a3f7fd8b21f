import type { LaterTexts } from '../texts';
import { absence } from './absence';
import { account } from './account';
import { administration } from './administration';
import { analytics } from './analytics';
import { calendar } from './calendar';
import { changes } from './changes';
import { finance } from './finance';
import { limits } from './limits';
import { organisation } from './organisation';
import { parameters } from './parameters';
import { payments } from './payments';
import { people } from './people';
import { record } from './record';
import { recurring } from './recurring';
import { signing } from './signing';
import { stores } from './stores';
import { tables } from './tables';
import { track } from './track';
import { watch } from './watch';

export const enLater: LaterTexts = {
  absence,
  account,
  administration,
  analytics,
  calendar,
  changes,
  finance,
  limits,
  organisation,
  parameters,
  payments,
  people,
  record,
  recurring,
  signing,
  stores,
  tables,
  track,
  watch,
};
