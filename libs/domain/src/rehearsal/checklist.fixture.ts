import { sha256Hex } from '../digest/sha256';
import { definitionSchema, type Definition, type DefinitionInput } from '../definition/definition.schema';
import type { StepVerdict } from '../request/facts';
import type { RequestContext } from '../request/request-state';
import { itemOf, newestWord } from '../request/items/items';
import { recordOf } from '../request/standing';
import { Play } from './play.fixture';

const word = (zh: string, en = zh) => ({ zh, en });

/** Fields of the form that items take as evidence, beside the day that they are due by and what the requester may change. */
export const FIELDS: DefinitionInput['form']['fields'] = [
  { key: 'opensOn', type: 'date', label: word('开业日', 'Opening day'), required: true },
  { key: 'franchise', type: 'yes-no', label: word('加盟', 'Franchise'), material: true },
  { key: 'photos', type: 'files', label: word('照片', 'Photos'), filledAt: 'step', min: 2 },
  { key: 'count', type: 'number', label: word('件数', 'Pieces'), filledAt: 'step', min: 1, max: 500 },
];

/** A list of Ann’s, Bo’s and Chen’s: lay the cables, test the till by two of them, count the goods, hang the sign (waivable), and advice to franchisees. */
export const LIST = {
  kind: 'checklist' as const,
  id: 'prepare',
  title: word('开业准备', 'Preparation'),
  assignee: { by: 'role' as const, role: 'shop' },
  waive: { by: 'role' as const, role: 'manager' },
  groups: [{ id: 'works', title: word('工程', 'Works') }],
  items: [
    { id: 'cables', title: word('布线', 'Cables'), group: 'works', due: { field: 'opensOn', days: -10 } },
    {
      id: 'till',
      title: word('收银机联网测试', 'Till test'),
      owner: { by: 'role' as const, role: 'shop' },
      with: [{ by: 'role' as const, role: 'support' }],
      evidence: ['photos'],
      after: ['cables'],
    },
    {
      id: 'goods',
      title: word('收货清点', 'Goods'),
      owner: { by: 'role' as const, role: 'store' },
      evidence: ['count'],
      due: { days: 2, at: '18:00' },
    },
    { id: 'sign', title: word('招牌', 'Sign'), owner: { by: 'role' as const, role: 'store' }, waivable: true },
    { id: 'flowers', title: word('花篮', 'Flowers'), mandatory: false },
    { id: 'advice', title: word('首批配货建议', 'First stock'), when: { eq: [{ field: 'franchise' }, { value: true }] } },
  ],
  fields: { write: ['photos', 'count'] },
};

/** The same list between a review and an approval. */
export function listed(change: object = {}, flow?: DefinitionInput['flow']): Definition {
  const list = { ...LIST, ...change } as DefinitionInput['flow'][number];
  return definitionSchema.parse({
    key: 'opening',
    version: 1,
    title: word('开店', 'Opening'),
    area: 'store',
    numberPrefix: 'KD',
    start: { everyone: true },
    form: { fields: FIELDS },
    sentence: word('{requester}开店', '{requester} opens a store'),
    rowTitle: word('开店', 'Opening'),
    flow: flow ?? [
      { kind: 'review', id: 'scheme', title: word('方案', 'Scheme'), assignee: { by: 'role', role: 'boss' } },
      list,
      { kind: 'approve', id: 'permit', title: word('开业许可', 'Permit'), assignee: { by: 'role', role: 'boss' } },
    ],
  });
}

/** Who sits at the list: Ann and Ada of the shop, Bo of support, Chen of the store; Mo may waive. */
export const FOUND: Extract<StepVerdict, { kind: 'seats' }> = {
  kind: 'seats',
  people: ['ann', 'ada', 'bo', 'chen'],
  items: { cables: [[0, 1]], till: [[0, 1], [2]], goods: [[3]], sign: [[3]], flowers: [[0, 1]] },
  waivers: ['mo'],
};

/** Pictures as `POST /files` answers them. */
export function pictures(...names: string[]) {
  return names.map((name) => {
    const sha256 = sha256Hex(name);
    return { id: `${sha256.slice(0, 8)}-0000-4000-8000-000000000000`, name: `${name}.png`, size: 10, type: 'image/png', sha256 };
  });
}

/** A request that has come to its list. */
export function atList(definition: Definition = listed(), found: StepVerdict = FOUND): Play {
  const play = new Play(definition);
  play.seat('scheme', 'boss').seat('permit', 'boss');
  play.verdicts['prepare'] = found;
  play.do('submit', 'req', { form: { opensOn: '2026-03-20', franchise: false } });
  play.do('approve', 'boss');
  return play;
}

/** Generation of somebody's open task at the list. */
function generationOf(play: Play, person: string): number {
  const seats = Object.values(recordOf(play.context, 'prepare')?.seats ?? {});
  return seats.find((seat) => seat.person === person)?.generation ?? 0;
}

/** What stands of an item. */
export const itemIn = (play: Play, item: string) => itemOf(recordOf(play.context, 'prepare'), item);

/** What somebody brings beside their word; `seen`: what had been said about the item when they read it, absent: all of it. */
interface Brought {
  seen?: number;
  [field: string]: unknown;
}

/** Somebody says that an item is done. */
export function tick(play: Play, person: string, item: string, { seen = newestWord(itemIn(play, item)), ...fields }: Brought = {}) {
  return play.do('tick', person, {
    step: 'prepare',
    item,
    generation: generationOf(play, person),
    shown: play.shown('prepare'),
    seen,
    ...(Object.keys(fields).length > 0 ? { fields: fields as never } : {}),
  });
}

/** What of the items is settled, by whom: `cables ann`, `sign waived`. */
export function settledOf(context: RequestContext): string[] {
  const record = recordOf(context, 'prepare');
  return Object.keys(record?.items?.of ?? {}).flatMap((id) => {
    const item = itemOf(record, id);
    if (item?.waived) return [`${id} waived`];
    return item?.signed ? [`${id} ${item.signed.map(({ person }) => person).join('+')}`] : [];
  });
}
