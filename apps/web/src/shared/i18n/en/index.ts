import type { Texts } from '../texts';
import type { zh } from '../zh';
import { form } from './form';
import { frame } from './frame';
import { kit } from './kit';
import { time } from './time';

export const en: { [N in keyof typeof zh]: Texts<(typeof zh)[N]> } = { form, frame, kit, time };
