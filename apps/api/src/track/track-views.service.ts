import { randomUUID } from 'node:crypto';
import { SavedFilterEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { TrackAreaService } from '../auth/track-area.service';
import { Problem } from '../http/problem/problem';
import { keepFilter } from '../requests/rows/kept-filters';
import { TrackListService } from './track-list.service';
import type { SavedViewBody } from './dto/track.query';
import type { SavedView, SavedViews } from './dto/track.view';

/** Views of the desk that people keep: with the account, on every device. */
@Injectable()
export class TrackViewsService {
  constructor(
    private readonly database: DataSource,
    private readonly areas: TrackAreaService,
    private readonly lists: TrackListService,
  ) {}

  async list(actor: Actor): Promise<SavedViews> {
    await this.areas.require(actor);
    const rows = await this.database.manager.find(SavedFilterEntity, {
      where: { personId: actor.personId, desk: 'track' },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return { items: rows.map(({ id, name, filters }) => ({ id, name: name ?? '', filters })) };
  }

  /** Keeps a view. Its filters are read at once, so that none is kept that no list could take. */
  async add(actor: Actor, { name, filters: asked }: SavedViewBody): Promise<SavedView> {
    await this.lists.meant(actor, asked);
    const told = Object.entries(asked).filter(([, value]) => value !== undefined && String(value).trim() !== '');
    const filters = Object.fromEntries(told.map(([key, value]) => [key, String(value)]));
    if (told.length === 0) throw new Problem('invalid-parameter', { name: 'filters' });
    const view = { id: randomUUID(), name: name.trim(), filters };
    await keepFilter(this.database, actor, view, 'track');
    return view;
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.areas.require(actor);
    await this.database.manager.delete(SavedFilterEntity, { personId: actor.personId, id, desk: 'track' });
  }
}
