import { CommandRepository, RestoreWatch, type CommandRow } from '@countersign/database';
import { atOnce, CommandSender, DeadLetters, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const PAGE = 500;
const ROUND_MS = 2_000;
/** Longer than a first send takes to become unknown. */
const OLDER_THAN_MS = 10_000;
/** Sends at the same time; a request's own rows follow one another. */
const AT_ONCE = 8;

/** Sends rows again that stayed open, or done without being confirmed: the api that owned them is gone, or Temporal was. */
@Injectable()
export class Sweeper {
  constructor(
    private readonly commands: CommandRepository,
    private readonly sender: CommandSender,
    private readonly dead: DeadLetters,
    private readonly restore: RestoreWatch,
    private readonly log: ProgramLog,
    private readonly rounds: Rounds,
  ) {
    rounds.add({ failed: 'the sweeper could not finish its round', round: () => this.round(), rest: ROUND_MS });
  }

  private async round(): Promise<boolean> {
    if (await this.restore.isShut()) return false;
    await this.sweep();
    return false;
  }

  private async sweep(): Promise<void> {
    // While Temporal does not answer nothing is tried: what waits for it is not the fault of any command.
    if (!(await this.sender.reachable())) return;
    const rows = await this.commands.unsettled(OLDER_THAN_MS, PAGE);
    const byRequest = new Map<string, CommandRow[]>();
    for (const row of rows) byRequest.set(row.requestId, [...(byRequest.get(row.requestId) ?? []), row]);
    await atOnce(
      AT_ONCE,
      [...byRequest.values()],
      (line) => this.inOrder(line),
      () => !this.rounds.leaving,
    );
  }

  /** One request that cannot be sent must not keep the others waiting. */
  private async inOrder(rows: CommandRow[]): Promise<void> {
    for (const row of rows) {
      try {
        const answer = await this.sender.resend(row);
        if (answer.kind === 'open') await this.dead.buryIfHopeless(row, answer.unfit);
        else if (answer.kind === 'done' && answer.unconfirmed) await this.dead.buryIfHopeless(row, undefined);
        this.log.lines.info({ command: row.id, request: row.requestId, answer: answer.kind }, 'a command was sent again');
      } catch (error) {
        this.log.lines.error({ err: error, command: row.id, request: row.requestId }, 'a command could not be sent again');
      }
    }
  }
}
