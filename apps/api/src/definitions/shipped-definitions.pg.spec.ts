import { DefinitionChangedError, DefinitionRepository } from '@countersign/database';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import type { Definition } from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { publish } from '../../../../test/support/publish';
import { DraftVersions } from './draft-versions.service';
import { SeedsService } from './seeds.service';

interface Version {
  version: number;
  status: string;
  source: string;
}

describe('a shipped process', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  const [seed] = SEED_DEFINITIONS as [Definition];
  /** A process of a key of its own, so that the tests do not meet. */
  const process = (key: string, version: number, graceSeconds: number): Definition => ({ ...seed, key, version, graceSeconds });
  /** The start of a release that ships these. */
  const start = (...shipped: Definition[]): Promise<string[]> =>
    new SeedsService(api.database, new DefinitionRepository(), new DraftVersions()).publish(shipped);
  const own = (definition: Definition) => admin.post('/definitions', definition);
  const versions = async (key: string): Promise<string[]> => {
    const { body } = await admin.get<{ items: Version[] }>(`/definitions/${key}/versions`);
    return body.items.map(({ version, status, source }) => `${version} ${status} ${source}`);
  };

  it('gives way to its next version, which is brought into use at the start', async () => {
    expect(await start(process('s-next', 1, 1))).toEqual(['s-next@1']);
    expect(await start(process('s-next', 2, 2))).toEqual(['s-next@2']);
    expect(await start(process('s-next', 2, 2))).toEqual([]);
    expect(await versions('s-next')).toEqual(['2 published seed', '1 retired seed']);
  });

  it('starts, whatever drafts a company has under the number of the next version', async () => {
    await start(process('s-draft', 1, 1));
    expect((await own(process('s-draft', 2, 77))).status).toBe(201);
    await start(process('s-draft', 2, 2));
    await start(process('s-draft', 2, 2));
    expect(await versions('s-draft')).toEqual(['3 draft offered', '2 draft import', '1 published seed']);
    const { body } = await admin.get('/definitions/s-draft/versions/3');
    expect(body['definition']).toMatchObject({ version: 3, graceSeconds: 2 });
    expect((await publish(admin, body['definition'])).status).toBe(200);
    await start(process('s-draft', 2, 2));
    expect(await versions('s-draft')).toEqual(['3 published offered', '2 draft import', '1 retired seed']);
    // What ships under the number that was given away is another version.
    await start(process('s-draft', 3, 3));
    expect((await versions('s-draft')).slice(0, 2)).toEqual(['4 draft offered', '3 published offered']);
  });

  it.each([2, 5])('never comes into use beside a version %i of the company’s own', async (version) => {
    const key = `s-own-${version}`;
    await start(process(key, 1, 1));
    await own(process(key, version, 77));
    expect((await publish(admin, process(key, version, 77))).status).toBe(200);
    await start(process(key, 2, 2));
    await start(process(key, 3, 3));
    await start(process(key, 3, 3));
    const inUse = (await versions(key)).filter((line) => line.includes('published'));
    expect(inUse).toEqual([`${version} published import`]);
    const { body } = await admin.get<{ items: { key: string; version: number }[] }>('/definitions');
    expect(body.items.filter((item) => item.key === key)).toHaveLength(1);
    const drafts = (await versions(key)).filter((line) => line.includes('draft'));
    expect(drafts.every((line) => line.endsWith('offered'))).toBe(true);
    expect(drafts).toHaveLength(2);
    await admin.post(`/definitions/${key}/versions/${version}/retire`);
    expect((await admin.get(`/definitions/${key}`)).status).toBe(409);
  });

  it('stays out of use where it was taken out of use', async () => {
    await start(process('s-off', 1, 1));
    await admin.post('/definitions/s-off/versions/1/retire');
    await start(process('s-off', 1, 1));
    await start(process('s-off', 2, 2));
    expect(await versions('s-off')).toEqual(['2 draft seed', '1 retired seed']);
  });

  it('takes drafts of requests along', async () => {
    await start(process('s-request', 1, 1));
    const li = await api.as('li-na');
    const { body: draft } = await li.post<{ id: string }>('/requests', { definition: 's-request', form: {} });
    await start(process('s-request', 2, 2));
    expect((await li.get(`/requests/${draft.id}`)).body).toMatchObject({ definition: { version: 2 } });
  });

  it('with another content under a shipped version stops the start, and leaves nothing behind', async () => {
    await start(process('s-same', 1, 1));
    await expect(start(process('s-before', 1, 1), process('s-same', 1, 2))).rejects.toThrow(DefinitionChangedError);
    expect(await versions('s-same')).toEqual(['1 published seed']);
  });

  it('is in use once, however many programs start at the same time', async () => {
    await start(process('s-race', 1, 1));
    await Promise.all([2, 3, 2, 3].map((version) => start(process('s-race', version, version))));
    await start(process('s-race', 3, 3));
    expect((await versions('s-race')).filter((line) => line.includes('published'))).toEqual(['3 published seed']);
  });

  it('that is in use with one version is refused a second by the database itself', async () => {
    await start(process('s-index', 1, 1));
    const second = api.database.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source)
         SELECT gen_random_uuid(), company_id, key, 9, 'published', hash, body, source FROM definition WHERE key = 's-index'`,
    );
    await expect(second).rejects.toThrow('definition_in_use');
  });
});
