import {
  AccountEntity,
  AuthorityGrantEntity,
  CompanyEntity,
  DefinitionParameterEntity,
  PersonEntity,
  PersonRightEntity,
  PositionEntity,
  RoleTitleEntity,
  UnitEntity,
} from '@countersign/database';
import {
  writtenLimit,
  ownValue,
  type DirectoryImport,
  type ExistingDirectory,
  type DirectoryImportInput,
  type RightName,
} from '@countersign/domain';
import { mapInTurns } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { everyRow } from './import/every-row';
import { knownParameters } from './import/known-parameters';
import { SAMPLE_ROWS } from './sample-directory';

type Keys = Map<string, string>;

/** The directory as a document that an import takes: brought back as it is, it changes nothing. */
@Injectable()
export class DirectoryExportService {
  constructor(private readonly database: DataSource) {}

  /** Everything of one moment. */
  export(companyId: string): Promise<DirectoryImport> {
    return this.database.transaction('REPEATABLE READ', async (manager) =>
      directoryDocument(manager, companyId, await knownParameters(manager, companyId)),
    );
  }

  /** A small document to begin with, for this company: what it says of the company is what is so already. */
  async sample(companyId: string): Promise<DirectoryImportInput> {
    return { company: await companyOf(this.database.manager, companyId), ...SAMPLE_ROWS };
  }
}

async function companyOf(manager: EntityManager, id: string): Promise<DirectoryImport['company']> {
  const { key, name, timeZone, currency } = await manager.findOneByOrFail(CompanyEntity, { id });
  return { key, name, timeZone, currency };
}

/** The directory of a company as a document, of the moment of the transaction. */
export async function directoryDocument(
  manager: EntityManager,
  companyId: string,
  known: ExistingDirectory['parameters'],
): Promise<DirectoryImport> {
  const of = { companyId, by: 'key' } as const;
  const units = await everyRow(manager, UnitEntity, of);
  const people = await everyRow(manager, PersonEntity, of);
  const positions = await everyRow(manager, PositionEntity, of);
  const grants = await everyRow(manager, AuthorityGrantEntity, of);
  const roles = await manager.find(RoleTitleEntity, { where: { companyId }, order: { role: 'ASC' } });
  const parameters = await manager.find(DefinitionParameterEntity, { where: { companyId }, order: { key: 'ASC', name: 'ASC' } });
  const keys = { units: keysOf(units), people: keysOf(people), positions: keysOf(positions) };
  return {
    company: await companyOf(manager, companyId),
    units: await mapInTurns(units, ({ key, kind, name, parentId, calendar }) => ({
      ...{ key, kind, name, parent: keyOf(keys.units, parentId) },
      ...given({ calendar }),
    })),
    roles: roles.map(({ role, title }) => ({ key: role, title })),
    people: await writtenPeople(manager, companyId, people),
    positions: await mapInTurns(positions, (position) => writtenPosition(position, keys)),
    grants: await mapInTurns(grants, (grant) => writtenGrant(grant, keys)),
    // What no process takes any more would be refused when it is brought back.
    parameters: parameters
      .filter(({ key, name, value }) => typeof ownValue(ownValue(known, key), name) === typeof value)
      .map(({ key, name, value }) => ({ definition: key, key: name, value })),
  };
}

async function writtenPeople(manager: EntityManager, companyId: string, people: PersonEntity[]): Promise<DirectoryImport['people']> {
  const accounts = await everyRow(manager, AccountEntity, { companyId, by: 'personId' });
  const logins = new Map(accounts.map(({ personId, login }) => [personId, login]));
  const rights = new Map<string, RightName[]>();
  for (const { personId, rightName } of await manager.find(PersonRightEntity, { where: { companyId }, order: { rightName: 'ASC' } })) {
    rights.set(personId, [...(rights.get(personId) ?? []), rightName as RightName]);
  }
  return mapInTurns(people, ({ id, key, name, email, language, active }) => ({
    ...{ key, name, language, active, rights: rights.get(id) ?? [] },
    ...given({ email, login: logins.get(id) }),
  }));
}

function writtenPosition(
  position: PositionEntity,
  keys: Record<'units' | 'people' | 'positions', Keys>,
): DirectoryImport['positions'][number] {
  const { key, role, title, grade, covers, personId, unitId, superiorId, isPrimary, validFrom, validTo } = position;
  return {
    ...{ key, role, title, grade, person: keyOf(keys.people, personId), unit: keyOf(keys.units, unitId) ?? '' },
    superior: keyOf(keys.positions, superiorId),
    covers: covers.flatMap((id) => keyOf(keys.units, id) ?? []),
    ...given({ primary: personId === null ? null : isPrimary, validFrom, validTo, substitute: writtenSubstitute(position, keys) }),
  };
}

function writtenSubstitute(
  { substituteId, substituteFrom, substituteTo }: PositionEntity,
  keys: Record<'people', Keys>,
): DirectoryImport['positions'][number]['substitute'] | null {
  const person = keyOf(keys.people, substituteId);
  return person === null || substituteTo === null ? null : { person, validTo: substituteTo, ...given({ validFrom: substituteFrom }) };
}

function writtenGrant(grant: AuthorityGrantEntity, keys: Record<'units' | 'people', Keys>): DirectoryImport['grants'][number] {
  const { key, kind, matter, limitValue, plan, state, role, personId, scopeUnitId, withheldReason, validFrom, validTo, source, title } =
    grant;
  const limit = writtenLimit(limitValue);
  const [person, scope] = [keyOf(keys.people, personId), keyOf(keys.units, scopeUnitId)];
  return { key, kind, matter, limit, plan, state, ...given({ role, person, scope, withheldReason, validFrom, validTo, source, title }) };
}

const keysOf = (rows: { id: string; key: string }[]): Keys => new Map(rows.map(({ id, key }) => [id, key]));
const keyOf = (keys: Keys, id: string | null): string | null => (id === null ? null : (keys.get(id) ?? null));

/** What there is of these values; what is not there is left out. */
function given<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>;
  };
}
