import { CompanyEntity, ProcessCache, clock } from '@countersign/database';
import { ownValue, parseAmount, toMinor, WITH_REQUESTER } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { TrackAreaService } from '../auth/track-area.service';
import { DEFAULT_LIMIT } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { rowCursor } from '../requests/rows/row-cursor';
import type { RowFilters } from '../requests/rows/row-filters';
import type { RowSource } from '../requests/rows/row-lists';
import { RowsService } from '../requests/rows/rows.service';
import { ROW_PLACES, rowClocks, waitOf, wayOf, type RowPlace } from './row-places';
import { trackCounts } from './track-statements';
import type { TrackCountsQuery, TrackFilters, TrackQuery } from './dto/track.query';
import type { TrackCounts, TrackPage, TrackRow } from './dto/track.view';

/** Lists of requests for those who track them. */
@Injectable()
export class TrackListService {
  private readonly clocks = rowClocks();

  constructor(
    private readonly database: DataSource,
    private readonly areas: TrackAreaService,
    private readonly rows: RowsService,
    private readonly processes: ProcessCache,
    private readonly people: PersonRefsService,
  ) {}

  async list(actor: Actor, query: TrackQuery): Promise<TrackPage> {
    const { sort = 'waiting', limit, cursor, q } = query;
    const source = sourceOf(query);
    const filters = await this.meant(actor, query);
    const page = await this.rows.page({
      ...filters,
      source,
      sort,
      q,
      personId: actor.personId,
      companyId: actor.companyId,
      limit: limit ?? DEFAULT_LIMIT,
      cursor: rowCursor(source, sort, cursor),
    });
    return { items: await this.placed(page.items, filters), nextCursor: page.nextCursor };
  }

  async counts(actor: Actor, query: TrackCountsQuery): Promise<TrackCounts> {
    const { text, values } = trackCounts(actor, await this.meant(actor, query));
    const [row] = await this.database.query<TrackCounts[]>(text, values);
    if (!row) throw new Error('Expected the counts of requests, but the database gave no row');
    return row;
  }

  /** As the database is asked, within what the caller may track. */
  async meant(actor: Actor, filters: TrackFilters): Promise<RowFilters> {
    const { view, definition, version, step, unit, waits, kind, waited, outcome, endedFrom, endedTo } = filters;
    const area = (await this.areas.require(actor)) ?? undefined;
    if ((step !== undefined || version !== undefined) && definition === undefined)
      throw new Problem('invalid-parameter', { name: 'definition' });
    const over = isOver(view);
    return {
      ...{ area, definition, unit, waits: over ? undefined : waits, step: over ? undefined : step },
      version: version === undefined ? undefined : await this.versionId(actor, definition ?? '', version),
      kind: over ? undefined : view === 'stuck' ? 'blocked' : kind,
      due: view === 'overdue' ? 'overdue' : undefined,
      waitedHours: over ? undefined : waited,
      status: over ? outcome : undefined,
      ...(view === 'ended' ? { endedFrom, endedTo } : await this.amounts(actor, filters)),
    };
  }

  private async versionId(actor: Actor, key: string, version: number): Promise<string> {
    const [row] = await this.database.query<{ id: string }[]>(
      `SELECT id FROM definition WHERE company_id = $1 AND key = $2 AND version = $3`,
      [actor.companyId, key, version],
    );
    if (!row) throw new Problem('not-found', { what: 'definition' });
    return row.id;
  }

  private async amounts(actor: Actor, { amountMin, amountMax }: TrackFilters): Promise<Pick<RowFilters, 'amountMin' | 'amountMax'>> {
    if (!amountMin?.trim() && !amountMax?.trim()) return {};
    const { currency } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: actor.companyId });
    const minor = (name: string, amount: string | undefined): string | undefined => {
      if (!amount?.trim()) return undefined;
      const parsed = parseAmount(amount, currency);
      const found = parsed.ok ? toMinor(parsed.decimal, currency) : null;
      if (typeof found !== 'bigint') throw new Problem('invalid-parameter', { name });
      return found.toString();
    };
    return { amountMin: minor('amountMin', amountMin), amountMax: minor('amountMax', amountMax) };
  }

  private async placed(rows: TrackPage['items'] | Omit<TrackRow, keyof Extra>[], { step, waits }: RowFilters): Promise<TrackRow[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ requestId }) => requestId);
    const found = await this.database.query<RowPlace[]>(ROW_PLACES, [ids, step ?? null, waits ?? null]);
    const places = new Map(found.map((place) => [place.requestId, place]));
    const refs = await this.people.byIds(found.flatMap((place) => poolOf(place, waits)));
    const measured = { clocks: this.clocks, now: clock.now().toISOString() };
    return Promise.all(
      rows.map(async (row) => {
        const place = places.get(row.requestId);
        const known = place && (await this.processes.byDefinitionId(place.definitionId));
        if (!place || !known) throw new Error(`Expected request ${row.requestId} to have a definition, but it is gone`);
        return {
          ...row,
          kind: place.kind ?? 'finished',
          unit: place.unit,
          others: place.others,
          stepId: place.step === null || place.step === WITH_REQUESTER ? '' : place.step,
          stepKind: (place.step === null ? undefined : ownValue(known.process.steps, place.step)?.kind) ?? null,
          pool: poolOf(place, waits).map((id) => this.people.in(refs, id)),
          way: wayOf(known.process, place),
          ...waitOf(known.process, place, measured),
        };
      }),
    );
  }
}

type Extra = Pick<TrackRow, 'kind' | 'unit' | 'others' | 'stepId' | 'stepKind' | 'pool' | 'way' | 'workedMinutes' | 'limitMinutes'>;

/** More are not named. */
const MOST_NAMED = 5;

/** Who else could take what waits for that person. Pure. */
function poolOf({ steps, step }: RowPlace, waits: string | undefined): string[] {
  const seats = Object.values((step === null ? undefined : ownValue(steps, step))?.seats ?? {});
  const seat = seats.find(({ person, pool }) => pool !== undefined && (waits === undefined || person === waits));
  return (seat?.pool ?? []).filter((person) => person !== seat?.person).slice(0, MOST_NAMED);
}

/** Whether that view is of what has ended. Pure. */
const isOver = (view: TrackFilters['view']): boolean => view === 'finished' || view === 'ended';

function sourceOf({ view, waits, step, again }: TrackFilters): RowSource {
  if (view === 'finished') return 'finished';
  if (view === 'ended') return again === 'true' ? 'pastAgain' : 'past';
  if (waits !== undefined) return 'waitsFor';
  if (step !== undefined) return 'atStep';
  return view === 'stuck' ? 'stuck' : 'tracked';
}
