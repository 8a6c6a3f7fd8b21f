import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Request, Response } from 'express';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { scriptOf } from '../../apps/local/src/build/built';
import { NODE_FLAGS } from '../../apps/local/src/run/node-app';
import { securityHeaders } from '../../apps/api/src/http/security-headers';

const root = path.resolve(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { readonly target: string };
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly user?: string;
}

const compose = load(read('docker-compose.yml'), { schema: YAML11_SCHEMA }) as { services: Record<string, Service>; volumes: object };
const services = Object.entries(compose.services);
const dockerfile = read('Dockerfile');

/** The lines of one stage of the Dockerfile, those of the stages it stands on included. */
function stage(name: string): string {
  const found = new RegExp(`^FROM (\\S+) AS ${name}\\n([\\s\\S]*?)(?=^FROM |(?![\\s\\S]))`, 'm').exec(dockerfile);
  if (!found) return '';
  return `${stage(found[1] ?? '')}\nFROM ${found[1]}\n${found[2]}`;
}

describe('docker-compose.yml', () => {
  it('has every part that the product needs', () => {
    expect(services.map(([name]) => name).sort()).toEqual(
      ['api', 'migrate', 'postgres', 'temporal', 'temporal-namespace', 'temporal-schema', 'temporal-ui', 'web', 'worker'].sort(),
    );
    expect(compose.services.postgres?.image).toBe('postgres:18');
  });

  it('publishes ports on loopback only', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('knows for every lasting service whether it is well', () => {
    const once = ['migrate', 'temporal-schema', 'temporal-namespace'];
    const lasting = services.filter(([name]) => !once.includes(name));
    const without = lasting.filter(([, { healthcheck, build }]) => !healthcheck && !/^HEALTHCHECK/m.test(stage(build?.target ?? '')));
    expect(without.map(([name]) => name)).toEqual([]);
  });

  it('runs none of our processes as root', () => {
    for (const target of ['api', 'worker']) expect(stage(target)).toMatch(/^USER node$/m);
    expect(stage('web')).toMatch(/FROM nginxinc\/nginx-unprivileged:/);
    for (const name of ['api', 'worker', 'web', 'migrate']) expect(compose.services[name]?.cap_drop).toEqual(['ALL']);
    expect(compose.services.postgres?.user).toBe('postgres');
  });

  it('waits for the tables of both databases before anything decides', () => {
    for (const name of ['api', 'worker']) {
      expect(compose.services[name]?.depends_on).toMatchObject({
        migrate: { condition: 'service_completed_successfully' },
        'temporal-namespace': { condition: 'service_completed_successfully' },
      });
    }
    expect(compose.services.temporal?.depends_on).toEqual({ 'temporal-schema': { condition: 'service_completed_successfully' } });
  });

  it('has no demo mode and no password of its own', () => {
    for (const name of ['api', 'worker']) expect(compose.services[name]?.environment?.DEMO_MODE).toBe('0');
    expect(read('docker-compose.yml')).not.toMatch(/^\s+\w*PASSWORD:\s+(?!\$\{)\S/m);
  });

  it('mounts only files that exist', () => {
    const mounted = services.flatMap(([, { volumes }]) => volumes ?? []).filter((volume) => volume.startsWith('./'));
    for (const volume of mounted) expect(read(volume.split(':')[0] ?? '').length).toBeGreaterThan(0);
    expect(mounted).toHaveLength(4);
  });

  it('serves the screens under the same policy as the api does', async () => {
    const server = createServer((request, response) =>
      securityHeaders(false)(request as Request, response as Response, () => response.end()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    const [, said] = /add_header Content-Security-Policy "([^"]+)"/.exec(read('docker/web.conf')) ?? [];
    expect(said).toBe(headers.get('content-security-policy'));
  });

  it('gives the Temporal server the file that its image lacks', () => {
    expect(compose.services.temporal?.volumes).toEqual([
      './docker/temporal-dynamic.yaml:/etc/temporal/config/dynamicconfig/docker.yaml:ro',
    ]);
  });

  it('asks for nothing that .env.example does not name', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '');
    const named = new Set([...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_0-9]*)=/gm)].map(([, name]) => name ?? ''));
    expect([...new Set(asked)].filter((name) => !named.has(name))).toEqual([]);
  });

  it('runs node as npm start does, and as the operations page says', () => {
    const page = read('docs/operations.md');
    for (const target of ['api', 'worker'] as const) {
      const main = scriptOf(target);
      expect(stage(target)).toContain(`CMD ${JSON.stringify(['node', ...NODE_FLAGS, main]).replaceAll(',', ', ')}`);
      expect(page).toContain(['node', ...NODE_FLAGS, main].join(' '));
    }
  });

  it('copies only what a stage of the Dockerfile makes or the repository has', () => {
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, name]) => name);
    const sources = [...dockerfile.matchAll(/COPY --from=(\S+)/g)].map(([, name]) => name);
    expect(sources.filter((name) => !stages.includes(name))).toEqual([]);
    for (const { build } of Object.values(compose.services)) if (build) expect(stages).toContain(build.target);
  });
});
