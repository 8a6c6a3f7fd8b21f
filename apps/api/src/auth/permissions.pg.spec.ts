import { ModulesContainer, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { openApiDocument } from '../http/schema/openapi';
import { PERMISSION, type Permission } from './permission.decorators';

interface Route {
  name: string;
  permission: Permission | undefined;
}

/** Every handler of every controller, with what it declares. */
function routesOf({ app }: ApiUnderTest): Route[] {
  const reflector = app.get(Reflector);
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: object }).prototype as Record<string, unknown>;
    const handlers = Object.getOwnPropertyNames(prototype).filter((name) => {
      const handler = prototype[name];
      return name !== 'constructor' && typeof handler === 'function' && Reflect.getMetadata(PATH_METADATA, handler) !== undefined;
    });
    return handlers.map((name) => ({ name, permission: reflector.get<Permission | undefined>(PERMISSION, prototype[name] as () => void) }));
  });
}

const PUBLIC = ['answerCall', 'readLink', 'readLive', 'readMetrics', 'readMode', 'readReady', 'signIn', 'signInDemo', 'spendLink'];
const SOMEWHERE = '0196f3a0-0000-7000-8000-000000000000';

describe('the permissions of routes', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('are declared by every route', () => {
    const routes = routesOf(api);
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it('leave exactly these open to everybody', () => {
    const open = routesOf(api).filter(({ permission }) => permission?.kind === 'public');
    expect(open.map(({ name }) => name).sort()).toEqual(PUBLIC);
  });

  it('send every stranger away with 401', async () => {
    const { paths } = openApiDocument(api.app);
    const closed = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { operationId: string }>)
        .filter(([, { operationId }]) => !PUBLIC.includes(operationId))
        .map(([method]) => ({ method: method.toUpperCase(), path: path.replace(/\{[^}]+\}/g, SOMEWHERE) })),
    );
    expect(closed.length).toBeGreaterThan(40);
    const answers = await Promise.all(
      closed.map(async ({ method, path }) => ({ route: `${method} ${path}`, status: (await api.stranger.send(method, path)).status })),
    );
    expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
  });

  it('send somebody without the right away with 403 and say whom to ask', async () => {
    const nobody = await api.as('wu-di');
    const calls: [string, string, unknown?][] = [
      ['POST', '/definitions', { key: 'x' }],
      ['POST', '/definitions/x/versions/1/publish'],
      ['DELETE', '/definitions/x/versions/1'],
      ['POST', '/directory/import', {}],
      ['POST', `/people/${SOMEWHERE}/password-link`],
      ['POST', `/requests/${SOMEWHERE}/rebuild`],
    ];
    for (const [method, path, body] of calls) {
      const { status, body: problem } = await nobody.send(method, path, body);
      expect([path, status, problem['code']]).toEqual([path, 403, 'right-missing']);
    }
    const { body } = await nobody.send('POST', '/directory/import', {});
    expect(body['detail']).toMatch(/“Import the directory”. Ask .+\./);
  });

  it('refuse a change by session without its CSRF token', async () => {
    const somebody = await api.as('wu-di');
    const { status, body } = await somebody.with({ 'X-CSRF-Token': 'guessed' }).send('PATCH', '/me', { language: 'en' });
    expect([status, body['code']]).toEqual([403, 'csrf']);
  });
});
