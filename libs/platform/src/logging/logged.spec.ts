import { createLogger, NestLogger } from './logger';
import { loggedError, loggedText, loggedValue } from './logged';

const CANARY = 'canary-7f3a';

/** Errors as the parts that we use make them, each with something of somebody's in it. */
const ERRORS: Record<string, Error> = {
  'a failed query': Object.assign(new Error(`invalid input syntax for type uuid: "${CANARY}"`), {
    query: `SELECT '${CANARY}'`,
    parameters: [CANARY],
    driverError: { code: '22P02', detail: `Key (login)=(${CANARY}) exists`, table: 'account', constraint: 'account_login_unique' },
  }),
  'a text with quotes in it': new Error(`date/time field value out of range: "a"b"${CANARY}"c"`),
  'broken JSON': new Error(`Unexpected token c, "${CANARY}" is not valid JSON`),
  'a list of issues': new Error(JSON.stringify([{ path: ['form'], message: CANARY }])),
  ours: new Error(`Expected an amount, but found {"amount":"${CANARY}"}`),
  'ours with quotation marks': new Error(`Expected the unit, but there is no “${CANARY}”`),
  'a token': new Error(`no such token cst_${CANARY}0123456789`),
  'a link': new Error(`GET /api/v1/auth/links/${CANARY}0123456789abcdef failed`),
  'an address of a database': new Error(`cannot reach postgres://countersign:${CANARY}@127.0.0.1:5432/x`),
  'a cause': new Error('Activity task failed', { cause: new Error(`value "${CANARY}"`) }),
  'a cause with details': new Error('failed', { cause: Object.assign(new Error('x'), { details: [CANARY], form: { a: CANARY } }) }),
};

describe('what logs tell', () => {
  it.each(Object.entries(ERRORS))('of %s is what failed and where, not with what', (_, error) => {
    const told = JSON.stringify(loggedError(error));
    expect(told).not.toContain(CANARY);
    expect(told).toContain('logged.spec');
  });

  it('keeps what helps to mend it', () => {
    expect(loggedError(ERRORS['a failed query'])).toMatchObject({
      message: 'invalid input syntax for type uuid: "…"',
      code: '22P02',
      table: 'account',
      constraint: 'account_login_unique',
    });
    expect(loggedText('Expected 3 rows, but found 2')).toBe('Expected 3 rows, but found 2');
  });

  it('keeps back by name, however deep, and cuts what is long', () => {
    const told = JSON.stringify(
      loggedValue({
        password: CANARY,
        request: { headers: { Authorization: CANARY, cookie: CANARY, 'X-CSRF-Token': CANARY } },
        command: { form: { reason: CANARY }, comment: CANARY, fields: [CANARY] },
        err: ERRORS['a failed query'],
        list: [{ accessToken: CANARY }],
        long: 'x'.repeat(100_000),
      }),
    );
    expect(told).not.toContain(CANARY);
    expect(told.length).toBeLessThan(5_000);
  });

  it('is what every logger writes, by whatever name the error is given', () => {
    const lines: string[] = [];
    const logger = createLogger('test', 'trace', { write: (line: string) => void lines.push(line) });
    const nest = new NestLogger(logger);
    for (const error of Object.values(ERRORS)) {
      logger.error({ err: error, error, anything: error }, 'failed');
      logger.error(error);
      nest.error(error);
      nest.error(error.message, error.stack, 'Source');
      nest.warn(error.message);
    }
    expect(lines.length).toBe(Object.keys(ERRORS).length * 5);
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
  });
});
