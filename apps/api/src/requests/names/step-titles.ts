import { WITH_REQUESTER, type Bilingual } from '@countersign/domain';

/** Where a request stands when it is on no step of its definition. */
export const RETURNED_STEP: Bilingual = { zh: '待申请人修改', en: 'With the requester' };
/** What the owner of a request without an approver has to do. */
const UNBLOCK_STEP: Bilingual = { zh: '解决受阻的申请', en: 'Sort out a stuck request' };
/** What the owner of a returned request has to do whose requester has left. */
const ORPHAN_STEP: Bilingual = { zh: '代已停用的申请人处理', en: 'Act for a requester who has left' };

/** What the owner of a request that is stuck at a step has to do. Pure. */
export function unblockTitle(step: string | null): Bilingual {
  return step === WITH_REQUESTER ? ORPHAN_STEP : UNBLOCK_STEP;
}
