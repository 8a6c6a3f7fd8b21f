import { addressOf, isPlainPath } from './address';
import { call } from './client';

describe('the address of a call', () => {
  it('leaves out what is blank', () => {
    expect(addressOf('/tasks', { q: '徐汇', cursor: undefined, unit: '', open: false })).toBe(
      '/api/v1/tasks?q=%E5%BE%90%E6%B1%87&open=false',
    );
  });

  it.each([
    '/me',
    '/requests/0196f3a0-0000-7000-8000-00000000000a/timeline',
    '/definitions/expense-reimbursement/versions/2',
    '/files/a_b~c.d',
  ])('is plain: %s', (path) => {
    expect(isPlainPath(path)).toBe(true);
  });

  it.each([
    '/requests/../me',
    '/requests/..',
    '/requests/.',
    '/requests/%2e%2e/me',
    '/requests/..\\me',
    '/requests/a?b',
    '/requests/a#b',
    '/requests//me',
    '/requests/',
    'me',
    '',
    '/requests/a b',
    '/requests/\u202e',
  ])('is none of ours: %j', async (path) => {
    expect(isPlainPath(path)).toBe(false);
    await expect(call('GET', path)).rejects.toMatchObject({ status: 404 });
  });
});
