import { NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { REFUSAL_CODES } from '@countersign/domain';
import { DOOR_CODES, Problem } from './problem';
import { problemDocument } from './problem-document';
import { problemOf } from './problem.filter';
import { problemStatus } from './problem-status';

describe('problems', () => {
  it('are themselves when a service throws them', () => {
    const problem = new Problem('over-limit', { limit: null });
    expect(problemOf(problem)).toBe(problem);
  });

  it('tell a lost database from a mistake of ours', () => {
    expect(problemOf(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })).code).toBe('unavailable');
    for (const code of ['57P01', '57014', '53300'])
      expect(problemOf(Object.assign(new Error('of PostgreSQL'), { code })).code).toBe('unavailable');
    for (const message of [
      'Client has encountered a connection error and is not queryable',
      'Query runner already released. Cannot run queries anymore.',
    ])
      expect(problemOf(new Error(message)).code).toBe('unavailable');
    expect(problemOf(new TypeError('x is not a function')).code).toBe('internal');
  });

  it('know a command for a request that is gone', () => {
    const gone = Object.assign(new Error('violates foreign key constraint'), { code: '23503', table: 'command' });
    expect(problemOf(gone)).toMatchObject({ code: 'not-found', params: { what: 'request' } });
    expect(problemOf(Object.assign(gone, { table: 'person' })).code).toBe('internal');
  });

  it('know what the framework means', () => {
    expect(problemOf(new NotFoundException()).params).toEqual({ what: 'route' });
    expect(problemOf(new PayloadTooLargeException()).code).toBe('too-large');
  });

  it('say nothing of an error of ours to the caller', () => {
    const document = problemDocument(problemOf(new Error('password of the database is 123')), 'en', '/x');
    expect(JSON.stringify(document)).not.toContain('123');
    expect(document).toMatchObject({ status: 500, code: 'internal', instance: '/x' });
  });

  it('speak the language of the caller', () => {
    const problem = new Problem('throttled', { seconds: 30 });
    expect(problemDocument(problem, 'zh', '/x')['detail']).toBe('尝试过于频繁，请 30 秒后再试。');
    expect(problemDocument(problem, 'en', '/x')['detail']).toBe('Too many attempts. Try again in 30 seconds.');
  });

  it('all have a status that says no', () => {
    expect([...REFUSAL_CODES, ...DOOR_CODES].map(problemStatus).every((status) => status >= 400 && status < 600)).toBe(true);
  });
});
