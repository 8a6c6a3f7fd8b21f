import { EnvError, readEnv } from './env';

const enough = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/db', TEMPORAL_ADDRESS: '127.0.0.1:7233' };

describe('the settings', () => {
  it('have defaults for all but the two servers', () => {
    expect(readEnv(enough)).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', DEMO_MODE: false, TEMPORAL_NAMESPACE: 'default' });
  });

  it('name everything that is missing or wrong at once', () => {
    const attempt = (): unknown => readEnv({ DATABASE_URL: 'mysql://x', PORT: 'many' });
    expect(attempt).toThrow(EnvError);
    expect(attempt).toThrow(/DATABASE_URL: must be a postgres[^]*TEMPORAL_ADDRESS: missing[^]*PORT/);
  });

  it('take an empty text for not set', () => {
    expect(readEnv({ ...enough, PUBLIC_URL: '', PORT: '' })).toMatchObject({ PUBLIC_URL: undefined, PORT: 8080 });
  });
});
