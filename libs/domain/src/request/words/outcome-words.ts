import type { Bilingual } from '../../text/bilingual';
import type { Outcome } from '../request-state';

/** How a request has ended, as part of a sentence. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Bilingual>> = {
  approved: { zh: '已批准', en: 'approved' },
  rejected: { zh: '被驳回', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  terminated: { zh: '被终止', en: 'terminated' },
  revoked: { zh: '已撤销批准', en: 'revoked' },
};
