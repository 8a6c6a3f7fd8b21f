import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { ItemRule } from '../../guards/item-refusal';
import type { Bilingual, Json } from '../../text/bilingual';
import type { Naming, OwnRefusalWords } from './operation-words';

/** Why something about an item cannot be done. */
export type ItemRefusal =
  | 'no-such-item'
  | 'item-settled'
  | 'item-signed'
  | 'has-signed-item'
  | 'item-not-yours'
  | 'item-waits'
  | 'item-place-taken'
  | 'evidence-signed'
  | 'item-changed'
  | 'item-open'
  | 'item-built-on'
  | 'item-orphaned'
  | 'may-not-waive'
  | 'not-waivable';

/** As much of a step's items as says whether one can be done. Pure. */
export function itemRules(step: HumanStep): ItemRule[] {
  const { items = [] } = kindOf(step).list?.(step) ?? {};
  return items.map(({ id, after, waivable }) => ({ id, after, waivable }));
}

type Params = Record<string, Json>;

const THIS: Bilingual = { zh: '这一项', en: 'this item' };

function itemsIn({ step, items }: Params, naming: Pick<Naming, 'item'>): Bilingual {
  const titles = (Array.isArray(items) ? items : []).map((id) => naming.item(String(step), String(id)));
  return { zh: titles.map(({ zh }) => `「${zh}」`).join('、'), en: titles.map(({ en }) => `“${en}”`).join(', ') };
}

const plain =
  (zh: string, en: string): OwnRefusalWords['text'] =>
  () => ({ zh, en });

const about =
  (zh: (title: string) => string, en: (title: string) => string): OwnRefusalWords['text'] =>
  (params, naming) => {
    const title = typeof params.item === 'string' ? naming.item(String(params.step), params.item) : THIS;
    return { zh: zh(title.zh), en: en(title.en) };
  };

const list =
  (zh: (items: string) => string, en: (items: string) => string): OwnRefusalWords['text'] =>
  (params, naming) => {
    const items = itemsIn(params, naming);
    return { zh: zh(items.zh), en: en(items.en) };
  };

/** Their words. */
export const ITEM_REFUSALS: Record<ItemRefusal, OwnRefusalWords> = {
  'no-such-item': { kind: 'invalid', text: plain('清单里没有这一项', 'The checklist has no such item') },
  'item-changed': {
    kind: 'conflict',
    text: about(
      (title) => `您看过「${title}」之后，签名有了变化；请核对内容后再签`,
      (title) => `Who has signed “${title}” is otherwise since you read it; please look at its content before you sign`,
    ),
  },
  'item-settled': {
    kind: 'conflict',
    text: about(
      (title) => `「${title}」已经办完`,
      (title) => `“${title}” is settled already`,
    ),
  },
  'item-signed': {
    kind: 'conflict',
    text: about(
      (title) => `您已为「${title}」签名，还需另一人签名`,
      (title) => `You have signed “${title}”; now it needs somebody else`,
    ),
  },
  'has-signed-item': {
    kind: 'conflict',
    text: about(
      (title) => `此人已为「${title}」签名，这一项还需另一人签名，请另选他人`,
      (title) => `They have signed “${title}” already, and it needs somebody else; please choose another person`,
    ),
  },
  'item-not-yours': {
    kind: 'forbidden',
    text: about(
      (title) => `「${title}」不由您负责`,
      (title) => `“${title}” is not yours to do`,
    ),
  },
  'item-waits': {
    kind: 'conflict',
    text: list(
      (items) => `要先完成${items}`,
      (items) => `First to be done: ${items}`,
    ),
  },
  'item-place-taken': {
    kind: 'forbidden',
    text: about(
      (title) => `您这一方已为「${title}」签名，还需另一方签名`,
      (title) => `Your side has signed “${title}” already; now it needs the other`,
    ),
  },
  'evidence-signed': {
    kind: 'conflict',
    text: about(
      (title) => `已有人凭现有凭证为「${title}」签名；要更改凭证，请先取消其签名`,
      (title) => `Somebody has signed “${title}” with the evidence as it is; to change it, take their signature back first`,
    ),
  },
  'item-open': {
    kind: 'conflict',
    text: about(
      (title) => `「${title}」还没有完成`,
      (title) => `“${title}” has not been done yet`,
    ),
  },
  'item-built-on': {
    kind: 'conflict',
    text: list(
      (items) => `后面的${items}已经办了，要先取消那些`,
      (items) => `Already done on top of it: ${items}; take that back first`,
    ),
  },
  'item-orphaned': {
    kind: 'conflict',
    text: about(
      (title) => `「${title}」现在没有人可以重做，不能取消`,
      (title) => `Nobody is there to do “${title}” again, so it cannot be taken back`,
    ),
  },
  'may-not-waive': { kind: 'forbidden', text: plain('您不能免除清单里的事项', 'You may not waive items of this checklist') },
  'not-waivable': {
    kind: 'forbidden',
    text: about(
      (title) => `「${title}」不能免办`,
      (title) => `“${title}” cannot be waived`,
    ),
  },
};
