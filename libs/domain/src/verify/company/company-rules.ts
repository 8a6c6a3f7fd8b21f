import type { Assignee } from '../../definition/assignee.schema';
import type { Definition } from '../../definition/definition.schema';
import { warning, type Finding } from '../../definition/finding';
import { isHuman } from '../../definition/flow';
import type { AuthorityKind } from '../../definition/authority-kinds';
import { standardOf, valueSet, type ParameterSetting } from '../../definition/parameters';
import { rolesAsked, unitNamed } from '../../people/rule-field';
import { MOST_SEATS } from '../../people/resolve/resolve';
import type { Bilingual } from '../../text/bilingual';
import { isSameText } from '../../text/canonical-text';
import { called, roleFindings, unheldFindings, type RoleStaffing } from './role-rules';
import { assigneesAt, subjectOf } from '../subject';
import { yearFindings, type CompanyTime } from './year-rules';

/** What a company has of what definitions name, today. */
export interface CompanyStaffing extends RoleStaffing {
  /** Roles that more people hold than can be asked at once (`MOST_SEATS`). */
  crowded: readonly string[];
  /** Keys of active people. */
  people: readonly string[];
  /** Keys of its units. */
  units: readonly string[];
  /** Authorities that somebody has been granted. */
  grants: readonly { kind: AuthorityKind; matter: string }[];
  /** Parameters that the company has set, of every definition. */
  parameters: readonly { definition: string; key: string; value: ParameterSetting }[];
  /** Its processes, each by its newest version that was ever published. */
  processes: readonly Process[];
  time: CompanyTime;
}

type Process = Pick<Definition, 'key' | 'version' | 'title' | 'numberPrefix'>;

/**
 * What a definition asks for and this company does not have: a role that nobody holds, a person who is not there, an authority that nobody was
 * granted, holidays of a year that its times reach into. Pure. Warnings only: posts are filled and grants are given at any time, and a step that finds nobody waits for its owner.
 */
export function companyFindings(definition: Definition, company: CompanyStaffing): Finding[] {
  const { steps } = subjectOf(definition);
  return [
    ...startFindings(definition, company),
    ...roleFindings(steps, definition, company),
    ...parameterFindings(definition, company),
    ...mistakableFindings(definition, company),
    ...yearFindings(steps, definition, company.time),
    ...steps.flatMap((placed) => [
      ...assigneesAt(placed).flatMap(({ rule, path }) => assigneeFindings(rule, path, company)),
      ...(isHuman(placed.step) && placed.step.authority ? grantFindings(placed.step.authority, `${placed.path}.authority`, company) : []),
    ]),
  ];
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

/** Versions that one may leave out without being asked. */
const MOST_LEFT_OUT = 100;

const sameText = (left: Bilingual, right: Bilingual): boolean => isSameText(left.zh, right.zh) || isSameText(left.en, right.en);

/** What nobody could tell apart afterwards, or what leaves no room for the next version. */
function mistakableFindings(definition: Definition, { processes }: CompanyStaffing): Finding[] {
  const { key, title, numberPrefix, version } = definition;
  const newest = processes.find((each) => each.key === key)?.version ?? 0;
  const jump = warning(
    { code: 'version-jump', path: 'version' },
    `上一个版本是 ${newest}，这个是 ${version}：以后的版本号只能更大，最大 1,000,000。`,
    `The version before is ${newest}, and this is ${version}: later ones can only be higher, up to 1,000,000.`,
  );
  const others = processes.filter((each) => each.key !== key);
  const prefix = others.find((each) => isSameText(each.numberPrefix, numberPrefix));
  const named = others.find((each) => sameText(each.title, title));
  return [
    ...(version > newest + MOST_LEFT_OUT ? [jump] : []),
    ...(prefix === undefined ? [] : [sharedPrefix(prefix)]),
    ...(named === undefined ? [] : [sharedTitle(named)]),
  ];
}

function sharedPrefix({ numberPrefix, title }: Process): Finding {
  return warning(
    { code: 'prefix-shared', path: 'numberPrefix' },
    `编号前缀「${numberPrefix}」已用于「${title.zh}」，两个流程的申请将共用一组编号。`,
    `“${title.en}” uses the number prefix “${numberPrefix}” already; requests of both would share one series of numbers.`,
  );
}

function sharedTitle({ title }: Process): Finding {
  return warning(
    { code: 'title-shared', path: 'title' },
    `另一个流程也叫「${title.zh}」，在列表中无法区分。`,
    `Another process is called “${title.en}” too; in lists nobody could tell them apart.`,
  );
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
    if (valueSet(standardOf(asked.default), set.value) !== null) return [];
    return [
      warning(
        { code: 'parameter-other-kind', path: `parameters.${index}` },
        `公司为参数「${asked.title.zh}」设置的值与这个版本要求的类型不符，将使用默认值。`,
        `What the company has set for “${asked.title.en}” is of another kind than this version asks for; the default will be used.`,
      ),
    ];
  });
}

const STOPS: Bilingual = { zh: '申请走到这里会停下来', en: 'a request that gets here would stop' };

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
  const unit = unitNamed(rule);
  if (unit !== undefined && !company.units.includes(unit)) {
    return [
      warning(
        { code: 'unit-absent', path },
        `公司里没有组织「${unit}」，申请走到这里会停下来。`,
        `The company has no unit “${unit}”; a request that gets here would stop.`,
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
  const asked = rolesAsked(rule);
  return asked.length === 0 ? [] : unheldFindings({ roles: asked, path, lacking: STOPS }, company);
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
