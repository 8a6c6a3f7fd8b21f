import { ProblemView } from '../http/values.view';
import { Id, OneOf, OneOrNull } from '../http/schema.decorators';
import { RequestView } from '../requests/dto/request.view';

/** Answer to a command: done with the view, or not yet known (202 with `Location`). */
export class CommandAnswer {
  @Id() commandId!: string;
  @OneOf(['done', 'open']) status!: 'done' | 'open';
  @OneOrNull(() => RequestView) view!: RequestView | null;
}

/** One's own command: open, done with the view, or refused with the problem. */
export class CommandView {
  @Id() id!: string;
  @OneOf(['open', 'done', 'refused']) status!: 'open' | 'done' | 'refused';
  @OneOrNull(() => RequestView) view!: RequestView | null;
  @OneOrNull(() => ProblemView) problem!: ProblemView | null;
}
