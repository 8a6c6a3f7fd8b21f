import { holdRegister, type ChangedRow, type RuleChangeKind } from '@countersign/database';
import type { RegisteredTerm } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { changedBy, noteChange } from '../people/changes/rule-changes.service';
import type { LeaseView } from './dto/lease.view';
import { requireRoom } from './lease-room';
import { KNOWN_LEASES, PUT_BACK } from './lease-statements';
import { reasonHeld, LeasesService, standingLease } from './leases.service';

const TAKE_OUT = `
  UPDATE lease SET taken_out_at = clock_timestamp(), taken_out_by = $3, taken_out_why = $4, updated_at = now() WHERE company_id = $1 AND number = $2`;

/** Takes contracts that should not be there out of the register, and puts them back: the rows stay, and stand for nothing meanwhile. */
@Injectable()
export class LeaseRemovalService {
  constructor(
    private readonly database: DataSource,
    private readonly leases: LeasesService,
  ) {}

  /** All its terms; not while a renewal or an exit of it is in progress. */
  async takeOut(actor: Actor, id: string, why: string): Promise<LeaseView> {
    const { companyId, personId } = actor;
    const asked = await this.leases.asked(actor, {});
    await this.database.transaction(async (manager) => {
      await holdRegister(manager, companyId);
      const lease = await standingLease(manager, asked, id);
      const held = await reasonHeld(manager, companyId, lease);
      if (held) throw new Problem('lease-held', { why: { ...held.text } });
      await manager.query(TAKE_OUT, [companyId, lease.number, personId, why]);
      const after = { place: lease.place, expiresOn: lease.expiresOn, takenOut: true, why };
      const row = { section: 'leases', key: lease.number, before: { ...after, takenOut: false, why: null }, after };
      await noteChange(manager, noted(actor, 'lease-taken-out', row));
    });
    return this.leases.read(actor, id);
  }

  /** As it was, where nothing has come into its place. */
  async putBack(actor: Actor, id: string): Promise<LeaseView> {
    const { companyId } = actor;
    const asked = await this.leases.asked(actor, {});
    await this.database.transaction(async (manager) => {
      await holdRegister(manager, companyId);
      const { number, place, expiresOn, state, outWhy } = await standingLease(manager, asked, id);
      if (state !== 'out') return;
      requireRoom(number, await manager.query<RegisteredTerm[]>(KNOWN_LEASES, [companyId]));
      await manager.query(PUT_BACK, [companyId, [number]]);
      const before = { place, expiresOn, takenOut: true, why: outWhy };
      await noteChange(
        manager,
        noted(actor, 'lease-put-back', { section: 'leases', key: number, before, after: { ...before, takenOut: false, why: null } }),
      );
    });
    return this.leases.read(actor, id);
  }
}

const noted = (actor: Actor, kind: RuleChangeKind, row: ChangedRow) => ({ ...changedBy(actor), kind, rows: [row] });
