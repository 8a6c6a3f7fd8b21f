import { ProblemView } from '../http/schema/values.view';
import { Flag, Id, OneOf, OneOrNull, WholeOrNull } from '../http/schema/schema.decorators';
import { RequestView, UndoView } from '../requests/dto/request.view';

/** Answer to a command: done, with the view unless `Prefer: return=minimal` left it out; or not yet known (202 with `Location`). */
export class CommandAnswer {
  @Id() commandId!: string;
  @OneOf(['done', 'open']) status!: 'done' | 'open';
  @WholeOrNull({ description: 'Number of the transition that the command became; null while it is open.' }) n!: number | null;
  @OneOrNull(() => UndoView, {
    description: 'Until when whoever sent it may take it back; null where they may not, or where it is not known.',
  })
  undo!: UndoView | null;
  @OneOrNull(() => RequestView, { description: 'The request as it is now; null while the command is open, and where it was left out.' })
  view!: RequestView | null;
}

/** One's own command: open, done with the view, or refused with the problem. */
export class CommandView {
  @Id() id!: string;
  @OneOf(['open', 'done', 'refused']) status!: 'open' | 'done' | 'refused';
  @Flag({ description: 'It could not be delivered: operators have it before them.' }) undelivered!: boolean;
  @OneOrNull(() => RequestView) view!: RequestView | null;
  @OneOrNull(() => ProblemView) problem!: ProblemView | null;
}
