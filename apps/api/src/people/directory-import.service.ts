import { DirectoryReviewRepository, holdGrants, PersonEntity, type ChangedRow, type RuleChangeKind } from '@countersign/database';
import { DEMO_PEOPLE } from '@countersign/definitions';
import {
  directoryProblem,
  ownWidenings,
  RIGHT_TITLE,
  parseDirectoryImport,
  type DirectoryProblem,
  type OwnImport,
  type RightName,
} from '@countersign/domain';
import { inTurns } from '@countersign/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { usedToken, type Actor } from '../auth/actor';
import { DemoMode } from '../auth/demo-mode';
import { demandAsShown, digestOf } from '../http/press/as-shown';
import { Problem } from '../http/problem/problem';
import { changedRows } from './changes/changed-rows';
import { noteChange } from './changes/rule-changes.service';
import { tellRights } from './changes/tell-rights';
import { directoryDocument } from './directory-export.service';
import { foreseenTasks } from './import/foreseen-tasks';
import { DirectoryRows } from './import/directory-rows';
import { existingDirectory } from './import/existing-directory';
import { rolledBack } from './import/rolled-back';
import type { DirectoryImportView } from './dto/people.view';

/** Whose directory it is, and who changes it. */
export interface Importer extends Partial<Pick<Actor, 'token' | 'link'>> {
  companyId: string;
  personId: string | null;
  /** What the change is called; absent: an import. */
  kind?: RuleChangeKind;
  /** What a trial has told that it would change. */
  shown?: string | null;
}

/** Takes a directory document into the database: by key, everything or nothing, twice the same as once. */
@Injectable()
export class DirectoryImportService {
  constructor(
    private readonly database: DataSource,
    private readonly review: DirectoryReviewRepository,
    @Inject(DemoMode) private readonly demoMode: Pick<DemoMode, 'isOn'>,
  ) {}

  /**
   * Sign-in names are unique over all companies: whoever loses one to somebody else meanwhile is told so by a second look. `besides`: what is written
   * in the same transaction.
   */
  async import(by: Importer, document: unknown, besides?: (manager: EntityManager) => Promise<void>): Promise<DirectoryImportView> {
    const oneClick = await this.byOneClick();
    const once = (): Promise<DirectoryImportView> =>
      this.database.transaction(async (manager) => {
        const counts = await this.within(manager, { ...by, oneClick }, document);
        await besides?.(manager);
        await manager.query(CHANGED_BY, [by.companyId, by.personId]);
        return { ...counts, openTasks: null };
      });
    return once().catch((error: unknown) => {
      if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return once();
      throw error;
    });
  }

  /** What an import would do, to open tasks as well: the same writes, taken back before anybody sees them. */
  async tryOut({ companyId, personId }: Importer, document: unknown): Promise<DirectoryImportView> {
    const oneClick = await this.byOneClick();
    return rolledBack(this.database, async (manager) => {
      const before = await this.review.versionOf(manager, companyId);
      const counts = await this.within(manager, { companyId, personId, oneClick }, document);
      return { ...counts, openTasks: await foreseenTasks(this.review, manager, { companyId, before }) };
    });
  }

  /** One import of a company at a time. Others are told so and do not wait: each of them would keep a connection from everybody else. */
  private async within(
    manager: EntityManager,
    { oneClick, ...by }: Importer & { oneClick: string[] },
    document: unknown,
  ): Promise<Omit<DirectoryImportView, 'openTasks'>> {
    const { companyId, personId: actorId } = by;
    const [lock] = await manager.query<{ free: boolean }[]>(TRY_LOCK, [`directory:${companyId}`]);
    if (!lock?.free) throw new Problem('import-running');
    await holdGrants(manager, companyId);
    const existing = await existingDirectory(manager, companyId);
    const parsed = await inTurns(parseDirectoryImport(document, existing));
    if (!parsed.ok) throw refused(parsed.problems);
    const { directory } = parsed;
    await this.demandZone(manager, directory.company);
    const heldBefore = await this.heldRights(manager, companyId);
    const hadAdministrator = await this.hasAdministrator(manager, companyId, oneClick);
    const others = actorId !== null && (await this.hasAdministrator(manager, companyId, oneClick, actorId));
    const rows = new DirectoryRows(manager, companyId);
    const company = await rows.company(directory);
    const units = await rows.units(directory);
    const roles = await rows.roles(directory);
    const people = await rows.people(directory);
    const accounts = await rows.accounts(directory);
    const counted = await rows.rights(directory);
    const heldSince = await this.heldRights(manager, companyId);
    const unheld = heldBefore.filter((right) => !heldSince.includes(right)).map((right) => RIGHT_TITLE[right]);
    const rights = { ...counted, unheld };
    if (hadAdministrator && !(await this.hasAdministrator(manager, companyId, oneClick)))
      throw refused([directoryProblem('people', 'last-administrator', {})]);
    const positions = await rows.positions(directory);
    const grants = await rows.grants(directory);
    const parameters = await rows.parameters(directory);
    const after = await directoryDocument(manager, companyId, existing.parameters);
    if (actorId !== null && others) await this.demandNoOwn(manager, actorId, { before: existing.before, after, document: directory });
    const standing = await this.note(manager, by, await inTurns(changedRows(existing.before, after)));
    return { company, units, roles, people, accounts, rights, positions, grants, parameters, standing };
  }

