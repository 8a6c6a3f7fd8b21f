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
import { moneyOf, primaryPosts, signInName, uuidv5, type DirectoryImport, type Limit, type PrimaryPost } from '@countersign/domain';
import { mapInTurns } from '@countersign/platform';
import { In, type EntityManager } from 'typeorm';
import { everyRow } from './every-row';
import { CHUNK, upsert } from './upsert';
import type { ImportCountView, RightCountView } from '../dto/people.view';

type Imported = DirectoryImport;
type Ids = Map<string, string>;

/** The rows that a checked directory document makes. Rows keep the ids that their keys have had. */
export class DirectoryRows {
  private unitIds: Ids = new Map();
  private personIds: Ids = new Map();

  constructor(
    private readonly manager: EntityManager,
    private readonly companyId: string,
  ) {}

  async company({ company }: Imported): Promise<ImportCountView> {
    const existing = await this.manager.findBy(CompanyEntity, { id: this.companyId });
    const wanted = this.manager.create(CompanyEntity, { id: this.companyId, ...company });
    return upsert(this.manager, CompanyEntity, [wanted], { existing, identity: ['id'] });
  }

  async units({ units }: Imported): Promise<ImportCountView> {
    const existing = await everyRow(this.manager, UnitEntity, { companyId: this.companyId, by: 'key' });
    const rows = new Map(existing.map((row) => [row.key, { ...row }]));
    this.unitIds = await this.idsOf('unit', existing, units);
    for (const { key, kind, name, parent, calendar = rows.get(key)?.calendar ?? null } of units) {
      const parentId = parent === null ? null : this.id(this.unitIds, parent);
      const told = { key, kind, name, parentId, calendar, path: [] };
      rows.set(key, this.manager.create(UnitEntity, { id: this.id(this.unitIds, key), companyId: this.companyId, ...told }));
    }
    const byId = new Map([...rows.values()].map((row) => [row.id, row]));
    for (const row of rows.values()) row.path = pathTo(row, byId);
    const named = new Set(units.map((unit) => unit.key));
    const moved = new Map(existing.map((row) => [row.key, row.path.join()]));
    // A unit that moved takes its subtree along.
    const wanted = [...rows.values()].filter((row) => named.has(row.key) || moved.get(row.key) !== row.path.join());
    wanted.sort((a, b) => a.path.length - b.path.length);
    return upsert(this.manager, UnitEntity, wanted, { existing, identity: ['id'] });
  }

  async roles({ roles }: Imported): Promise<ImportCountView> {
    const existing = await this.manager.findBy(RoleTitleEntity, { companyId: this.companyId });
    const wanted = roles.map(({ key, title }) => this.manager.create(RoleTitleEntity, { companyId: this.companyId, role: key, title }));
    return upsert(this.manager, RoleTitleEntity, wanted, { existing, identity: ['companyId', 'role'] });
  }

  async people({ people }: Imported): Promise<ImportCountView> {
    const existing = await everyRow(this.manager, PersonEntity, { companyId: this.companyId, by: 'key' });
    this.personIds = await this.idsOf('person', existing, people);
    const wanted = await mapInTurns(people, ({ key, name, email, language, active }) =>
      this.manager.create(PersonEntity, {
        id: this.id(this.personIds, key),
        companyId: this.companyId,
        key,
        name,
        email: email ?? null,
        language,
        active,
      }),
    );
    return upsert(this.manager, PersonEntity, wanted, { existing, identity: ['id'] });
  }

  async positions(directory: Imported): Promise<ImportCountView> {
    const existing = await everyRow(this.manager, PositionEntity, { companyId: this.companyId, by: 'key' });
    const ids = await this.idsOf('position', existing, directory.positions);
    const named = new Set(directory.positions.map(({ key }) => key));
    const primary = primaryPosts(directory.positions, this.staying(existing, named));
    const titles = await this.manager.findBy(RoleTitleEntity, { companyId: this.companyId });
    const titleOf = new Map(titles.map((row) => [row.role, row.title]));
    const wanted = await mapInTurns(directory.positions, (position) => {
      const { key, person, role, unit, grade, superior, covers, validFrom, validTo, substitute } = position;
      return this.manager.create(PositionEntity, {
        id: this.id(ids, key),
        companyId: this.companyId,
        key,
        personId: person === null ? null : this.id(this.personIds, person),
        role,
        unitId: this.id(this.unitIds, unit),
        title: position.title ?? titleOf.get(role) ?? { zh: role, en: role },
        grade,
        superiorId: superior === null ? null : this.id(ids, superior),
        covers: covers.map((covered) => this.id(this.unitIds, covered)),
        isPrimary: primary.has(key),
        validFrom: validFrom ?? null,
        validTo: validTo ?? null,
        substituteId: substitute === undefined ? null : this.id(this.personIds, substitute.person),
        substituteFrom: substitute?.validFrom ?? null,
        substituteTo: substitute?.validTo ?? null,
      });
    });
    return upsert(this.manager, PositionEntity, wanted, { existing, identity: ['id'] });
  }

