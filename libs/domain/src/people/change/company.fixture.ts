import type { KnownGrant, KnownPerson, KnownPost, KnownRows } from './sent-rows';

const person = (key: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ key, name: { zh: key, en: key }, language: 'zh', active: true, rights: [] },
  ...more,
});

const post = (key: string, holder: string | null, superior: string | null, more: Partial<KnownPost> = {}): KnownPost => ({
  ...{ key, person: holder, role: key, unit: 'hq', title: { zh: key, en: key }, grade: 'manager', superior, covers: [] },
  ...more,
});

const own: KnownGrant = { key: 'own', kind: 'approve', matter: 'gifts', person: 'area', limit: null, plan: 'any', state: 'granted' };

/** A head, an area manager below, a clerk below them, a keeper beside; a vacant post of which the area manager takes the place. 1 December 2026. */
export const COMPANY: KnownRows = {
  today: '2026-12-01',
  people: [
    person('head'),
    person('area'),
    person('clerk'),
    person('keeper', { rights: ['directory.import'] }),
    person('gone', { active: false }),
  ],
  positions: [
    post('top', 'head', null),
    post('middle', 'gone', 'top'),
    post('area', 'area', 'middle', { primary: true, validFrom: '2024-03-01' }),
    post('clerk', 'clerk', 'area'),
    post('keeper', 'keeper', 'top'),
    post('trainer', null, 'area', { substitute: { person: 'area', validTo: '2027-02-01' } }),
  ],
  grants: [own],
};
