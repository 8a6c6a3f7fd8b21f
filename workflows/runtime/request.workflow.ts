import {
  REBUILD_SIGNAL,
  REFUSAL_FAILURE,
  RERESOLVE,
  SUBMIT_COMMAND,
  TELL,
  type RefusalDetails,
  type RequestNews,
  type RequestWorkflowInput,
  type ReresolveResult,
  type SubmitCommandInput,
  type SubmitCommandResult,
  type TellResult,
} from '@countersign/contracts';
import { isClosed, refuse, type DirectoryCause, type Process, type Refusal } from '@countersign/domain';
import {
  allHandlersFinished,
  ApplicationFailure,
  continueAsNew,
  defineSignal,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { workflowNow } from './clock';
import { CommandLane } from './lane';
import { processOf } from './processes';
import { DeadlineTimer } from './timers';

export const submitCommand = defineUpdate<SubmitCommandResult, [SubmitCommandInput]>(SUBMIT_COMMAND);
export const reresolve = defineUpdate<ReresolveResult, [DirectoryCause]>(RERESOLVE);
export const tell = defineUpdate<TellResult, [RequestNews]>(TELL);
export const rebuild = defineSignal(REBUILD_SIGNAL);

/** Most decisions of people meet a cold worker, and replay costs its time: histories stay short. */
const COMMANDS_PER_RUN = 16;
/** Passes of the main loop at one and the same moment that bring nothing; more of them would spin for ever and take the worker down. */
const EMPTY_PASSES = 8;

/** One request, whatever its definition: commands in, one after another, each recorded once and folded from what was stored. */
export async function requestWorkflow(input: RequestWorkflowInput): Promise<void> {
  const process = processOf(input.definition);
  const lane = new CommandLane(process, input);
  const deadline = new DeadlineTimer(lane);
  let rebuilding = false;

  setHandler(submitCommand, (update) => lane.submit(update.command.id), { validator: (update) => admit(process, lane, update) });
  setHandler(reresolve, (cause) => lane.reresolve(cause));
  setHandler(tell, (news) => lane.tell(news));
  setHandler(rebuild, () => {
    if (lane.n === 0 && !lane.diverged) void lane.catchUp();
    else rebuilding = true;
  });
  // Going on as new with n = 0 is what a rebuild does: the journal is folded at once, nobody is waiting with a command.
  if (input.n === 0 && workflowInfo().continuedFromExecutionRunId) await lane.catchUp();

  const spinning = new SpinGuard();
  const mayLeave = (): boolean => lane.idle && allHandlersFinished();
  const full = (): boolean => rebuilding || lane.applied >= COMMANDS_PER_RUN || workflowInfo().continueAsNewSuggested;
  const over = (): boolean => lane.empty || (isClosed(lane.state) && !lane.diverged);
  for (;;) {
    if (mayLeave() && rebuilding) return continueAsNew<typeof requestWorkflow>({ ...input, state: null, n: 0, hash: null });
    if (mayLeave() && over()) return;
    if (mayLeave() && full()) return continueAsNew<typeof requestWorkflow>(lane.standing());
    if (await deadline.pass(() => mayLeave() && (over() || full()))) await lane.timer();
    if (spinning.spins(lane)) await lane.stop(`the main loop of the workflow made ${EMPTY_PASSES} empty passes`);
  }
}

/** The synchronous validator: read-only, and a refusal leaves no trace in the history. */
function admit(process: Process, lane: CommandLane, { command, facts, seenN }: SubmitCommandInput): void {
  if (lane.diverged) throw refusalFailure({ code: 'diverged', params: { reason: lane.diverged } }, lane.n);
  if (seenN > lane.n) return;
  let no: Refusal | null;
  try {
    no = refuse(process, lane.state, command, facts);
  } catch {
    // A throw here would look like a refusal; the handler lets record block the request.
    return;
  }
  if (no) throw refusalFailure(no, lane.n);
}

function refusalFailure(refusal: Refusal, n: number): ApplicationFailure {
  const details: RefusalDetails = { refusal, n };
  return ApplicationFailure.create({ message: refusal.code, type: REFUSAL_FAILURE, nonRetryable: true, details: [details] });
}

/** Notices a main loop that turns without anything happening. */
class SpinGuard {
  private moment = 0;
  private n = -1;
  private submits = 0;
  private passes = 0;

  spins(lane: CommandLane): boolean {
    const now = workflowNow();
    const stuck = now === this.moment && lane.n === this.n && lane.submits === this.submits && lane.idle;
    this.passes = stuck ? this.passes + 1 : 0;
    this.moment = now;
    this.n = lane.n;
    this.submits = lane.submits;
    return this.passes >= EMPTY_PASSES;
  }
}
