import { HAND_FAULT_TEXT, handChange, type HandChange, type HandFault, type SentRows } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import { brokenRoutes } from '../broken-routes';
import { DutiesService } from '../duties.service';
import type { MergedDutyView } from '../dto/desk.view';
import { DirectoryExportService } from '../../people/directory-export.service';
import { DirectoryImportService } from '../../people/directory-import.service';
import type { DirectoryImportView } from '../../people/dto/people.view';
import type { HandChangeBody, HandChangeView } from './hand-change.dto';
import { companyDay } from '../../people/company-day';
import { importOf, keysById, knownRows, refusedChange } from './known-rows';

interface Read {
  document: object;
  rows: SentRows;
  change: HandChange;
}

const HELD = `SELECT id FROM position WHERE company_id = $1 AND person_id = $2`;

/** One change of the directory by hand: an import of the rows that it touches. */
@Injectable()
export class HandChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly imports: DirectoryImportService,
    private readonly exports: DirectoryExportService,
    private readonly duties: DutiesService,
  ) {}

  async change(actor: Actor, body: HandChangeBody, shown: string | null): Promise<HandChangeView> {
    const { document } = await this.read(actor, body);
    const counts = await this.imports.import({ ...actor, kind: 'person-changed', shown }, document);
    return { changed: changedIn(counts), standing: counts.standing, openTasks: null, broken: [], duties: [] };
  }

  async tryOut(actor: Actor, body: HandChangeBody): Promise<HandChangeView> {
    const { document, rows } = await this.read(actor, body);
    const counts = await this.imports.tryOut(actor, document);
    const { companyId } = actor;
    const broken = await brokenRoutes(this.database.manager, companyId, await this.emptied(actor, body));
    const { openTasks, standing } = counts;
    return { changed: changedIn(counts), standing, openTasks, broken, duties: await this.merged(actor, body, rows) };
  }

  private async read(actor: Actor, body: HandChangeBody): Promise<Read> {
    const { companyId, personId } = actor;
    const { manager } = this.database;
    const directory = await this.exports.export(companyId);
    const posts = await keysById(manager, companyId, { table: 'position', ids: [body.post, body.superior] });
    const people = await keysById(manager, companyId, { table: 'person', ids: [body.person, personId] });
    const change = changeOf(body, { posts, people });
    const read = handChange(change, knownRows(directory, await companyDay(manager, companyId)), people.get(personId) ?? '');
    if ('fault' in read) throw refused(read.fault);
    return { document: importOf(directory, read), rows: read, change };
  }

  /** Posts that would be without a holder: of whoever is no longer in, or the one that ends. */
  private async emptied(
    actor: Actor,
    { kind, post, person, day, active }: HandChangeBody,
  ): Promise<{ posts: string[]; leaver: string | null }> {
    if (kind === 'end') return { posts: post && day ? [post] : [], leaver: null };
    if (kind !== 'account' || active !== false) return { posts: [], leaver: null };
    const held = await this.database.query<{ id: string }[]>(HELD, [actor.companyId, person]);
    return { posts: held.map(({ id }) => id), leaver: person ?? null };
  }

  private async merged({ companyId }: Actor, { kind, person }: HandChangeBody, { positions: [post] }: SentRows): Promise<MergedDutyView[]> {
    if (post === undefined) return [];
    if (kind === 'give' && person) return this.duties.of(companyId, person, post.role);
    if (kind !== 'role' || post.person === null) return [];
    const [holder] = await this.database.query<{ id: string }[]>(`SELECT id FROM person WHERE company_id = $1 AND key = $2`, [
      companyId,
      post.person,
    ]);
    return holder ? this.duties.of(companyId, holder.id, post.role) : [];
  }
}

/** What a change of each kind cannot do without. */
const LACKS = { give: 'day', substitute: 'day', role: 'role', account: 'active', rights: 'rights' } as const;

/** The change in the keys of the directory; what it lacks is a fault of the body. */
function changeOf(body: HandChangeBody, { posts, people }: Record<'posts' | 'people', Map<string, string>>): HandChange {
  const { kind, day, role, grade, active, rights, superior } = body;
  const post = posts.get(body.post ?? '') ?? '';
  const person = people.get(body.person ?? '') ?? '';
  if ((kind === 'give' || kind === 'substitute') && day) {
    return kind === 'give' ? { kind, post, person, from: day } : { kind, post, person, until: day };
  }
  if (kind === 'end') return { kind, post, until: day ?? null };
  if (kind === 'role' && role !== undefined && grade !== undefined) return { kind, post, role, grade };
  if (kind === 'account' && active !== undefined) return { kind, person, active };
  if (kind === 'rights' && rights !== undefined) return { kind, person, rights };
  if (kind === 'superior') {
    const above = superior === undefined ? null : posts.get(superior);
    if (above === undefined) throw refused('unknown-post');
    return { kind, post, superior: above };
  }
  throw new Problem('invalid-parameter', { name: LACKS[kind] });
}

const refused = (fault: HandFault): Problem => refusedChange('kind', fault, HAND_FAULT_TEXT[fault]);

function changedIn({ people, positions, grants, rights }: DirectoryImportView): number {
  const rows = [people, positions, grants].map(({ created, updated }) => created + updated);
  return rows.reduce((sum, count) => sum + count, rights.given + rights.taken);
}
