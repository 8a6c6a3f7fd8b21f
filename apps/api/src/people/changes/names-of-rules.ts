import type { ChangedRow } from '@countersign/database';
import type { Bilingual, DirectoryNames, Json } from '@countersign/domain';
import type { DataSource } from 'typeorm';

/** Titles are written once for both languages where keys are put together. */
const PAIR = (zh: string, en: string): string => `jsonb_build_object('zh', ${zh}, 'en', ${en})`;
const POST = PAIR(
  `concat_ws(' · ', o.title->>'zh', u.name->>'zh', coalesce(p.name->>'zh', '空缺'))`,
  `concat_ws(' · ', o.title->>'en', u.name->>'en', coalesce(p.name->>'en', 'vacant'))`,
);
const GRANT = PAIR(
  `concat_ws(' · ', coalesce(t.title->>'zh', p.name->>'zh', g.role), coalesce(m.title->>'zh', g.matter))`,
  `concat_ws(' · ', coalesce(t.title->>'en', p.name->>'en', g.role), coalesce(m.title->>'en', g.matter))`,
);
const PARAMETER = PAIR(`concat_ws(' · ', d.title->>'zh', x->'title'->>'zh')`, `concat_ws(' · ', d.title->>'en', x->'title'->>'en')`);
/** Of each process the version in use, else the newest. */
const DEFINITIONS = `(SELECT DISTINCT ON (key) key, body->'title' AS title, body->'parameters' AS parameters FROM definition
  WHERE company_id = $1 ORDER BY key, status = 'published' DESC, version DESC)`;
const NAMES = `
  SELECT 'people' AS part, key, name FROM person WHERE company_id = $1 AND key = ANY ($2)
  UNION ALL SELECT 'units', key, name FROM unit WHERE company_id = $1 AND key = ANY ($2)
  UNION ALL SELECT 'roles', role, title FROM role_title WHERE company_id = $1 AND role = ANY ($2)
  UNION ALL SELECT 'positions', o.key, ${POST} FROM position o JOIN unit u ON u.id = o.unit_id LEFT JOIN person p ON p.id = o.person_id
    WHERE o.company_id = $1 AND o.key = ANY ($2)
  UNION ALL SELECT 'grants', g.key, ${GRANT} FROM authority_grant g LEFT JOIN person p ON p.id = g.person_id
    LEFT JOIN role_title t ON t.company_id = g.company_id AND t.role = g.role LEFT JOIN ${DEFINITIONS} m ON m.key = g.matter WHERE g.company_id = $1 AND g.key = ANY ($2)
  UNION ALL SELECT 'definitions', d.key, d.title FROM ${DEFINITIONS} d WHERE d.key = ANY ($2)
  UNION ALL SELECT 'parameters', d.key || '.' || (x->>'key'), ${PARAMETER} FROM ${DEFINITIONS} d CROSS JOIN LATERAL jsonb_array_elements(d.parameters) AS x
    WHERE d.key || '.' || (x->>'key') = ANY ($2)`;

interface NameRow {
  part: keyof DirectoryNames;
  key: string;
  name: Bilingual;
}

/** What the keys in changed rows are called today. */
export async function namesOfRules(database: DataSource, companyId: string, rows: readonly ChangedRow[]): Promise<DirectoryNames> {
  const keys = new Set(rows.flatMap(({ key, before, after }) => [key, ...textsIn(before), ...textsIn(after)]));
  const found = keys.size === 0 ? [] : await database.query<NameRow[]>(NAMES, [companyId, [...keys]]);
  const of = (part: keyof DirectoryNames) => Object.fromEntries(found.flatMap((row) => (row.part === part ? [[row.key, row.name]] : [])));
  return {
    people: of('people'),
    units: of('units'),
    roles: of('roles'),
    positions: of('positions'),
    grants: of('grants'),
    parameters: of('parameters'),
    definitions: of('definitions'),
  };
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
