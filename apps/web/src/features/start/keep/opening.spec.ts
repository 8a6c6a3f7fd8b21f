import type { PublishedDefinition, RequestView } from '../../../shared/api/wire';
import { choicesFor, openedOf, openingOf } from './opening';

const request = {
  updatedAt: '2026-11-22T02:41:00.000Z',
  form: { fields: [], values: { reason: 'saved' } },
  choices: { check: 'p1' },
} as unknown as RequestView;
const copy = (at: string, base: string | null = null) => ({ form: { reason: 'typed' }, choices: {}, at, base });

describe('what a form follows', () => {
  const published = {
    definition: { version: 3, form: { fields: [{ key: 'new' }] } },
    surroundings: { requesterRoles: [], params: { on: false } },
  };
  const opened = (own: object) =>
    openedOf(
      published as unknown as PublishedDefinition,
      { ...request, definition: { version: 2 }, form: { ...request.form, ...own } } as RequestView,
    );

  it('is its own version and what the server says surrounds it, whatever has been published or set since', () => {
    const surroundings = { requesterRoles: ['buyer'], params: { on: true } };
    expect(opened({ surroundings })).toMatchObject({ definition: { version: 2, form: { fields: [] } }, surroundings });
    expect(opened({ surroundings: null }).surroundings).toEqual(published.surroundings);
    expect(openedOf(published as unknown as PublishedDefinition, null)).toEqual({
      ...published,
      request: null,
      difference: null,
      entered: {},
    });
  });

  it('says by which of its ways it is started, also over what was typed before, and nothing of one that is none', () => {
    const entrances = { field: 'way', each: [{ value: 'permit' }, { value: 'without' }] };
    const several = { ...published, definition: { ...published.definition, entrances } } as unknown as PublishedDefinition;
    const by = (entrance: string | null) => openedOf(several, null, entrance).entered;
    expect([by('without'), by('other'), by(null)]).toEqual([{ way: 'without' }, {}, {}]);
    const { filled } = openingOf(null, { ...copy('2026-11-22T02:40:00.000Z'), form: { reason: 'typed', way: 'permit' } }, by('without'));
    expect(filled.form).toEqual({ reason: 'typed', way: 'without' });
  });

  it('is the newest version for a draft, with what the server says has changed since it was begun', () => {
    const draftChanges = { fromVersion: 2, toVersion: 3, added: [], removed: [{ zh: '旧', en: 'Old' }], changed: [] };
    const draft = { ...request, status: 'draft', definition: { version: 2 }, draftChanges } as unknown as RequestView;
    const found = openedOf(published as unknown as PublishedDefinition, draft);
    expect([found.definition, found.difference]).toEqual([published.definition, draftChanges]);
  });
});

describe('what a form opens with', () => {
  it('is what the server has, with the people picked before', () => {
    expect(openingOf(request, null)).toEqual({ filled: { form: { reason: 'saved' }, choices: { check: 'p1' } }, restored: false });
  });

  it('is the copy in this browser when that is newer', () => {
    expect(openingOf(request, copy('2026-11-22T02:41:09.000Z'))).toMatchObject({ filled: { form: { reason: 'typed' } }, restored: true });
    expect(openingOf(request, copy('2026-11-22T02:40:00.000Z')).restored).toBe(false);
  });

  it('is the copy in this browser when it was typed over that version, whatever the clocks say', () => {
    expect(openingOf(request, copy('2026-11-22T01:00:00.000Z', '2026-11-22T02:41:00.000Z')).restored).toBe(true);
  });

  it('is the copy in this browser for a form that never reached the server', () => {
    expect(openingOf(null, copy('2026-11-22T02:40:00.000Z')).restored).toBe(true);
    expect(openingOf(null, null)).toEqual({ filled: { form: {}, choices: {} }, restored: false });
  });
});

describe('choicesFor', () => {
  const step = (id: string, assignee: object) => ({ id, kind: 'review', title: { zh: id, en: id }, assignee });
  const flow = [step('picked', { by: 'choice' }), step('found', { by: 'superior' })] as unknown as Parameters<typeof choicesFor>[0]['flow'];

  it('leaves out picks for steps that a newer version dropped, or finds people for by itself', () => {
    expect(choicesFor({ flow }, { picked: 'p1', found: 'p2', dropped: 'p3' })).toEqual({ picked: 'p1' });
  });
});
