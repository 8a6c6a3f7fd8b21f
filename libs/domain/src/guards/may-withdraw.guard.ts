import { z } from 'zod';
import { refusal } from '../request/refusal';
import { blockedOf, hasWord, recordOf } from '../request/standing';
import { defineGuard } from './guard';

const PASSED: readonly string[] = ['passed', 'merged', 'skipped', 'waived'];

/** The definition still lets its requester withdraw the request. What waits for nobody who could decide may always be taken back, but where it never may. */
export const mayWithdraw = defineGuard({
  params: z.strictObject({ until: z.union([z.enum(['first-decision', 'any-time', 'never']), z.strictObject({ until: z.string() })]) }),
  refuse({ context }, { until }) {
    if (context.revoking) return refusal('being-revoked');
    if (until === 'any-time') return null;
    if (until === 'never') return refusal('never-withdrawn');
    if (blockedOf(context) !== null) return null;
    if (until === 'first-decision') return hasWord(context) ? refusal('decision-made') : null;
    return PASSED.includes(recordOf(context, until.until)?.status ?? '') ? refusal('passed-already', { step: until.until }) : null;
  },
});
