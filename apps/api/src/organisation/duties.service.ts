import { heldToday, ProcessCache } from '@countersign/database';
import { dutyPairs, mergedDuties, ownValue, pairsOfProcess, type AuthorityKind, type Bilingual, type DutyPair } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorityTitles } from '../people/absences/absence-rows';
import type { MergedDutyView } from './dto/desk.view';

const GIVEN = `
  SELECT g.role, g.kind, g.matter, g.title FROM authority_grant g JOIN company c ON c.id = g.company_id
  WHERE g.company_id = $1 AND g.role IS NOT NULL AND g.state = 'granted' AND ${heldToday('g')} ORDER BY g.key`;
const PROCESSES = `SELECT id FROM definition WHERE company_id = $1 AND status = 'published' ORDER BY key`;
const ROLES = `
  SELECT DISTINCT o.role FROM position o JOIN company c ON c.id = o.company_id WHERE o.company_id = $1 AND o.person_id = $2 AND ${heldToday('o')}`;
const TITLES = `SELECT role, title FROM role_title WHERE company_id = $1`;

/** Duties that ought to be two people’s: of one matter, or at steps that a process keeps apart. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
  ) {}

  /** Those that have come to one person, with a role that they are to have besides, without those that they have already had. */
  async of(companyId: string, person: string, more?: string): Promise<MergedDutyView[]> {
    const rows = await this.database.query<{ role: string }[]>(ROLES, [companyId, person]);
    const held = rows.map(({ role }) => ({ person, role }));
    if (held.length + (more === undefined ? 0 : 1) === 0) return [];
    const pairs = await this.pairs(companyId);
    const now = mergedDuties(held, pairs);
    const wanted = more === undefined ? now : mergedDuties([...held, { person, role: more }], pairs);
    const had = new Set(more === undefined ? [] : now.map(nameOf));
    const titles = await this.database.query<{ role: string; title: Bilingual }[]>(TITLES, [companyId]);
    const called = Object.fromEntries(titles.map(({ role, title }) => [role, title]));
    const titleOf = (role: string): Bilingual => ownValue(called, role) ?? { zh: role, en: role };
    return wanted
      .filter((duty) => !had.has(nameOf(duty)))
      .map(({ about, first, second }) => ({ about, first: titleOf(first), second: titleOf(second) }));
  }

  private async pairs(companyId: string): Promise<DutyPair[]> {
    const given = await this.database.query<{ role: string; kind: AuthorityKind; matter: string; title: Bilingual | null }[]>(GIVEN, [
      companyId,
    ]);
    const titles = await authorityTitles(
      this.database.manager,
      companyId,
      given.map(({ matter }) => matter),
      () => true,
    );
    const named = given.map(({ title, ...each }) => ({
      ...each,
      title: title ?? titles.get(`${each.matter} ${each.kind}`) ?? { zh: each.matter, en: each.matter },
    }));
    const ids = await this.database.query<{ id: string }[]>(PROCESSES, [companyId]);
    const pairs = dutyPairs(named);
    for (const { id } of ids) {
      const found = await this.processes.byDefinitionId(id);
      if (found && found.process.poisoned === null) pairs.push(...pairsOfProcess(found.process));
    }
    return pairs;
  }
}

const nameOf = ({ about, first, second }: DutyPair): string => `${about.zh} ${first} ${second}`;
