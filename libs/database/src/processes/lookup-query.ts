import type { EarlierLookup, Field, HeldPart, Process } from '@countersign/domain';

/** A definition's lookups in the words of the reads: which posts, grants and claims have to be fetched. */
export interface LookupQuery {
  superiors: boolean;
  /** The superiors of everybody who is found. Absent: not read. */
  above?: true;
  /** Form fields that hold people or a unit. */
  personFields: string[];
  unitFields: string[];
  /** Roles asked for near a unit, and those asked for in the whole company. */
  nearRoles: string[];
  companyRoles: string[];
  persons: string[];
  /** Keys of units that rules name. Absent: none. */
  units?: string[];
  matters: string[];
  /** Fields whose values a request holds alone, by register. */
  claims: { check: string; field: string; parts?: HeldPart[] }[];
  /** Fields that name requests of which something is asked, and what of those is read. Absent: none. */
  linked?: { field: string; said: string[] }[];
  /** What is asked of earlier requests. Absent: nothing. */
  earlier?: EarlierLookup[];
  /** Fields that tell which lines of a budget the request may fall on. Absent: it draws on none. */
  funds?: NonNullable<Process['lookups']['funds']>;
}

/** Nobody and nothing is looked up. */
export const NO_LOOKUPS: LookupQuery = {
  superiors: false,
  personFields: [],
  unitFields: [],
  nearRoles: [],
  companyRoles: [],
  persons: [],
  matters: [],
  claims: [],
};

export function lookupQuery(process: Process): LookupQuery {
  const { lookups, definition } = process;
  if (process.poisoned !== null) return NO_LOOKUPS;
  const fieldsOf = (...types: Field['type'][]): string[] =>
    definition.form.fields.filter((field) => types.includes(field.type)).map((field) => field.key);
  return {
    superiors: lookups.superiors,
    personFields: fieldsOf('person', 'people'),
    unitFields: fieldsOf('unit'),
    nearRoles: lookups.nearRoles,
    companyRoles: lookups.companyRoles,
    persons: lookups.persons,
    matters: lookups.matters,
    claims: lookups.held.map(({ register, field, parts }) => ({ check: register, field, ...(parts && { parts }) })),
    ...(lookups.units && { units: lookups.units }),
    ...(lookups.above && { above: true }),
    ...(lookups.linked.length > 0 && { linked: lookups.linked }),
    ...(lookups.earlier && { earlier: lookups.earlier }),
    ...(lookups.funds && { funds: lookups.funds }),
  };
}
