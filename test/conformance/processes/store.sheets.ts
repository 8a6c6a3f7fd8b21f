import type { Sheet, Way } from './sheet';

const lease: Way['form'] = ({ unit, day }) => ({
  store: unit('store-zhengda'),
  mall: '正大广场 B1-207',
  expiresOn: day(180),
  rent: { amount: '33600.00', currency: 'CNY' },
  commission: 18,
});

interface Terms {
  proposal: 'renew' | 'renegotiate' | 'exit';
  /** Yuan. */
  value?: string;
  signed?: boolean;
}

const leaseWrites = ({ proposal, value = '900000.00', signed = true }: Terms): NonNullable<Way['writes']> => ({
  'store-result': ({ file }) => ({ pnl: [file], result: '净利 8.5%，租售比 12%' }),
  'mall-terms': ({ day }) => ({
    newRent: { amount: '35000.00', currency: 'CNY' },
    newTerm: { from: day(181), to: day(1276) },
    value: { amount: value, currency: 'CNY' },
  }),
  proposal: () => ({ proposal, grounds: '租售比低于公司线' }),
  signing: ({ day, file }) => ({ signed, ...(signed ? { signedOn: day(0), signedFiles: [file] } : null) }),
  archiving: () => ({ archiveNumber: 'ZL-2026-0007' }),
  'follow-up': () => ({ followUp: '商场关系正常，已检视' }),
  'on-to-exit': () => ({ exitPlan: '条件谈不拢，到期日撤场' }),
});

const FROM = (start: string): string => `
  wait last-day-to-sign
  store-result: ${start}
  mall-terms: he-fang
  proposal: ${start}
`;
const REVIEWED = `
  financial-opinion: song-lan
  ops-manager-review: sun-qian
`;
const SIGNED = `
  signing: he-fang
  meet negotiation
  meet renewal
  archiving: jiang-ming
  follow-up: meng-xi
  approved
`;
const AGREED = `
  meet negotiation
  ${REVIEWED}
  gm-approval: zheng-guohua
`;
const TO_THE_EXIT = `
  meet renewal
  on-to-exit: meng-xi
  start start-mall-exit: meng-xi
  approved
`;
const AGAIN = (round: number): string => `
  no negotiation
  again negotiation: ${round}
  mall-terms: he-fang
  proposal: meng-xi
`;

const TOLD_TOO_LATE = 'copy.sent not-signed meng-xi; copy.sent not-signed he-fang; copy.sent not-signed sun-qian; on-to-exit: meng-xi';

