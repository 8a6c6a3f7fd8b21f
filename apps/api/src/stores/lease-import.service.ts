import { CompanyEntity, holdRegister, lookAgain, type ChangedRow } from '@countersign/database';
import {
  fromMinor,
  MOST_LEASE_COLUMNS,
  MOST_LEASE_ROWS,
  ownValue,
  readLeases,
  termKey,
  type Bilingual,
  type Json,
  type LeaseTerm,
  type RegisteredTerm,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { csvTable, tableRefused } from '../http/csv-table';
import { changedBy, noteChange } from '../people/changes/rule-changes.service';
import { rolledBack } from '../people/import/rolled-back';
import type { LeaseImportView } from './dto/lease.view';
import { requireRoom } from './lease-room';
import { KNOWN_LEASES, PUT_BACK } from './lease-statements';

const STORES = `SELECT id, key, name FROM unit WHERE company_id = $1 AND kind = 'store' ORDER BY key`;
/** Every column of a table may be corrected; a renewal that was begun was that of the store before. */
const KEEP = `
  INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, deposit, currency, imported)
  SELECT x.id, $1, x.unit, x.number, x.place, x."startsOn", x."expiresOn", x.rent, x.commission, x.deposit, $3, true FROM jsonb_to_recordset($2) AS
    x(id uuid, unit uuid, number text, place text, "startsOn" date, "expiresOn" date, rent bigint, commission numeric, deposit bigint)
  ON CONFLICT (company_id, number, starts_on) DO UPDATE SET unit_id = excluded.unit_id, place = excluded.place, expires_on = excluded.expires_on, rent = excluded.rent,
    commission = excluded.commission, deposit = excluded.deposit, currency = excluded.currency, imported = true, updated_at = now(),
    renewal_id = CASE WHEN lease.unit_id = excluded.unit_id THEN lease.renewal_id END, renewal_at = CASE WHEN lease.unit_id = excluded.unit_id THEN lease.renewal_at END`;

interface Store {
  id: string;
  key: string;
  name: Bilingual;
}

/** Takes a table of leases into the register: all or nothing, twice the same as once. */
@Injectable()
export class LeaseImportService {
  constructor(private readonly database: DataSource) {}

  async import(actor: Actor, csv: string): Promise<LeaseImportView> {
    const table = await csvTable(csv, SHAPE);
    return this.database.transaction((manager) => keep(manager, actor, table));
  }

  /** The same writes, taken back before anybody sees them. */
  async tryOut(actor: Actor, csv: string): Promise<LeaseImportView> {
    const table = await csvTable(csv, SHAPE);
    return rolledBack(this.database, (manager) => keep(manager, actor, table));
  }
}

const SHAPE = { problem: 'leases-invalid', mostRows: MOST_LEASE_ROWS, mostColumns: MOST_LEASE_COLUMNS } as const;

async function keep(manager: EntityManager, actor: Actor, table: string[][]): Promise<LeaseImportView> {
  const { companyId } = actor;
  await holdRegister(manager, companyId);
  const stores = await manager.query<Store[]>(STORES, [companyId]);
  const { currency } = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
  const known = await manager.query<RegisteredTerm[]>(KNOWN_LEASES, [companyId]);
  const read = readLeases(table, { stores, currency, known });
  if (!read.ok) throw tableRefused('leases-invalid', read.problems);
  refuseInTheWay(known, read.terms);
  const before = new Map(known.map((term) => [termKey(term), term]));
  const changes = read.terms
    .map((term) => ({ term, was: before.get(termKey(term)) ?? null }))
    .filter(({ term, was }) => !isSame(term, was));
  if (changes.length > 0)
    await manager.query(KEEP, [companyId, JSON.stringify(changes.map(({ term }) => ({ id: uuidv7(), ...term }))), currency]);
  await manager.query(PUT_BACK, [companyId, read.terms.map(({ number }) => number)]);
  const row = ({ term, was }: (typeof changes)[number]) => changedRow(term, was, { currency, stores });
  await lookAgain(manager, companyId);
  await noteChange(manager, { ...changedBy(actor), kind: 'leases-imported', rows: changes.map(row) });
  const created = changes.filter(({ was }) => was === null).length;
  return { created, updated: changes.length - created, unchanged: read.terms.length - changes.length };
}

/** A contract that was taken out comes back with all its terms, those too that the table does not have. */
function refuseInTheWay(known: readonly RegisteredTerm[], terms: readonly LeaseTerm[]): void {
  const given = new Set(terms.map(termKey));
  const back = new Set(known.flatMap(({ number, out }) => (out ? [number] : [])));
  const after = [...known.filter((term) => !given.has(termKey(term))), ...terms];
  for (const { number } of terms) {
    if (back.delete(number)) requireRoom(number, after);
  }
}

const valuesOf = ({ unit, number, place, startsOn, expiresOn, rent, commission, deposit }: LeaseTerm): (string | null)[] => [
  ...[unit, number, place, startsOn, expiresOn, rent],
  ...[commission, deposit],
];

const isSame = (term: LeaseTerm, was: RegisteredTerm | null): boolean =>
  was !== null && !was.out && JSON.stringify(valuesOf(term)) === JSON.stringify(valuesOf(was));

/** As those who check the records read it: of a correction only what differs. */
function changedRow(term: LeaseTerm, was: RegisteredTerm | null, around: { currency: string; stores: readonly Store[] }): ChangedRow {
  const told = (each: LeaseTerm): Record<string, Json> => ({
    ...{ unit: around.stores.find(({ id }) => id === each.unit)?.key ?? each.unit, place: each.place },
    ...{ startsOn: each.startsOn, expiresOn: each.expiresOn, rent: fromMinor(BigInt(each.rent), around.currency) },
    ...{ commission: each.commission, deposit: each.deposit === null ? null : fromMinor(BigInt(each.deposit), around.currency) },
  });
  const out = (is: boolean): Record<string, Json> => (was?.out === true ? { takenOut: is } : {});
  const [before, after] = [was && { ...told(was), ...out(true) }, { ...told(term), ...out(false) }];
  const differing = Object.keys(after).filter((name) => before === null || ownValue(before, name) !== ownValue(after, name));
  const only = (row: Record<string, Json>): Json => Object.fromEntries(differing.map((name) => [name, ownValue(row, name) ?? null]));
  return { section: 'leases', key: term.number, before: before && only(before), after: only(after) };
}
