import { type Api, problemText } from '../replay-log/api';
import { People } from '../replay-log/people';
import { CHAIN_DIRECTORY, CHAIN_PEOPLE, COURSES } from './chain';
import type { ChainTokens } from './http-load';

/** Person ids of the two deciders. */
export interface ChainPeople {
  first: string;
  second: string;
}

/** Imports the bench's company and processes through the API and issues the tokens. */
export async function prepareChain(api: Api, admin: string): Promise<{ tokens: ChainTokens; people: ChainPeople }> {
  await api.must('POST', '/directory/import', { token: admin, body: CHAIN_DIRECTORY });
  for (const { definition } of Object.values(COURSES)) {
    const imported = await api.must('POST', '/definitions', { token: admin, body: definition });
    if (imported.body.status !== 'draft') throw new Error(`Expected a draft of ${definition.key}, but got ${problemText(imported)}`);
    await api.must('POST', `/definitions/${definition.key}/versions/${definition.version}/publish`, {
      token: admin,
      headers: { 'If-Match': `"${String(imported.body.hash)}"` },
    });
  }
  const people = await People.find(api, admin, CHAIN_PEOPLE);
  const tokens = new Map(await Promise.all(CHAIN_PEOPLE.map(async (key) => [key, await people.token(key)] as const)));
  return { tokens, people: { first: people.id('bench-a'), second: people.id('bench-b') } };
}
