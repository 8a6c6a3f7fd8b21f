import type { AllTexts } from '../texts';
import { absence } from './absence';
import { account } from './account';
import { administration } from './administration';
import { calendar } from './calendar';
import { analytics } from './analytics';
import { audit } from './audit';
import { bulk } from './bulk';
import { fill } from './fill';
import { filter } from './filter';
import { form } from './form';
import { frame } from './frame';
import { inbox } from './inbox';
import { kit } from './kit';
import { list } from './list';
import { login } from './login';
import { notices } from './notices';
import { recurring } from './recurring';
import { repair } from './repair';
import { parameters } from './parameters';
import { people } from './people';
import { request } from './request';
import { sheet } from './sheet';
import { start } from './start';
import { stores } from './stores';
import { time } from './time';
import { track } from './track';

export const en: AllTexts = {
  absence,
  account,
  administration,
  analytics,
  calendar,
  audit,
  bulk,
  fill,
  filter,
  form,
  frame,
  inbox,
  kit,
  list,
  login,
  notices,
  recurring,
  repair,
  parameters,
  people,
  request,
  sheet,
  start,
  stores,
  time,
  track,
};
