import { form } from './form';
import { frame } from './frame';
import { kit } from './kit';
import { time } from './time';

/** Chinese is the master list: its keys are the keys that `t` knows. One namespace per feature. */
export const zh = { form, frame, kit, time } as const;