  async grants({ grants }: Imported): Promise<ImportCountView> {
    const existing = await everyRow(this.manager, AuthorityGrantEntity, { companyId: this.companyId, by: 'key' });
    const ids = await this.idsOf('grant', existing, grants);
    const wanted = await mapInTurns(grants, (grant) =>
      this.manager.create(AuthorityGrantEntity, {
        id: this.id(ids, grant.key),
        companyId: this.companyId,
        key: grant.key,
        kind: grant.kind,
        matter: grant.matter,
        role: grant.role ?? null,
        personId: grant.person === undefined ? null : this.id(this.personIds, grant.person),
        scopeUnitId: grant.scope === undefined ? null : this.id(this.unitIds, grant.scope),
        limitValue: limitOf(grant.limit),
        plan: grant.plan,
        state: grant.state,
        withheldReason: grant.withheldReason ?? null,
        validFrom: grant.validFrom ?? null,
        validTo: grant.validTo ?? null,
        source: grant.source ?? null,
        title: grant.title ?? null,
      }),
    );
    return upsert(this.manager, AuthorityGrantEntity, wanted, { existing, identity: ['id'] });
  }

  async parameters({ parameters }: Imported): Promise<ImportCountView> {
    const existing = await this.manager.findBy(DefinitionParameterEntity, { companyId: this.companyId });
    const wanted = parameters.map(({ definition, key, value }) =>
      this.manager.create(DefinitionParameterEntity, { companyId: this.companyId, key: definition, name: key, value }),
    );
    return upsert(this.manager, DefinitionParameterEntity, wanted, { existing, identity: ['companyId', 'key', 'name'] });
  }

  /** A person named with a sign-in name gets an account without a password; one named without keeps what they have. */
  async accounts({ people }: Imported): Promise<ImportCountView> {
    const wanted = people.flatMap(({ key, login }) =>
      login === undefined ? [] : [{ personId: this.id(this.personIds, key), companyId: this.companyId, login: signInName(login) }],
    );
    const existing = await this.manager.findBy(AccountEntity, { personId: In(wanted.map((row) => row.personId)) });
    await this.giveUp(existing, wanted);
    return upsert(this.manager, AccountEntity, wanted as AccountEntity[], { existing, identity: ['personId'] });
  }

  /** The rights of everybody named are exactly those of the document. */
  async rights({ people }: Imported): Promise<Omit<RightCountView, 'unheld'>> {
    const named = people.map(({ key }) => this.id(this.personIds, key));
    const existing = await this.manager.findBy(PersonRightEntity, { personId: In(named) });
    const wanted = people.flatMap(({ key, rights }) =>
      [...new Set(rights)].map((rightName) => ({ personId: this.id(this.personIds, key), rightName, companyId: this.companyId })),
    );
    const [had, shall] = [new Set(existing.map(rightKey)), new Set(wanted.map(rightKey))];
    const given = wanted.filter((row) => !had.has(rightKey(row)));
    const taken = existing.filter((row) => !shall.has(rightKey(row)));
    await this.manager.query('DELETE FROM person_right WHERE (person_id, right_name) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))', [
      taken.map(({ personId }) => personId),
      taken.map(({ rightName }) => rightName),
    ]);
    for (let start = 0; start < given.length; start += CHUNK)
      await this.manager.insert(PersonRightEntity, given.slice(start, start + CHUNK));
    return { given: given.length, taken: taken.length, unchanged: wanted.length - given.length };
  }

  /** A name that goes from one person to another is nobody's in between: names are looked at one by one, and only the final state counts. */
  private async giveUp(existing: AccountEntity[], wanted: Pick<AccountEntity, 'personId' | 'login'>[]): Promise<void> {
    const names = new Map(wanted.map(({ personId, login }) => [personId, login]));
    const changing = existing.filter(({ personId, login }) => names.get(personId) !== login).map(({ personId }) => personId);
    if (changing.length > 0) await this.manager.query(`UPDATE account SET login = person_id::text WHERE person_id = ANY ($1)`, [changing]);
  }

  /** Posts that the document does not name, as it would name them. */
  private staying(existing: PositionEntity[], named: ReadonlySet<string>): PrimaryPost[] {
    const personKeys = new Map([...this.personIds].map(([key, id]) => [id, key]));
    return existing
      .filter(({ key }) => !named.has(key))
      .map(({ key, personId, isPrimary, validFrom, validTo }) => ({
        key,
        person: personId === null ? null : (personKeys.get(personId) ?? null),
        primary: isPrimary,
        validFrom: validFrom ?? undefined,
        validTo: validTo ?? undefined,
      }));
  }

  private async idsOf(kind: string, existing: { id: string; key: string }[], imported: { key: string }[]): Promise<Ids> {
    const ids = new Map(existing.map((row) => [row.key, row.id]));
    await mapInTurns(imported, ({ key }) => ids.has(key) || ids.set(key, uuidv5(`${kind}:${key}`, this.companyId)));
    return ids;
  }

  private id(ids: Ids, key: string): string {
    const id = ids.get(key);
    if (!id) throw new Error(`Expected the key “${key}” to be known after the document was checked, but it is not`);
    return id;
  }
}

const rightKey = ({ personId, rightName }: Pick<PersonRightEntity, 'personId' | 'rightName'>): string => `${personId}/${rightName}`;

function pathTo(row: UnitEntity, byId: Map<string, UnitEntity>): string[] {
  const path = [row.id];
  for (let above = row.parentId; above !== null; above = byId.get(above)?.parentId ?? null) path.push(above);
  return path.reverse();
}

function limitOf(limit: Imported['grants'][number]['limit']): Exclude<Limit, null> | null {
  if (limit === null || limit === 'no-limit') return limit;
  return moneyOf(limit.amount, limit.currency);
}
