import { ownAddress } from './own-address';

describe('where one goes after signing in', () => {
  it.each(['/inbox', '/requests/1?tab=audit#x', '/inbox?q=https://other.example/', '/start/a?next=//b'])('to %s', (address) => {
    expect(ownAddress(address)).toBe(address);
  });

  it.each([
    'https://evil.example/x',
    'https:/evil.example',
    'HTTPS:evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\n//evil.example',
    '/..//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' /inbox',
    '',
    'inbox',
    undefined,
    7,
    ['/inbox'],
  ])('never to %j', (address) => {
    expect(ownAddress(address)).toBeNull();
  });
});
