import { SettingRepository } from '@countersign/database';
import { DEMO_STORY } from '@countersign/definitions';
import type { DataSource } from 'typeorm';
import { DEMO_STORY_MARKER } from '../settings';
import { printed, withDatabase, type CliCommand } from './command';
import { DemoPlayer } from './demo-player';

/** Whoever writes the mark plays; where somebody has begun something, there is nothing to play. */
const BEGIN = `
  INSERT INTO setting (key, value) SELECT $1, to_jsonb(now()) WHERE NOT EXISTS (SELECT 1 FROM request)
  ON CONFLICT (key) DO NOTHING RETURNING key`;
const TODAY = 'SELECT company_day(time_zone)::text AS today FROM company LIMIT 1';

export const playDemoCommand: CliCommand = {
  usage: '<address>',
  about: 'has the demo people begin a few things at the running product, once, where nobody has begun anything',
  run: ([address = '']) =>
    withDatabase(async (database, env) => {
      if (!env.DEMO_MODE) throw new Error('Expected DEMO_MODE=1: demo data belongs into no other database');
      return printed(JSON.stringify({ played: await playDemo(database, address) }));
    }),
};

/** Whether the demo people are still to begin anything. */
export async function isStoryDue(database: DataSource): Promise<boolean> {
  const [begun] = await database.query<unknown[]>('SELECT 1 FROM request LIMIT 1');
  return !begun && (await new SettingRepository(database).get(DEMO_STORY_MARKER)) === undefined;
}

/** False where it was played before, or somebody has begun something already. */
async function playDemo(database: DataSource, address: string): Promise<boolean> {
  const [company] = await database.query<{ today: string }[]>(TODAY);
  if (!company) throw new Error('Expected the demo company, but there is no company');
  const begins = await database.query<unknown[]>(BEGIN, [DEMO_STORY_MARKER]);
  if (begins.length === 0) return false;
  const player = new DemoPlayer(database, address, company.today);
  try {
    await player.play(DEMO_STORY);
  } finally {
    await player.leave();
  }
  return true;
}
