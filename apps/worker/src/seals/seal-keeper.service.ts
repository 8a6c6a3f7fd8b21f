import { SealRepository, type AnchorPlace } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';
import { MailServer } from '../mail/mail-server';
import { WorkerSettings } from '../worker-settings';
import { anchorsOf, type Anchor } from './anchors';

const EVERY_MS = 10 * 60_000;

/** Seals the journal of every company where it has moved, at least once a day, and has the seals kept outside where the settings say so, each in its turn. */
@Injectable()
export class SealKeeper {
  private readonly anchors: Partial<Record<AnchorPlace, Anchor>>;

  constructor(
    private readonly seals: SealRepository,
    private readonly log: ProgramLog,
    private readonly rounds: Rounds,
    mail: MailServer,
    { env }: WorkerSettings,
  ) {
    this.anchors = anchorsOf(env, env.CALL_TARGETS, mail);
    rounds.add({ failed: 'the journal could not be sealed', round: () => this.round(), rest: EVERY_MS });
  }

  private async round(): Promise<boolean> {
    for (const due of await this.seals.due()) {
      if (this.rounds.leaving) return false;
      await this.seals.seal(due);
    }
    for (const [place, anchor] of Object.entries(this.anchors) as [AnchorPlace, Anchor][]) await this.keepAt(place, anchor);
    return false;
  }

  /** A place that does not answer keeps no other from theirs. */
  private async keepAt(place: AnchorPlace, anchor: Anchor): Promise<void> {
    try {
      for (let some = await this.seals.notAt(place); some.length > 0 && !this.rounds.leaving; some = await this.seals.notAt(place)) {
        for (const seal of some) {
          if (!(await anchor(seal))) throw new Error(`Expected seal ${seal.seq} to be taken, but it was not`);
          await this.seals.anchored(place, seal);
        }
      }
    } catch (error) {
      this.log.lines.warn({ err: error, place }, 'a seal could not be kept outside');
    }
  }
}
