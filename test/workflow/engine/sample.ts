import { randomUUID } from 'node:crypto';
import { definitionHash, definitionSchema, type Definition, type DefinitionInput } from '@countersign/domain';
import type { DataSource } from 'typeorm';

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

/** A small process that meets every rule of the protocol: a role, a climb by limit, work, a claimed value, a grace time of a second. */
export function sampleDefinition(change: Partial<DefinitionInput> = {}): Definition {
  return definitionSchema.parse({
    key: 'purchase',
    version: 1,
    title: both('Purchase'),
    area: 'finance',
    numberPrefix: 'PU',
    start: { everyone: true },
    form: {
      fields: [
        { key: 'amount', type: 'money', label: both('Amount'), required: true, material: true },
        { key: 'invoice', type: 'text', label: both('Invoice') },
        { key: 'voucher', type: 'text', label: both('Voucher'), filledAt: 'step' },
      ],
    },
    sentence: both('{requester} asks for {amount}'),
    rowTitle: both('{number} {amount}'),
    amount: 'amount',
    submitChecks: [{ type: 'value-taken', params: { field: 'invoice', register: 'invoice' } }],
    graceSeconds: 1,
    flow: [
      {
        id: 'check',
        kind: 'review',
        title: both('Check'),
        assignee: { by: 'role', role: 'checker', scope: 'company' },
        fields: { write: ['voucher'] },
      },
      {
        id: 'grant',
        kind: 'approve',
        title: both('Grant'),
        assignee: { by: 'climb' },
        authority: { kind: 'approve-within-limit', matter: 'purchase', amount: 'amount' },
      },
    ],
    ...change,
  } satisfies DefinitionInput);
}

/** The sample company: a requester, a checker, a lead up to 1,000.00 and a head without limit; `ops` may operate requests. */
export interface Company {
  id: string;
  unit: string;
  people: Record<'asker' | 'checker' | 'lead' | 'head' | 'ops', string>;
  definition: Definition;
  definitionId: string;
}

export async function seedCompany(dataSource: DataSource, definition: Definition = sampleDefinition()): Promise<Company> {
  const [id, unit] = [randomUUID(), randomUUID()];
  const people = { asker: randomUUID(), checker: randomUUID(), lead: randomUUID(), head: randomUUID(), ops: randomUUID() };
  const insert = (table: string, row: Record<string, unknown>): Promise<unknown> =>
    dataSource.createQueryBuilder().insert().into(table).values(row).execute();
  await insert('company', { id, key: `company-${id}`, name: both('Company'), timeZone: 'Asia/Shanghai', currency: 'CNY' });
  await insert('unit', { id: unit, companyId: id, key: 'root', kind: 'company', name: both('Root'), parentId: null, path: [unit] });
  for (const [key, person] of Object.entries(people))
    await insert('person', { id: person, companyId: id, key, name: both(key), email: null });
  const posts = { head: randomUUID(), lead: randomUUID(), asker: randomUUID(), checker: randomUUID(), ops: randomUUID() };
  const superior = { head: null, lead: posts.head, asker: posts.lead, checker: posts.head, ops: posts.head };
  for (const key of Object.keys(posts) as (keyof typeof posts)[]) {
    const post = {
      id: posts[key],
      companyId: id,
      key,
      personId: people[key],
      role: key,
      unitId: unit,
      title: both(key),
      grade: 'staff',
      superiorId: superior[key],
    };
    await insert('position', { ...post, covers: [], isPrimary: true, validFrom: null, validTo: null });
  }
  for (const [role, limitValue] of [
    ['lead', { minor: '100000', currency: 'CNY' }],
    ['head', 'no-limit'],
  ] as const) {
    const grant = {
      id: randomUUID(),
      companyId: id,
      key: role,
      kind: 'approve-within-limit',
      matter: 'purchase',
      role,
      personId: null,
      scopeUnitId: null,
    };
    await insert('authority_grant', {
      ...grant,
      limitValue: () => `'${JSON.stringify(limitValue)}'::jsonb`,
      plan: 'any',
      state: 'granted',
    });
  }
  await insert('person_right', { personId: people.ops, rightName: 'requests.operate', companyId: id });
  const definitionId = await seedDefinition(dataSource, id, definition);
  return { id, unit, people, definition, definitionId };
}

export async function seedDefinition(dataSource: DataSource, companyId: string, definition: Definition): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    companyId,
    key: definition.key,
    version: definition.version,
    status: 'published',
    hash: definitionHash(definition),
    body: definition,
    source: 'seed',
  };
  await dataSource
    .createQueryBuilder()
    .insert()
    .into('definition')
    .values(row as never)
    .execute();
  return id;
}
