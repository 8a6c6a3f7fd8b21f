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
}

const leaseWrites = ({ proposal, value = '900000.00' }: Terms): NonNullable<Way['writes']> => ({
  'store-result': ({ file }) => ({ pnl: [file], result: '净利 8.5%，租售比 12%' }),
  'mall-terms': ({ day }) => ({
    newRent: { amount: '35000.00', currency: 'CNY' },
    newTerm: { from: day(181), to: day(1276) },
    value: { amount: value, currency: 'CNY' },
  }),
  proposal: () => ({ proposal, grounds: '租售比低于公司线' }),
  signing: ({ day, file }) => ({ signedOn: day(0), signedFiles: [file] }),
  archiving: () => ({ archiveNumber: 'ZL-2026-0007' }),
  'follow-up': () => ({ followUp: '商场关系正常，已检视' }),
});

const BEFORE = (start: string): string => `
  store-result: ${start}
  mall-terms: he-fang
  proposal: ${start}
  financial-opinion: song-lan
  ops-manager-review: sun-qian
  gm-approval: zheng-guohua
`;
const SIGNED = `
  signing: he-fang
  archiving: jiang-ming
  follow-up: meng-xi
  approved
`;

/** S0:158; steps of CL-RENEW (G32), co-signature from §6.1. */
export const LEASE_RENEWAL: Sheet = {
  definition: 'lease-renewal',
  rows: ['S0:158'],
  gaps: ['G03', 'G32', '6.1'],
  links: {
    'start-mall-exit': {
      process: 'mall-exit',
      gives: { store: 'store', mall: 'mall', cause: '=expiry', exitOn: 'expiresOn', reason: 'grounds' },
    },
  },
  starts: { yes: ['meng-xi', 'he-fang'], no: ['ruan-mei', 'sun-qian', 'zheng-guohua'] },
  times: {
    'store-result': 'expiresOn-150',
    'mall-terms': 'expiresOn-150',
    proposal: 'expiresOn-120',
    signing: 'expiresOn-60',
    archiving: 'expiresOn-60',
    'follow-up': '20 days',
    'financial-opinion': 'expiresOn-100',
    'ops-manager-review': 'expiresOn-90',
    'gm-approval': 'expiresOn-90',
    'group-gm-approval': 'expiresOn-90',
  },
  ways: [
    {
      name: 'renewed: result, terms, proposal, finance, operations, general manager; signed, filed, followed up',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renew' }),
      way: `${BEFORE('meng-xi')} skip group-gm-approval ${'\n'} ${SIGNED}`,
    },
    {
      name: 'not renewed: the request ends, and the exit begins',
      by: 'he-fang',
      form: lease,
      writes: leaseWrites({ proposal: 'exit' }),
      way: `${BEFORE('meng-xi')} skip group-gm-approval
        start start-mall-exit: meng-xi
        approved`,
    },
    {
      name: 'a million is the general manager’s alone',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renegotiate', value: '1000000.00' }),
      way: `${BEFORE('meng-xi')} skip group-gm-approval ${'\n'} ${SIGNED}`,
    },
    {
      name: 'above a million the group co-signs',
      by: 'meng-xi',
      form: lease,
      writes: leaseWrites({ proposal: 'renew', value: '1000000.01' }),
      way: `${BEFORE('meng-xi')} group-gm-approval: shen-siyuan ${SIGNED}`,
    },
  ],
  turns: [
    { name: 'the general manager says no', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    { name: 'the general manager wants other terms', way: 0, at: 'gm-approval', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the group says no', way: 3, at: 'group-gm-approval', does: 'reject', then: 'rejected' },
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