  /** Notes what has changed, and answers with the digest of what stood there before: that a trial has told, where one is brought. */
  private async note(
    manager: EntityManager,
    { companyId, personId: actorId, token = null, link = null, kind = 'directory-imported', shown }: Importer,
    rows: ChangedRow[],
  ): Promise<string> {
    const standing = digestOf(rows.map(({ section, key, before }) => [section, key, before]));
    demandAsShown(shown, standing);
    const change = { companyId, actorId, token: usedToken({ token, link }), rows };
    await noteChange(manager, { ...change, kind });
    await tellRights(manager, change);
    return standing;
  }

  /** Days and deadlines are counted by PostgreSQL too, which does not know every name that the runtime knows. */
  private async demandZone(manager: EntityManager, { timeZone }: { timeZone: string }): Promise<void> {
    const [row] = await manager.query<{ known: boolean }[]>('SELECT is_time_zone($1) AS known', [timeZone]);
    if (!row?.known) throw refused([directoryProblem('company.timeZone', 'unknown-time-zone', { timeZone })]);
  }

  /** Nobody gives themselves more to sign, or more rights, where somebody else could. */
  private async demandNoOwn(manager: EntityManager, personId: string, directories: Omit<OwnImport, 'person'>): Promise<void> {
    const { key } = await manager.findOneByOrFail(PersonEntity, { id: personId });
    const problems = ownWidenings({ ...directories, person: key });
    if (problems.length > 0) throw refused(problems);
  }

  /** Rights that somebody active has. */
  private async heldRights(manager: EntityManager, companyId: string): Promise<RightName[]> {
    const rows = await manager.query<{ right: RightName }[]>(HELD_RIGHTS, [companyId]);
    return rows.map(({ right }) => right);
  }

  /** Keys of the people who need no password here. */
  private async byOneClick(): Promise<string[]> {
    return (await this.demoMode.isOn()) ? DEMO_PEOPLE.map(({ key }) => key) : [];
  }

  /** Somebody who could import the next directory, `besides` somebody. */
  private async hasAdministrator(
    manager: EntityManager,
    companyId: string,
    oneClick: string[],
    besides: string | null = null,
  ): Promise<boolean> {
    const found = await manager.query<unknown[]>(ADMINISTRATOR, [companyId, oneClick, besides]);
    return found.length > 0;
  }
}

const TRY_LOCK = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free';
/** Whose change the next look through the open requests names. */
const CHANGED_BY = `
  INSERT INTO directory_review (company_id, changed_by) VALUES ($1, $2) ON CONFLICT (company_id) DO UPDATE SET changed_by = excluded.changed_by`;
const UNIQUE_VIOLATION = '23505';
const HELD_RIGHTS = `
  SELECT DISTINCT r.right_name AS "right" FROM person_right r JOIN person p ON p.id = r.person_id AND p.active WHERE r.company_id = $1 ORDER BY 1`;
/** Somebody gets in by a password, by a link that is still open, or in the demo by one click. */
const ADMINISTRATOR = `
  SELECT 1 FROM person_right r JOIN person p ON p.id = r.person_id AND p.active JOIN account a ON a.person_id = p.id
  WHERE r.company_id = $1 AND r.right_name = 'directory.import' AND p.id IS DISTINCT FROM $3::uuid AND (a.password_hash IS NOT NULL OR p.key = ANY ($2)
    OR EXISTS (SELECT 1 FROM login_link l WHERE l.person_id = p.id AND l.used_at IS NULL AND l.expires_at > now())) LIMIT 1`;

function refused(problems: DirectoryProblem[]): Problem {
  return new Problem(
    'directory-invalid',
    {},
    problems.map(({ path, code, params, message }) => ({ field: path, code, params, message })),
  );
}
