import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install } from './install';

const LOCK = (version: string) => JSON.stringify({ packages: { 'node_modules/one': { version } } });

describe('a checkout whose packages are a link to those of another', () => {
  let folder: string;
  const at = (...names: string[]) => path.join(folder, ...names);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'install-'));
    mkdirSync(at('other', 'node_modules', 'one'), { recursive: true });
    mkdirSync(at('here'));
    writeFileSync(at('other', 'node_modules', '.package-lock.json'), LOCK('1.0.0'));
    symlinkSync(at('other', 'node_modules'), at('here', 'node_modules'), 'junction');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('uses them where they are what is wanted', async () => {
    writeFileSync(at('here', 'package-lock.json'), LOCK('1.0.0'));
    await expect(install(at('here'))).resolves.toBeUndefined();
  });

  it('is told so where they are not, and leaves them alone', async () => {
    writeFileSync(at('here', 'package-lock.json'), LOCK('2.0.0'));
    await expect(install(at('here'))).rejects.toThrow(/node_modules is a link/);
    expect(existsSync(at('other', 'node_modules', 'one'))).toBe(true);
  });
});
