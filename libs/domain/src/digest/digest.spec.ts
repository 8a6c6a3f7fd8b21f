import { hashOf, sha256Hex } from './sha256';
import { commandId, taskId, uuidv5 } from './uuid';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('digests and derived ids', () => {
  it('hashes as FIPS 180-4 does', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('hashes text as UTF-8', () => {
    expect(sha256Hex('会签')).toBe('a5de2e6715c9039e2dedb4a8389577de26961675e70c59b60108a5489ef4fb38');
  });

  it('hashes equal JSON equally, whatever the order of its keys', () => {
    expect(hashOf({ a: 1, b: [2] })).toBe(hashOf({ b: [2], a: 1 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: '1' }));
  });

  it('makes name-based ids as RFC 9562 does', () => {
    expect(uuidv5('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
    expect(() => uuidv5('x', 'not-a-uuid')).toThrow(/namespace/);
  });

  it('gives every seat of every generation its own task id', () => {
    const ids = [taskId('r', 's', 1, 0), taskId('r', 's', 1, 1), taskId('r', 's', 2, 0), taskId('r', 't', 1, 0), taskId('q', 's', 1, 0)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(taskId('r', 's', 1, 0)).toBe(ids[0]);
  });

  it('gives one press of one person one command id', () => {
    expect(commandId('ann', 'key')).toBe(commandId('ann', 'key'));
    expect(commandId('ann', 'key')).not.toBe(commandId('bo', 'key'));
  });
});
