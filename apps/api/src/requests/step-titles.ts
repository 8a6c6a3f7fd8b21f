import type { Bilingual } from '@countersign/domain';

/** Where a request stands when it is on no step of its definition. */
export const RETURNED_STEP: Bilingual = { zh: '待申请人修改', en: 'With the requester' };
/** What the owner of a request without an approver has to do. */
export const UNBLOCK_STEP: Bilingual = { zh: '解决受阻的申请', en: 'Sort out a stuck request' };
