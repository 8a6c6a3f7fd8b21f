import type { Command, CommandType } from '../request/command';
import type { Facts } from '../request/facts';
import type { RequestContext } from '../request/request-state';
import type { TransitionEvent } from '../request/transition';

/** What the machine carries while it steps: the request's memory, and what one step leaves for `advance`. */
export interface MachineContext {
  request: RequestContext;
  events: TransitionEvent[];
  /** Where the hub sends the walk; set by the actions that cannot name their target in advance. */
  goto: string | null;
}

/** The event of a step: the command with its facts. */
export interface MachineEvent {
  type: CommandType;
  command: Command;
  facts: Facts;
}
