import type { DirectoryImportInput } from '@countersign/domain';

/**
 * Rows to begin a directory with: a company with a region and a store, three people one above the other, one vacant post, an authority with a limit.
 * Keys begin with `sample-`, so that the file, imported as it is, meets nothing that is there.
 */
export const SAMPLE_ROWS: Omit<DirectoryImportInput, 'company'> = {
  units: [
    { key: 'sample-company', kind: 'company', name: { zh: '示例公司', en: 'Sample company' }, parent: null },
    { key: 'sample-east', kind: 'region', name: { zh: '华东大区', en: 'East region' }, parent: 'sample-company' },
    { key: 'sample-store-1', kind: 'store', name: { zh: '一号店', en: 'Store 1' }, parent: 'sample-east' },
    { key: 'sample-finance', kind: 'department', name: { zh: '财务部', en: 'Finance' }, parent: 'sample-company' },
  ],
  roles: [
    { key: 'sample-region-lead', title: { zh: '大区经理', en: 'Regional manager' } },
    { key: 'sample-store-manager', title: { zh: '店长', en: 'Store manager' } },
    { key: 'sample-accountant', title: { zh: '会计', en: 'Accountant' } },
  ],
  people: [
    { key: 'sample-li', name: { zh: '李一', en: 'Li Yi' }, email: 'li.yi@example.com', login: 'sample.li' },
    { key: 'sample-wang', name: { zh: '王二', en: 'Wang Er' }, login: 'sample.wang' },
    { key: 'sample-zhao', name: { zh: '赵三', en: 'Zhao San' }, language: 'en' },
  ],
  positions: [
    { key: 'sample-post-1', person: 'sample-li', role: 'sample-region-lead', unit: 'sample-east', grade: 'director', superior: null },
    {
      key: 'sample-post-2',
      person: 'sample-wang',
      role: 'sample-store-manager',
      unit: 'sample-store-1',
      grade: 'manager',
      superior: 'sample-post-1',
    },
    {
      key: 'sample-post-3',
      person: 'sample-zhao',
      role: 'sample-accountant',
      unit: 'sample-finance',
      grade: 'staff',
      superior: 'sample-post-1',
      covers: ['sample-company'],
      validFrom: '2026-01-01',
    },
    { key: 'sample-post-4', person: null, role: 'sample-accountant', unit: 'sample-finance', grade: 'staff', superior: 'sample-post-1' },
  ],
  grants: [
    {
      key: 'sample-grant-1',
      kind: 'approve',
      matter: 'sample-expense',
      role: 'sample-store-manager',
      limit: { amount: '5000.00', currency: 'CNY' },
    },
    { key: 'sample-grant-2', kind: 'approve', matter: 'sample-expense', role: 'sample-region-lead', limit: 'no-limit' },
  ],
};
