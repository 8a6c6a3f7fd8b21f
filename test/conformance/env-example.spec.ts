import { readFileSync } from 'node:fs';
import path from 'node:path';
import { envSchema } from '../../libs/platform/src/config/env';

const text = readFileSync(path.resolve(__dirname, '..', '..', '.env.example'), 'utf8');
const [ours = ''] = text.split('# --- the compose file alone');
const named = new Map([...ours.matchAll(/^# ([A-Z][A-Z_0-9]*)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? '']));

/** The default of a setting as it would be written; '' when there is none. */
function defaultOf(name: keyof typeof envSchema.shape): string {
  const result = envSchema.shape[name].safeParse(undefined);
  const value: unknown = result.success ? result.data : undefined;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

describe('.env.example', () => {
  it('names exactly the settings that env.ts reads', () => {
    expect([...named.keys()].sort()).toEqual(Object.keys(envSchema.shape).sort());
  });

  it('says the default that env.ts has', () => {
    const said = Object.fromEntries(named);
    const meant = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, defaultOf(name as keyof typeof envSchema.shape)]));
    expect(said).toEqual(meant);
  });

  it('says something about every setting', () => {
    const lines = ours.split('\n');
    const silent = [...named.keys()].filter((name) => {
      const at = lines.findIndex((line) => line.startsWith(`# ${name}=`));
      const before = lines.slice(0, at).findLast((line) => !/^# [A-Z][A-Z_0-9]*=/.test(line)) ?? '';
      return !/^# [A-Za-z0-9]/.test(before);
    });
    expect(silent).toEqual([]);
  });
});
