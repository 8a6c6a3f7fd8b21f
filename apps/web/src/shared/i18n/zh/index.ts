import { audit } from './audit';
import { authority } from './authority';
import { bulk } from './bulk';
import { children } from './children';
import { fill } from './fill';
import { filter } from './filter';
import { form } from './form';
import { frame } from './frame';
import { inbox } from './inbox';
import { kit } from './kit';
import { list } from './list';
import { login } from './login';
import { notices } from './notices';
import { repair } from './repair';
import { request } from './request';
import { sheet } from './sheet';
import { start } from './start';
import { supervision } from './supervision';
import { time } from './time';
import { writing } from './writing';

/** Chinese is the master list: its keys are the keys that `t` knows. One namespace per feature; what few pages say lies in `later`. */
export const zh = {
  audit,
  authority,
  bulk,
  children,
  fill,
  filter,
  form,
  frame,
  inbox,
  kit,
  list,
  login,
  notices,
  repair,
  request,
  sheet,
  start,
  supervision,
  time,
  writing,
} as const;
