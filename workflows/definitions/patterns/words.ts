import type { Bilingual } from '@countersign/domain';
import { ROLE_TITLES, type RoleKey } from '../demo/demo-roles';

/** A text in both languages, as short as it can be written. */
export type Words = readonly [zh: string, en: string];

/** The text as a definition holds it. Pure. */
export const said = ([zh, en]: Words): Bilingual => ({ zh, en });

/** A role's title in the middle of an English sentence; what begins with a short form keeps it (`HR manager`). */
function inSentence(title: string): string {
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** “{role}审批 / Approval by the {role}” for any verb. Pure. */
export function byRole(role: RoleKey, [zh, en]: Words): Words {
  const [roleZh, roleEn] = ROLE_TITLES[role];
  return [`${roleZh}${zh}`, `${en} by the ${inSentence(roleEn)}`];
}

export const APPROVAL: Words = ['审批', 'Approval'];
export const REVIEW: Words = ['审核', 'Review'];
export const OPINION: Words = ['签署意见', 'Opinion'];

/** Comments that fit every process. */
export const AGREED: Words = ['同意', 'Agreed'];
export const MORE_DETAIL: Words = ['请补充说明', 'Please explain further'];
export const MORE_FILES: Words = ['请补充附件', 'Please add the missing files'];

export const FINANCE: Words = ['财务部', 'Finance'];
export const MARKETING: Words = ['市场部', 'Marketing'];
export const OPERATIONS_CENTRE: Words = ['运营中心', 'Operations'];
export const HUMAN_RESOURCES: Words = ['人力资源部', 'Human resources'];
export const MERCHANDISE: Words = ['商品部', 'Merchandising'];
export const DEPARTMENT_STORE: Words = ['百货营运部', 'Department store'];
