import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import type { TrackPeopleQuery } from './dto/track.query';
import type { PersonLoad, PersonLoadPage, TrackedPerson } from './dto/track.view';
import { TrackListService } from './track-list.service';
import { PERSON_LOAD, peopleLoad } from './track-statements';

type LoadRow = Omit<PersonLoad, 'person'> & { personId: string; rank: string };

/** Who has how much to do, within what the caller tracks. */
@Injectable()
export class TrackPeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly lists: TrackListService,
    private readonly people: PersonRefsService,
  ) {}

  /** Everybody for whom something waits. */
  async list(actor: Actor, { definition, unit, sort = 'overdue', ...query }: TrackPeopleQuery): Promise<PersonLoadPage> {
    const filters = await this.lists.meant(actor, { definition, unit });
    const { rows, nextCursor } = await readPage(query, {
      kinds: ['whole', 'uuid'],
      read: (after, most) => {
        const { text, values } = peopleLoad(actor, { filters, sort, after, most });
        return this.database.query<LoadRow[]>(text, values);
      },
      cursorOf: ({ rank, personId }) => [rank, personId],
    });
    const refs = await this.people.byIds(rows.map(({ personId }) => personId));
    const items = rows.map(({ personId, rank: _, ...load }) => ({ person: this.people.in(refs, personId), ...load }));
    return { items, nextCursor };
  }

  /** How much waits for one person, and how long their decisions took. */
  async person(actor: Actor, id: string): Promise<TrackedPerson> {
    const { area = null } = await this.lists.meant(actor, {});
    const [person] = await this.database.query<{ active: boolean }[]>(`SELECT active FROM person WHERE id = $1 AND company_id = $2`, [
      id,
      actor.companyId,
    ]);
    if (!person) throw new Problem('not-found', { what: 'person' });
    const [load] = await this.database.query<Omit<TrackedPerson, 'person' | 'left'>[]>(PERSON_LOAD, [id, area]);
    if (!load) throw new Error('Expected the load of a person, but the database gave no row');
    return { person: await this.people.one(id), left: !person.active, ...load };
  }
}
