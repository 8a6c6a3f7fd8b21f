import { Injectable } from '@nestjs/common';
import type { Actor } from './actor';
import { Problem } from '../http/problem/problem';
import { ReadersService, TRACKING } from './readers.service';

/** Whether the desk of those who track requests is theirs. Pure. */
export const mayTrack = ({ rights }: Pick<Actor, 'rights'>): boolean =>
  rights.some((right) => right === 'requests.read-all' || TRACKING.includes(right));

/** Whether somebody keeps the register of leases. Pure. */
export const managesLeases = ({ rights }: Pick<Actor, 'rights'>): boolean => rights.includes('leases.manage');

/** Whether the desk of the stores is theirs. Pure. */
export const seesStores = (actor: Pick<Actor, 'rights'>): boolean => managesLeases(actor) || mayTrack(actor);

/** Everybody may look people up; a desk it is for those who track requests or keep the directory. Pure. */
export const keepsPeople = (actor: Pick<Actor, 'rights'>): boolean => mayTrack(actor) || actor.rights.includes('directory.import');

/** Which requests somebody may track: all of the company, or those of the units that their posts serve. */
@Injectable()
export class TrackAreaService {
  constructor(private readonly readers: ReadersService) {}

  /** Units, each with its subtree; null: the whole company. Whoever has none of the rights is refused, and told whom to ask. */
  async require(actor: Actor): Promise<string[] | null> {
    if (!mayTrack(actor)) throw new Problem('right-missing', await this.readers.holdersOf(actor, 'requests.track'));
    return actor.rights.includes('requests.read-all') ? null : this.readers.areaOf(actor);
  }

  /** Which of some requests the caller may open. */
  openable(actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    return this.readers.openable(actor, ids);
  }

  /** The same for what becomes of stores, of which whoever keeps their leases sees all. */
  requireStores(actor: Actor): Promise<string[] | null> {
    return managesLeases(actor) ? Promise.resolve(null) : this.require(actor);
  }
}
