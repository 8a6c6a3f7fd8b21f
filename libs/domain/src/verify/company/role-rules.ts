import type { Definition } from '../../definition/definition.schema';
import { warning, type Finding } from '../../definition/finding';
import { isHuman } from '../../definition/flow';
import type { Bilingual } from '../../text/bilingual';
import type { PlacedStep } from '../subject';
import { ownValue } from '../../text/own-value';

/** What a company has of roles, today. */
export interface RoleStaffing {
  /** Roles that somebody active holds. */
  roles: readonly string[];
  /** How roles are called here, held or not. */
  roleTitles: Readonly<Record<string, Bilingual>>;
}

/** Roles of which one at least has to be held, where a definition names them, and what is lacking where none is. */
interface Asked {
  roles: readonly string[];
  path: string;
  lacking: Bilingual;
}

const rolesIn = (by: readonly (string | { role: string })[] | undefined): string[] =>
  (by ?? []).flatMap((who) => (typeof who === 'string' ? [] : [who.role]));

/** Each of several by itself: the others do not stand in for it. */
const each = (roles: readonly string[], path: string, lacking: Bilingual): Asked[] =>
  roles.map((role) => ({ roles: [role], path, lacking }));

function askedOfStep({ step, path }: PlacedStep): Asked[] {
  const ladder = isHuman(step) ? (step.due?.ladder ?? []) : [];
  const roles = ladder.flatMap(({ to }) => (typeof to !== 'string' && to.by === 'role' ? [to.role] : []));
  return each(roles, `${path}.due.ladder`, { zh: '逾期后没有人接手或得知', en: 'nobody would hear of a late step, or be given it' });
}

function askedOfAll({ schedule, reopen, revoke, children, entrances }: Definition): Asked[] {
  return [
    ...(schedule ? each([schedule.starter], 'schedule.starter', { zh: '到时不会自动发起', en: 'nothing would be started by itself' }) : []),
    ...each(rolesIn(reopen?.by), 'reopen.by', { zh: '没有人能以此身份重新打开申请', en: 'nobody could re-open a request by it' }),
    ...each(rolesIn(revoke?.by), 'revoke.by', { zh: '没有人能以此身份撤销批准', en: 'nobody could revoke an approval by it' }),
    ...(children ?? []).flatMap(({ by }, index) =>
      each(rolesIn(by), `children.${index}.by`, { zh: '没有人能以此身份发起这项申请', en: 'nobody could start that request by it' }),
    ),
    ...(entrances?.each ?? []).flatMap(({ roles }, index) =>
      roles === undefined
        ? []
        : [{ roles, path: `entrances.each.${index}.roles`, lacking: { zh: '没有人能由此发起', en: 'nobody could come in by it' } }],
    ),
  ];
}

/** How a role is called in a company. Pure. */
export function called(role: string, { roleTitles }: Pick<RoleStaffing, 'roleTitles'>): Bilingual {
  return ownValue(roleTitles, role) ?? { zh: role, en: role };
}

/** That nobody holds a role which is named beside those who decide: by whom it starts, goes on when it is late, is taken up again. Pure. */
export function roleFindings(steps: readonly PlacedStep[], definition: Definition, company: RoleStaffing): Finding[] {
  return [...askedOfAll(definition), ...steps.flatMap(askedOfStep)].flatMap((asked) => unheldFindings(asked, company));
}

/** That nobody holds any of some roles, and what is lacking by it; empty where somebody does. Pure. */
export function unheldFindings({ roles, path, lacking }: Asked, company: RoleStaffing): Finding[] {
  if (roles.some((role) => company.roles.includes(role))) return [];
  const names = roles.map((role) => called(role, company));
  return [
    warning(
      { code: 'role-unheld', path },
      `目前没有人担任${names.map(({ zh }) => `「${zh}」`).join('或')}，${lacking.zh}。`,
      `Nobody has the role ${names.map(({ en }) => `“${en}”`).join(' or ')} at present; ${lacking.en}.`,
    ),
  ];
}
