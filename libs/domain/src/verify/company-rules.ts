import type { Assignee } from '../definition/assignee.schema';
import type { Definition } from '../definition/definition.schema';
import { warning, type Finding } from '../definition/finding';
import { isHuman } from '../definition/flow';
import type { AuthorityKind } from '../definition/authority-kind.schema';
import type { ParameterValue } from '../definition/parameters';
import { MOST_SEATS } from '../people/resolve';
import type { Bilingual } from '../text/bilingual';
import { assigneesAt, subjectOf } from './subject';

/** What a company has of what definitions name, today. */
export interface CompanyStaffing {
  /** Roles that somebody active holds. */
  roles: readonly string[];
  /** Roles that more people hold than can be asked at once (`MOST_SEATS`). */
  crowded: readonly string[];
  /** How roles are called here, held or not. */
  roleTitles: Readonly<Record<string, Bilingual>>;
  /** Keys of active people. */
  people: readonly string[];
  /** Authorities that somebody has been granted. */
  grants: readonly { kind: AuthorityKind; matter: string }[];
  /** Parameters that the company has set, of every definition. */
  parameters: readonly { definition: string; key: string; value: ParameterValue }[];
}

/**
 * What a definition asks for and this company does not have: a role that nobody holds, a person who is not there, an authority that nobody was
 * granted. Pure. Warnings only: posts are filled and grants are given at any time, and a step that finds nobody waits for its owner.
 */
export function companyFindings(definition: Definition, company: CompanyStaffing): Finding[] {
  const { steps } = subjectOf(definition);
  return [
    ...startFindings(definition, company),
    ...parameterFindings(definition, company),
    ...steps.flatMap((placed) => [
      ...assigneesAt(placed).flatMap(({ rule, path }) => assigneeFindings(rule, path, company)),
      ...(isHuman(placed.step) && placed.step.authority ? grantFindings(placed.step.authority, `${placed.path}.authority`, company) : []),
    ]),
  ];
}

function called(role: string, { roleTitles }: CompanyStaffing): Bilingual {
  return Object.hasOwn(roleTitles, role) ? (roleTitles[role] as Bilingual) : { zh: role, en: role };
}

function startFindings({ start }: Definition, company: CompanyStaffing): Finding[] {
  if (!('roles' in start) || start.roles.some((role) => company.roles.includes(role))) return [];
  const names = start.roles.map((role) => called(role, company));
  return [
    warning(
      { code: 'start-unheld', path: 'start.roles' },
      `目前没有人能发起这个流程：没有人担任${names.map(({ zh }) => `「${zh}」`).join('或')}。`,
      `Nobody can start this process at present, because nobody has the role ${names.map(({ en }) => `“${en}”`).join(' or ')}.`,
    ),
  ];
}

/** What the company has set for older versions and this one cannot take. */
function parameterFindings({ key: definition, parameters }: Definition, company: CompanyStaffing): Finding[] {
  return company.parameters.flatMap((set) => {
    if (set.definition !== definition) return [];
    const index = parameters.findIndex(({ key }) => key === set.key);
    const asked = parameters[index];
    if (asked === undefined) {
      const at = { code: 'parameter-gone', path: 'parameters' };
      return [
        warning(
          at,
          `公司设置了参数「${set.key}」，这个版本不再使用它。`,
          `The company has set the parameter “${set.key}”, which this version no longer uses.`,
        ),
      ];
    }
    if (typeof set.value === typeof asked.default) return [];
    return [
      warning(
        { code: 'parameter-other-kind', path: `parameters.${index}` },
        `公司为参数「${asked.title.zh}」设置的值与这个版本要求的类型不符，将使用默认值。`,
        `What the company has set for “${asked.title.en}” is of another kind than this version asks for; the default will be used.`,
      ),
    ];
  });
}

function assigneeFindings(rule: Assignee, path: string, company: CompanyStaffing): Finding[] {
  if (rule.by === 'person' && !company.people.includes(rule.person)) {
    return [
      warning(
        { code: 'person-absent', path },
        `公司里没有启用的人员「${rule.person}」，申请走到这里会停下来。`,
        `The company has no active person “${rule.person}”; a request that gets here would stop.`,
      ),
    ];
  }
  if (rule.by === 'role' && rule.scope === 'company' && company.crowded.includes(rule.role)) {
    const { zh, en } = called(rule.role, company);
    return [
      warning(
        { code: 'role-crowded', path },
        `全公司超过 ${MOST_SEATS} 人担任「${zh}」，无法同时请他们处理，申请走到这里会停下来；请缩小范围。`,
        `More than ${MOST_SEATS} people in the company have the role “${en}”, too many to ask at once; a request that gets here would stop. Please narrow the scope.`,
      ),
    ];
  }
  const asked = rule.by === 'role' ? [rule.role] : rule.by === 'choice' ? (rule.roles ?? []) : [];
  if (asked.length === 0 || asked.some((role) => company.roles.includes(role))) return [];
  const names = asked.map((role) => called(role, company));
  return [
    warning(
      { code: 'role-unheld', path },
      `目前没有人担任${names.map(({ zh }) => `「${zh}」`).join('或')}，申请走到这里会停下来。`,
      `Nobody has the role ${names.map(({ en }) => `“${en}”`).join(' or ')} at present; a request that gets here would stop.`,
    ),
  ];
}

function grantFindings(asked: { kind: AuthorityKind; matter: string }, path: string, company: CompanyStaffing): Finding[] {
  if (company.grants.some(({ kind, matter }) => kind === asked.kind && matter === asked.matter)) return [];
  return [
    warning(
      { code: 'matter-ungranted', path },
      `目前没有人获得「${asked.matter}」事项的这项授权，申请走到这里会停下来。`,
      `Nobody has been granted this authority for “${asked.matter}”; a request that gets here would stop.`,
    ),
  ];
}
