import type { DemoPerson, View } from './demo-person';
import type { Everybody } from './everybody';
import { PNG } from './forms';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
export const inDays = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** What has to have happened before somebody looks at a store: by the people whose work it is, over the API. */
export class LifeOfAStore {
  constructor(private readonly all: Everybody) {}

  /** The scheme of a store that is to open in so many days, as a draft of its area manager. */
  async scheme(days: number): Promise<string> {
    const zhao = await this.all.person('zhao-yue');
    const form = {
      ...{ storeName: '南翔印象城', area: await this.all.unit('area-jingan'), store: await this.all.unit('store-nanxiang') },
      ...{ operation: 'direct', openingOn: inDays(days), budget: yuan('420000.00'), scheme: [await paper(zhao)] },
    };
    const { body } = await zhao.call<{ id: string }>('POST', '/requests', { body: { definition: 'store-opening', form } });
    return body.id;
  }

  /** Its budget is agreed to, and the list begins. */
  async budget(id: string): Promise<void> {
    await this.opines(id, 'song-lan', { inPlan: true, recommendedBudget: yuan('400000.00') });
    await this.decides(id, 'zheng-guohua');
  }

  /** One item after another: whoever signs it, and what they bring. */
  async ticks(id: string, items: readonly (readonly [item: string, people: readonly string[], evidence?: object])[]): Promise<void> {
    for (const [item, people, evidence] of items)
      for (const [at, key] of people.entries()) {
        const person = await this.all.person(key);
        const { task, contentHash, lists } = await person.read(id);
        const seen = lists.flatMap(({ items }) => items).find(({ id: each }) => each === item)?.seen;
        const fields = at === 0 ? await withPaper(person, evidence) : {};
        const answer = await person.call('POST', `/tasks/${task?.id}/tick`, { body: { item, fields, seen }, shown: contentHash });
        if (answer.status !== 200)
          throw new Error(`Expected ${key} to do ${item}, but got ${answer.status} ${JSON.stringify(answer.body)}`);
      }
  }

  /** In favour. */
  async opines(id: string, key: string, fields: object = {}): Promise<View> {
    return (await this.all.person(key)).decide(id, 'approve', { stance: 'for', comment: '同意', fields });
  }

  async decides(id: string, key: string, fields?: object): Promise<View> {
    const person = await this.all.person(key);
    const filled = fields === undefined ? {} : { fields: await withPaper(person, fields) };
    return person.decide(id, 'approve', filled);
  }
}

const paper = (person: DemoPerson): Promise<unknown> => person.upload('凭证.png', PNG);

/** Where a field says `paper`, so many files stand. */
async function withPaper(person: DemoPerson, fields: object = {}): Promise<object> {
  const filled = Object.entries(fields).map(async ([key, value]): Promise<[string, unknown]> => {
    const count = /^paper(?: (\d))?$/.exec(String(value));
    if (!count) return [key, value];
    const files: unknown[] = [];
    for (let at = 0; at < Number(count[1] ?? 1); at++) files.push(await paper(person));
    return [key, files];
  });
  return Object.fromEntries(await Promise.all(filled));
}

/** The preparation of a store of the company’s own, without what its area manager does on the phone. */
export const PREPARED_BY_OTHERS = [
  ['open-02', ['zhao-yue']],
  ['open-14', ['he-fang'], { leaseFile: 'paper' }],
  ['open-16', ['ren-jie']],
  ['open-08', ['an-ran']],
  ['open-03', ['qin-lang']],
  ['open-04', ['fang-yi'], { allocation: 'paper' }],
] as const;
export const PREPARED_LATER = [
  ['open-17', ['jin-xin'], { acceptance: 'paper' }],
  ['open-06', ['zhao-yue']],
  ['open-07', ['xie-ning']],
  ['open-24', ['zhao-yue'], { shopPhotos: 'paper 3' }],
  ['open-22', ['zhao-yue']],
  ['open-11', ['shao-lin']],
  ['open-20', ['zhao-yue', 'kang-ning'], { receivedPieces: 1_240 }],
  ['open-21', ['zhao-yue']],
  ['open-12', ['zhao-yue']],
  ['open-23', ['liu-chang', 'zhao-yue']],
  ['open-09', ['xie-ning']],
  ['open-13', ['luo-yi'], { filedOn: inDays(0) }],
] as const;
