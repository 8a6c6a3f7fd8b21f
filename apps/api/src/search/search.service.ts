import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { ReadersService } from '../auth/readers.service';
import { DefinitionsService } from '../definitions/definitions.service';
import { PeopleService } from '../people/people.service';
import { RowsService } from '../requests/rows/rows.service';
import type { InboxRow } from '../tasks/dto/task.view';
import type { SearchView } from './search.view';

const MOST = 8;
/** The longest number of a request. */
const NUMBER_LENGTH = 40;
const OF_NUMBER = 'SELECT id FROM request WHERE company_id = $1 AND number = upper($2) AND n > 0';

/** One search over what the person may see. A request that they may open without having had a part in it is found by its whole number. */
@Injectable()
export class SearchService {
  constructor(
    private readonly database: DataSource,
    private readonly readers: ReadersService,
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
    const found = requests.items.length > 0 ? requests.items : await this.ofNumber(actor, question, q.normalize('NFKC').trim());
    return { requests: found, people: people.items, definitions: definitions.items.slice(0, MOST) };
  }

  private async ofNumber(actor: Actor, question: Parameters<RowsService['one']>[0], number: string): Promise<InboxRow[]> {
    if (number === '' || number.length > NUMBER_LENGTH) return [];
    const [row] = await this.database.query<{ id: string }[]>(OF_NUMBER, [actor.companyId, number]);
    return row && (await this.readers.mayRead(actor, row.id)) ? this.rows.one(question, row.id) : [];
  }
}
