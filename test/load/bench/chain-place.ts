import { type Api, problemText } from '../replay-log/api';
import { People } from '../replay-log/people';
import { CHAIN, CHAIN_DIRECTORY } from './chain';
import type { ChainTokens } from './http-load';

/** Person ids of the two deciders. */
export interface ChainPeople {
  first: string;
  second: string;
}

/** Imports the chain's company and definition through the API and issues the tokens. */
export async function prepareChain(api: Api, admin: string): Promise<{ tokens: ChainTokens; people: ChainPeople }> {
  await api.must('POST', '/directory/import', { token: admin, body: CHAIN_DIRECTORY });
  const imported = await api.must('POST', '/definitions', { token: admin, body: CHAIN });
  if (imported.body.status !== 'draft') throw new Error(`Expected a draft of the chain, but got ${problemText(imported)}`);
  await api.must('POST', `/definitions/${CHAIN.key}/versions/${CHAIN.version}/publish`, {
    token: admin,
    headers: { 'If-Match': `"${String(imported.body.hash)}"` },
  });
  const people = await People.find(api, admin, ['bench-asks', 'bench-a', 'bench-b']);
  const [requester, first, second] = await Promise.all(['bench-asks', 'bench-a', 'bench-b'].map((key) => people.token(key)));
  if (!requester || !first || !second) throw new Error('Expected a token for each person of the chain');
  return { tokens: { requester, first, second }, people: { first: people.id('bench-a'), second: people.id('bench-b') } };
}
