import { identifierText } from '@countersign/domain';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';

describe('identifiers as PostgreSQL compares them', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const compared = (texts: string[]): Promise<{ text: string; same: string }[]> =>
    dataSource.query('SELECT text, identifier_text(text) AS same FROM unnest($1::text[]) AS text', [texts]);

  it('are what the domain makes of them', async () => {
    const texts = [
      'FP-001a',
      'ＦＰ－００１Ａ',
      ' INV.77/53 ',
      '#INV7753',
      '\u0406\u039dV-7753',
      'inv-٧٧٥٣',
      '发票 № 8',
      '沪Ａ\u200b1',
      'Ünal-7',
      'INV\u0336-7753BO1\u0323',
      'हिन्दी१२',
      '한국-1',
      'straße1',
      'STRAẞE1',
    ];
    const found = await compared(texts);
    expect(found.map(({ same }) => same)).toEqual(texts.map(identifierText));
  });

  it('differ from the domain’s in few letters of the basic plane', async () => {
    const signs = Array.from({ length: 0xfff0 }, (_, code) => code + 1).filter((code) => code < 0xd800 || code > 0xdfff);
    const found = await compared(signs.map((code) => `a${String.fromCharCode(code)}b`));
    const other = found.filter(({ text, same }) => same !== identifierText(text)).map(({ text }) => text);
    expect(other.length).toBeLessThan(200);
  });
});