/** S0:158; steps of CL-RENEW (G32), co-signature from §6.1. */
export const LEASE_RENEWAL: Sheet = {
  definition: 'lease-renewal',
  rows: ['S0:158'],
  gaps: ['G03', 'G32', 'RENEW-12', '6.1'],
  links: {
    'start-mall-exit': {
      process: 'mall-exit',
      gives: { store: 'store', mall: 'mall', cause: '=expiry', exitOn: 'expiresOn' },
    },
  },
  starts: { yes: ['meng-xi', 'he-fang'], no: ['ruan-mei', 'sun-qian', 'zheng-guohua'] },
  times: {
    'store-result': 'expiresOn-150',
    'mall-terms': 'expiresOn-150',
    proposal: 'expiresOn-120',
    signing: 'expiresOn-60',
    archiving: 'expiresOn-60',
    'last-day-to-sign': 'expiresOn-30',
    'on-to-exit': 'expiresOn-30',
    'follow-up': '20 days',
    'financial-opinion': 'expiresOn-100',
    'ops-manager-review': 'expiresOn-90',
    'gm-approval': 'expiresOn-90',
    'exit-approval': 'expiresOn-90',
    'group-gm-approval': 'expiresOn-90',
  },
  stays: ['signing', 'archiving', 'follow-up'],
  narrow: ['on-to-exit'],
  ways: [
    {
      name: 'renewed: result, terms, proposal, finance, operations, general manager; signed, filed, followed up',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renew' }),
      way: `${FROM('meng-xi')} ${AGREED} skip group-gm-approval ${'\n'} ${SIGNED}`,
    },
    {
      name: 'not renewed: the general manager agrees to leave, and the exit begins',
      by: 'he-fang',
      form: lease,
      writes: leaseWrites({ proposal: 'exit', value: '1000000.01' }),
      way: `${FROM('meng-xi')} meet negotiation ${REVIEWED} exit-approval: zheng-guohua ${TO_THE_EXIT}`,
    },
    {
      name: 'a million is the general manager’s alone',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renew', value: '1000000.00' }),
      way: `${FROM('meng-xi')} ${AGREED} skip group-gm-approval ${'\n'} ${SIGNED}`,
    },
    {
      name: 'above a million the group co-signs',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renew', value: '1000000.01' }),
      way: `${FROM('meng-xi')} ${AGREED} group-gm-approval: shen-siyuan ${SIGNED}`,
    },
    {
      name: 'what is renegotiated goes back to the terms, five times at most; then the store is left',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renegotiate' }),
      way: `${FROM('meng-xi')} ${[2, 3, 4, 5].map(AGAIN).join('')} no negotiation ${'\n'} meet negotiation ${'\n'} no renewal ${TO_THE_EXIT}`,
    },
    {
      name: 'what the mall does not sign leads to the exit',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renew', signed: false }),
      way: `${FROM('meng-xi')} ${AGREED} skip group-gm-approval ${'\n'} signing: he-fang ${'\n'} meet negotiation ${TO_THE_EXIT}`,
    },
  ],
  turns: [
    { name: 'the general manager says no: the exit is arranged', way: 0, at: 'gm-approval', does: 'reject', then: 'on-to-exit: meng-xi' },
    { name: 'the group says no: the exit is arranged', way: 3, at: 'group-gm-approval', does: 'reject', then: 'on-to-exit: meng-xi' },
    {
      name: 'an exit is agreed on or sent back, never refused',
      way: 1,
      at: 'exit-approval',
      does: 'reject',
      then: 'refused invalid-state',
    },
    {
      name: 'the general manager wants other terms',
      way: 0,
      at: 'gm-approval',
      does: 'return',
      to: 'mall-terms',
      then: 'mall-terms: he-fang',
    },
    {
      name: 'the general manager keeps the store',
      way: 1,
      at: 'exit-approval',
      does: 'return',
      to: 'mall-terms',
      then: 'mall-terms: he-fang',
    },
    {
      name: 'operations wants other terms',
      way: 0,
      at: 'ops-manager-review',
      does: 'return',
      to: 'mall-terms',
      then: 'mall-terms: he-fang',
    },
    { name: 'the group wants other terms', way: 3, at: 'group-gm-approval', does: 'return', to: 'mall-terms', then: 'mall-terms: he-fang' },
    { name: 'the general manager asks for all of it anew', way: 0, at: 'gm-approval', does: 'return', to: 'requester', then: 'returned' },
    { name: 'thirty days before the end nobody has signed', way: 0, at: 'signing', does: 'time', then: TOLD_TOO_LATE },
    { name: 'thirty days before the end there is no result either', way: 0, at: 'store-result', does: 'time', then: TOLD_TOO_LATE },
    {
      name: 'what is signed does not go back to its requester',
      way: 0,
      at: 'archiving',
      does: 'return',
      to: 'requester',
      then: 'refused return-target',
    },
    { name: 'what is signed is not withdrawn', way: 0, at: 'archiving', does: 'withdraw', by: 'meng-xi', then: 'refused decision-made' },
    { name: 'the file asks for the signature again', way: 0, at: 'archiving', does: 'return', to: 'previous', then: 'signing: he-fang' },
    { name: 'a store manager has no say in it', way: 0, at: 'proposal', does: 'approve', by: 'ruan-mei', then: 'refused not-assignee' },
  ],
};
