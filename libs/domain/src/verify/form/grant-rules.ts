import { AUTHORITY_KINDS } from '../../definition/authority-kinds';
import { GRANT_REACHES, GRANT_SIDES, type BecomesGrant } from '../../definition/fields/becomes-grant.schema';
import type { Field, FieldType } from '../../definition/fields/field.schema';
import { error, type Finding } from '../../definition/finding';
import type { Subject } from '../subject';

type Part = keyof BecomesGrant;

/** Of which type each field is, and how that is called. */
const TYPES: Record<Part, { types: readonly FieldType[]; zh: string; en: string }> = {
  role: { types: ['choice'], zh: '单选字段', en: 'a choice' },
  person: { types: ['person'], zh: '人员字段', en: 'a person field' },
  kind: { types: ['choice'], zh: '单选字段', en: 'a choice' },
  matter: { types: ['choice'], zh: '单选字段', en: 'a choice' },
  plan: { types: ['choice'], zh: '单选字段', en: 'a choice' },
  reach: { types: ['choice'], zh: '单选字段', en: 'a choice' },
  limit: { types: ['money'], zh: '金额字段', en: 'an amount' },
  reason: { types: ['text', 'long-text'], zh: '文字字段', en: 'a text' },
  scope: { types: ['unit'], zh: '组织字段', en: 'a unit' },
  from: { types: ['date'], zh: '日期字段', en: 'a date' },
  until: { types: ['date'], zh: '日期字段', en: 'a date' },
};
/** Without them nobody would know what is given to whom: always asked for, or where another field says so. */
const NEEDED: readonly Part[] = ['role', 'person', 'kind', 'matter', 'reach', 'limit', 'reason', 'from'];
const VALUES: Partial<Record<Part, readonly string[]>> = { kind: AUTHORITY_KINDS, reach: GRANT_REACHES, plan: GRANT_SIDES };

const at = (path: string) => ({ code: 'grant-source', path }) as const;

/** What is wrong with how an approval changes authority. Pure. */
export function grantFindings(subject: Subject): Finding[] {
  const { becomesGrant } = subject.definition;
  if (becomesGrant === undefined) return [];
  const parts = Object.entries(becomesGrant) as [Part, unknown][];
  return [
    ...parts.flatMap(([part, key]) => (typeof key === 'string' ? partFindings(subject, part, key) : [])),
    ...beneficiaryFinding(subject, becomesGrant),
    ...afterEndFindings(subject),
  ];
}

function partFindings({ fields }: Subject, part: Part, key: string): Finding[] {
  const field = fields.get(key);
  const { types, zh, en } = TYPES[part];
  const path = `becomesGrant.${part}`;
  if (field === undefined || !types.includes(field.type)) return [error(at(path), `「${key}」不是${zh}。`, `“${key}” is not ${en}.`)];
  return [
    ...(field.filledAt === 'start'
      ? []
      : [error(at(path), `「${key}」须由申请人填写。`, `“${key}” has to be filled in by the requester.`)]),
    ...(NEEDED.includes(part) && field.required === false
      ? [error(at(path), `「${key}」须为必填，或在何时必填。`, `“${key}” has to be required, at least where another field says so.`)]
      : []),
    ...strayOptions(field, VALUES[part]).map((value) =>
      error(at(path), `「${key}」的选项「${value}」没有含义。`, `Option “${value}” of “${key}” means nothing here.`),
    ),
  ];
}

const strayOptions = (field: Field, known: readonly string[] | undefined): string[] =>
  field.type !== 'choice' || known === undefined ? [] : field.options.map(({ value }) => value).filter((value) => !known.includes(value));

/** Whoever is given something must not decide it. */
function beneficiaryFinding({ definition }: Subject, { person }: BecomesGrant): Finding[] {
  if (definition.beneficiary === person) return [];
  return [
    error(
      at('becomesGrant.person'),
      `「${person}」须同时是受益人（beneficiary），否则本人可以批准自己的权限。`,
      `“${person}” has to be the beneficiary too, or somebody could decide their own authority.`,
    ),
  ];
}

/** What was decided by an authority stands: it is changed again, never as if it had not been. */
function afterEndFindings({ definition: { revoke, reopen } }: Subject): Finding[] {
  const wrong = (path: string): Finding =>
    error(
      at(path),
      '已批准的授权按日期生效，不能撤销或重新打开；须另行申请更改。',
      'Authority that was approved holds from its day on: it is neither revoked nor re-opened, but changed by another request.',
    );
  return [...(revoke ? [wrong('revoke')] : []), ...(reopen?.outcomes.includes('approved') ? [wrong('reopen.outcomes')] : [])];
}
