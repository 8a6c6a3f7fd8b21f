import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { DefinitionsService } from '../definitions/definitions.service';
import { PeopleService } from '../people/people.service';
import { RowsService } from '../requests/rows/rows.service';
import type { SearchView } from './search.view';

const MOST = 8;

/** One search over what the person may see. */
@Injectable()
export class SearchService {
  constructor(
    private readonly rows: RowsService,
    private readonly people: PeopleService,
    private readonly definitions: DefinitionsService,
  ) {}

  async search(actor: Actor, q: string): Promise<SearchView> {
    const source = actor.rights.includes('requests.read-all') ? ('company' as const) : ('concerned' as const);
    const question = {
      source,
      personId: actor.personId,
      companyId: actor.companyId,
      limit: MOST,
      cursor: null,
      q,
    };
    const [requests, people, definitions] = await Promise.all([
      this.rows.page(question),
      this.people.list(actor, { q, limit: MOST }),
      this.definitions.list(actor, { startable: false, q }),
    ]);
    return { requests: requests.items, people: people.items, definitions: definitions.items.slice(0, MOST) };
  }
}
