import { AccountEntity, CompanyEntity, PersonEntity, PositionEntity, RoleTitleEntity, UnitEntity } from '@countersign/database';
import type { ExistingDirectory } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { directoryDocument } from '../directory-export.service';
import { knownParameters } from './known-parameters';

const keysById = (rows: { id: string; key: string }[]): Map<string, string> => new Map(rows.map((row) => [row.id, row.key]));

/** What the company already has, in the keys of the document. */
export async function existingDirectory(manager: EntityManager, companyId: string): Promise<ExistingDirectory> {
  const of = { companyId };
  const units = await manager.findBy(UnitEntity, of);
  const roles = await manager.findBy(RoleTitleEntity, of);
  const people = await manager.findBy(PersonEntity, of);
  const positions = await manager.findBy(PositionEntity, of);
  // Sign-in names are unique over all companies.
  const accounts = await manager.find(AccountEntity);
  const [unitKeys, personKeys, positionKeys] = [keysById(units), keysById(people), keysById(positions)];
  const logins = new Map(accounts.map((account) => [account.personId, account.login]));
  const foreign = accounts.filter((account) => account.companyId !== companyId);
  const company = await manager.findOneBy(CompanyEntity, { id: companyId });
  return {
    before: await directoryDocument(manager, companyId),
    // Until somebody has a post there it is not yet this company, but only a place for one.
    company: positions.length > 0 ? (company?.key ?? null) : null,
    parameters: await knownParameters(manager, companyId),
    units: units.map(({ key, kind, parentId }) => ({ key, kind, parent: parentId === null ? null : (unitKeys.get(parentId) ?? null) })),
    roles: roles.map(({ role }) => role),
    people: [
      ...people.map(({ id, key }) => ({ key, login: logins.get(id) ?? null })),
      ...foreign.map(({ personId, login }) => ({ key: `other-company:${personId}`, login })),
    ],
    positions: positions.map((position) => ({
      key: position.key,
      person: position.personId === null ? null : (personKeys.get(position.personId) ?? null),
      superior: position.superiorId === null ? null : (positionKeys.get(position.superiorId) ?? null),
      primary: position.isPrimary,
      validFrom: position.validFrom ?? undefined,
      validTo: position.validTo ?? undefined,
    })),
  };
}
