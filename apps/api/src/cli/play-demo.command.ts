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
/** The register of leases starts nothing by itself while the demo people begin renewals and exits of their own. */
const HOLD = `
  INSERT INTO recurring_process (company_id, definition_key, rule, paused_at, paused_by, paused_why)
    SELECT d.company_id, d.key, d.body->'schedule', now(), p.id, $1 FROM definition d JOIN person p ON p.company_id = d.company_id AND p.key = 'jiang-ming'
    WHERE d.key = 'lease-renewal' AND d.status = 'published' AND d.body ? 'schedule' ON CONFLICT DO NOTHING`;
const RELEASE = 'UPDATE recurring_process SET paused_at = NULL, paused_by = NULL, paused_why = NULL WHERE paused_why = $1';
const WHY = '演示公司还在准备 · the demo company is being prepared';
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

/** Holds the register as long as the story is to be told, and lets go of it where it was told, or broken off. */
export async function holdForStory(database: DataSource, due: boolean): Promise<void> {
  await database.query(due ? HOLD : RELEASE, [WHY]);
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
    await holdForStory(database, false);
  }
  return true;
}
