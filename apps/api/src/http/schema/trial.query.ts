import { IsIn } from 'class-validator';
import { Optional } from './schema.decorators';

/** Whether something is only tried. */
export class TrialQuery {
  @Optional({ enum: ['true', 'false'], description: 'Check and count only; nothing is kept.' }) @IsIn(['true', 'false']) trial?: string;
}
