import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { DemoPerson } from '../e2e/world/demo-person';
import { Pool } from 'pg';
import { administrator } from '../support/administrator';
import { demoCaller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

const label = (zh: string, en: string) => ({ zh, en });
const NOTE = {
  ...{ key: 'note', version: 1, title: label('记录', 'Note'), area: 'service', numberPrefix: 'NT', start: { everyone: true } },
  form: { fields: [{ key: 'what', type: 'text', label: label('内容', 'What') }] },
  ...{ sentence: label('{what}', '{what}'), rowTitle: label('{number} {what}', '{number} {what}') },
  flow: [{ kind: 'approve', id: 'one', title: label('一', 'One'), assignee: { by: 'superior' } }],
};

describe('what is said of a request beside its decisions', () => {
  let stack: Stack;
  let database: Pool;
  let nina: DemoPerson;
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-sealed-'));

  beforeAll(async () => {
    stack = await startStack({ env: { SEAL_FILE: path.join(folder, 'seals') } });
    database = new Pool({ connectionString: stack.databaseUrl, max: 2 });
    const admin = await administrator(stack);
    await admin.post('/definitions', NOTE);
    expect((await publish(admin, NOTE)).status).toBe(200);
    nina = await DemoPerson.signIn(stack.url, '李娜');
  });
  afterAll(async () => {
    await database?.end();
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const told = (...only: string[]): Promise<string> =>
    stack.cli('verify-journal', ...only).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));

  /** Commented on twice, sent on, and commented on again. */
  async function discussed(): Promise<{ id: string; number: string }> {
    const view = await nina.submit('note', { what: 'shelves' });
    const say = (text: string) => nina.call('POST', `/requests/${view.id}/comments`, { body: { text } });
    for (const text of ['one', 'two']) expect((await say(text)).status).toBe(201);
    expect((await nina.call('POST', `/requests/${view.id}/withdraw`, { body: {} })).status).toBe(200);
    expect((await say('three')).status).toBe(201);
    return { id: view.id, number: view.number ?? '' };
  }

  describe('is under the chain: the check tells of', () => {
    const FORGED: [string, string, RegExp][] = [
      ['another number', `UPDATE request SET number = 'NT-2026-9999' WHERE id = $1`, /column number/],
      ['a comment that says something else', `UPDATE comment SET text = 'tow' WHERE request_id = $1 AND text = 'two'`, /not what was said/],
      [
        'a comment by somebody else',
        `UPDATE comment SET person_id = (SELECT id FROM person WHERE key = 'wu-di') WHERE request_id = $1 AND seq = 1`,
        /not what was said/,
      ],
      ['a comment of another time', `UPDATE comment SET at = at + interval '1 day' WHERE request_id = $1 AND seq = 3`, /not what was said/],
      ['a comment less', `DELETE FROM comment WHERE request_id = $1 AND seq = 1`, /comment 1 of its discussion is missing/],
      ['its last comment gone', `DELETE FROM comment WHERE request_id = $1 AND seq = 3`, /ends after 2 comments, but had 3/],
      [
        'a discussion that was cut off with its seal',
        `WITH cut AS (UPDATE request SET discussion = NULL WHERE id = $1) DELETE FROM comment WHERE request_id = $1`,
        /ends after 0 comments, but had 2/,
      ],
      [
        'a comment that nobody wrote',
        `INSERT INTO comment (id, company_id, request_id, person_id, text) SELECT gen_random_uuid(), company_id, id, requester_id, 'x' FROM request WHERE id = $1`,
        /never sealed/,
      ],
      [
        'a comment that nobody wrote, with a place',
        `INSERT INTO comment (id, company_id, request_id, person_id, text, seq) SELECT gen_random_uuid(), company_id, id, requester_id, 'x', 4 FROM request WHERE id = $1`,
        /has 4 comments, of which 3 were sealed/,
      ],
    ];
    const lines = new Map<string, string>();

    beforeAll(async () => {
      const requests = new Map<string, { id: string; number: string }>();
      for (const [what] of FORGED) requests.set(what, await discussed());
      expect(await told()).toContain('everything agrees');
      for (const [what, forge] of FORGED) await database.query(forge, [requests.get(what)!.id]);
      const all = (await told()).split('\n');
      for (const [what, { id, number }] of requests) {
        const shown = what === 'another number' ? 'NT-2026-9999' : number;
        lines.set(what, all.filter((line) => line.includes(`${shown} [`) || line.includes(`${id} [`)).join('\n'));
      }
    });

    it.each(FORGED)('%s', (what, _forge, expected) => {
      expect(lines.get(what)).toMatch(expected);
    });
  });

  it('is packed as evidence that is checked with nothing else at hand', async () => {
    const { id, number } = await discussed();
    const jiang = await demoCaller(stack.url, '蒋明');
    const response = await fetch(`${stack.url}/api/v1/audit/evidence/${id}`, { headers: jiang.headersForFetch() });
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, `attachment; filename="${number}.zip"`]);
    const pack = await JSZip.loadAsync(await response.arrayBuffer());
    for (const [name, file] of Object.entries(pack.files)) writeFileSync(path.join(folder, name), await file.async('nodebuffer'));
    const check = () => promisify(execFile)(process.execPath, [path.join(folder, 'check.mjs')]);
    expect((await check()).stdout).toContain('2 条首尾相扣');
    const chain = path.join(folder, 'chain.json');
    writeFileSync(chain, readFileSync(chain, 'utf8').replace('withdraw', 'withdrew'));
    await expect(check()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('entry 2 does not hold') });
  });

  it('is sealed, and the seals are kept outside, where they can be compared', async () => {
    const file = path.join(folder, 'seals');
    const [kept = ''] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${kept}\n${kept.replace(/"seal":"./, '"seal":"x')}\n`);
    const said = await told('--seals', file);
    expect(said).toContain('line 2 [seal] the database has another seal, or none');
    expect(said).toContain('2 seals kept outside: 1 differ');
  });

  it('gets its number back from the journal', async () => {
    const { id, number } = await discussed();
    await database.query(`UPDATE request SET number = 'NT-2026-9998' WHERE id = $1`, [id]);
    expect(await stack.cli('verify-journal', '--rebuild', '--request', id)).toContain(
      'column number of the request is not what the journal says (mended)',
    );
    expect((await nina.read(id)).number).toBe(number);
    expect(await told('--request', id)).toContain('everything agrees');
  });

  it('takes the place of its number in no text that somebody typed', async () => {
    const numbers: string[] = [];
    for (const what of ['#number#', 'a \\u0091 b', '\u{20ac}#number']) {
      const { id, number } = await nina.submit('note', { what });
      numbers.push(`${number} [`);
      const row = await database.query<{ title: { zh: string }; text: string }>(
        'SELECT r.row_title AS title, t.text FROM request r JOIN request_text t ON t.request_id = r.id WHERE r.id = $1',
        [id],
      );
      expect(row.rows).toEqual([
        {
          title: { zh: `${number} ${what}`, en: `${number} ${what}` },
          text: expect.stringContaining(what.toLowerCase().replaceAll(' ', '')),
        },
      ]);
    }
    const findings = await told();
    expect(numbers.filter((head) => findings.includes(head))).toEqual([]);
    expect((await nina.call('POST', '/requests', { body: { definition: 'note', form: { what: 'a\u0091b' } } })).status).toBe(422);
  });
});
