import { AccountEntity } from '@countersign/database';
import type { DirectoryImport, ExistingDirectory } from '@countersign/domain';
import { Not, type EntityManager } from 'typeorm';
import { directoryDocument } from '../directory-export.service';
import { knownParameters } from './known-parameters';

/** What the company already has, in the keys of the document; `before` is all of it as a document. */
export async function existingDirectory(
  manager: EntityManager,
  companyId: string,
): Promise<ExistingDirectory & { before: DirectoryImport }> {
  const parameters = await knownParameters(manager, companyId);
  const before = await directoryDocument(manager, companyId, parameters);
  const { company, units, roles, people, positions } = before;
  // Sign-in names are unique over all companies.
  const foreign = await manager.findBy(AccountEntity, { companyId: Not(companyId) });
  return {
    before,
    // Until somebody has a post there it is not yet this company, but only a place for one.
    company: positions.length > 0 ? company.key : null,
    parameters,
    currencies: await currenciesOf(manager, companyId),
    units,
    roles: roles.map(({ key }) => key),
    people: [
      ...people.map(({ key, login }) => ({ key, login: login ?? null })),
      ...foreign.map(({ personId, login }) => ({ key: `other-company:${personId}`, login })),
    ],
    positions,
  };
}

const CURRENCIES = `
  SELECT DISTINCT found #>> '{}' AS currency FROM definition d CROSS JOIN LATERAL jsonb_path_query(d.body->'form', '$.**.currency') AS found
  WHERE d.company_id = $1 AND jsonb_typeof(found) = 'string'`;

async function currenciesOf(manager: EntityManager, companyId: string): Promise<string[]> {
  const rows = await manager.query<{ currency: string }[]>(CURRENCIES, [companyId]);
  return rows.map(({ currency }) => currency);
}
