import { isDerived } from '../fields/derived';
import type { Assignee } from '../assignee.schema';
import { error, warning, type Finding } from '../finding';
import type { ChecklistStep } from './checklist.step';
import type { Item } from './item.schema';
import { ruleFindings } from './rule-findings';
import type { StepSubject } from './step-kind';

/** An item and where it stands. */
interface PlacedItem {
  item: Item;
  path: string;
}

const called = ({ item }: PlacedItem) => ({ zh: `「${item.title.zh}」`, en: `“${item.title.en}”` });

/** What a step that is passed item by item has no use for: written down, it would look as if it did something. */
function uselessFindings(step: ChecklistStep, path: string): Finding[] {
  const { authority, checks, commentRequired, fields, whenNobody, whenRequester, samePerson, labels } = step;
  const useless = [
    ['authority', authority !== undefined],
    ['checks', checks.length > 0],
    ['commentRequired', commentRequired !== false],
    ['fields.required', fields.required.length > 0],
    ['whenNobody', whenNobody === 'skip'],
    ['whenRequester', whenRequester !== undefined],
    ['samePerson', samePerson === 'any' || samePerson === 'superior'],
    ['labels.approve', labels.approve !== undefined],
    ['labels.reject', labels.reject !== undefined],
  ] as const;
  return useless.flatMap(([name, written]) =>
    written
      ? [
          error(
            { code: 'not-on-checklist', path: `${path}.${name}` },
            `清单逐项办理，「${name}」在这里不起作用；请写在事项上或后面的步骤里。`,
            `A checklist is passed item by item, so “${name}” has no meaning on it; say it on its items or on a step behind it.`,
          ),
        ]
      : [],
  );
}

function idFindings(items: readonly PlacedItem[], path: string): Finding[] {
  const ids = items.map(({ item }) => item.id);
  const twice = items.filter(({ item }, index) => ids.indexOf(item.id) < index);
  const found = twice.map(({ item, path: at }) =>
    error({ code: 'same-item', path: `${at}.id` }, `事项编号「${item.id}」重复。`, `Two items are called “${item.id}”.`),
  );
  const must = items.some(({ item }) => item.mandatory && item.when === undefined);
  if (must) return found;
  return [
    ...found,
    warning(
      { code: 'nothing-mandatory', path: `${path}.items` },
      '可能没有一项是必做的：那时一进入这一步就算完成。',
      'There may be no item that must be done: the step is passed at once then.',
    ),
  ];
}

/** Items before which an item waits, and before which those wait. */
function waitsFor(id: string, items: ReadonlyMap<string, Item>, seen: Set<string> = new Set()): Set<string> {
  for (const other of items.get(id)?.after ?? []) {
    if (seen.has(other)) continue;
    seen.add(other);
    waitsFor(other, items, seen);
  }
  return seen;
}

function orderFindings(all: readonly PlacedItem[]): Finding[] {
  const items = new Map(all.map(({ item }) => [item.id, item]));
  return all.flatMap((placed) => {
    const { item, path } = placed;
    const at = `${path}.after`;
    const name = called(placed);
    const unknown = item.after.filter((id) => !items.has(id));
    const found = unknown.map((id) =>
      error({ code: 'unknown-item', path: at }, `清单里没有事项「${id}」。`, `The checklist has no item “${id}”.`),
    );
    if (!waitsFor(item.id, items).has(item.id)) return found;
    return [
      ...found,
      error(
        { code: 'items-wait-in-circle', path: at },
        `${name.zh}要等它自己先完成，永远做不了。`,
        `${name.en} waits for itself in the end and could never be done.`,
      ),
    ];
  });
}

function evidenceFindings(step: ChecklistStep, placed: PlacedItem, { fields }: StepSubject): Finding[] {
  const { item, path } = placed;
  const name = called(placed);
  return item.evidence.flatMap((key) => {
    const field = fields.get(key);
    const at = { path: `${path}.evidence` };
    if (!field) return [error({ code: 'unknown-field', ...at }, `表单里没有字段「${key}」。`, `The form has no field “${key}”.`)];
    if (!step.fields.write.includes(key))
      return [
        error(
          { code: 'evidence-not-writable', ...at },
          `${name.zh}的凭证「${key}」不在本步骤可填写的字段里。`,
          `The evidence “${key}” of ${name.en} is not among the fields that the step writes.`,
        ),
      ];
    if (!isDerived(field)) return [];
    return [error({ code: 'bad-evidence', ...at }, `「${key}」自动合计，不能作凭证。`, `“${key}” is a sum and no evidence.`)];
  });
}

/** Whatever a step writes is written with one of its items: anything else could never be filled in. */
function idleFieldFindings({ fields, items }: ChecklistStep, path: string): Finding[] {
  const used = items.flatMap(({ evidence }) => evidence);
  const [own, twice] = [new Set(used), used.filter((key, index) => used.indexOf(key) < index)];
  const idle = fields.write.filter((key) => !own.has(key));
  return [
    ...idle.map((key) =>
      error(
        { code: 'field-of-no-item', path: `${path}.fields.write` },
        `「${key}」不是任何事项的凭证，填不到。`,
        `“${key}” is evidence of no item, so nobody could fill it in.`,
      ),
    ),
    ...[...new Set(twice)].map((key) =>
      error(
        { code: 'evidence-shared', path: `${path}.items` },
        `「${key}」是几个事项的凭证，会互相覆盖；请各用一个字段。`,
        `“${key}” is evidence of several items, which would overwrite each other; give each a field of its own.`,
      ),
    ),
  ];
}

function itemFindings(step: ChecklistStep, placed: PlacedItem, subject: StepSubject): Finding[] {
  const { item, path } = placed;
  const name = called(placed);
  const found = evidenceFindings(step, placed, subject);
  if (item.group !== undefined && !step.groups.some(({ id }) => id === item.group))
    found.push(
      error(
        { code: 'unknown-group', path: `${path}.group` },
        `清单里没有分组「${item.group}」。`,
        `The checklist has no group “${item.group}”.`,
      ),
    );
  if (item.due?.field !== undefined && subject.fields.get(item.due.field)?.type !== 'date')
    found.push(
      error(
        { code: 'not-date', path: `${path}.due.field` },
        `「${item.due.field}」不是日期字段。`,
        `“${item.due.field}” is not a date field.`,
      ),
    );
  if (item.waivable && step.waive === undefined)
    found.push(
      error(
        { code: 'nobody-waives', path: `${path}.waivable` },
        `${name.zh}可以免办，但清单没有写明由谁决定（waive）。`,
        `${name.en} may be waived, but the checklist does not say by whom (waive).`,
      ),
    );
  return found;
}

/** Whose an item may be: nobody climbs to an authority that it does not ask for, and a choice is made per step. */
function ownerFindings({ items, waive }: ChecklistStep, path: string): Finding[] {
  const rules = items.flatMap((item, index) => [
    ...(item.owner ? [{ at: `items.${index}.owner`, value: item.owner }] : []),
    ...item.with.map((value, place) => ({ at: `items.${index}.with.${place}`, value })),
  ]);
  const all: { at: string; value: Assignee }[] = waive ? [...rules, { at: 'waive', value: waive }] : rules;
  const own = all.filter(({ at, value }) => at === 'waive' && value.by === 'requester');
  return [
    ...ruleFindings(all, { mayBeRequester: true }, path),
    ...own.map(({ at }) =>
      error(
        { code: 'requester-waives', path: `${path}.${at}` },
        '申请人不能免除自己清单里的事项。',
        'The requester cannot waive items of their own request.',
      ),
    ),
  ];
}

/** What is wrong with a checklist besides what can be wrong with any step. Pure. */
export function checklistFindings(step: ChecklistStep, subject: StepSubject): Finding[] {
  const { path } = subject;
  const items = step.items.map((item, index) => ({ item, path: `${path}.items.${index}` }));
  return [
    ...uselessFindings(step, path),
    ...idFindings(items, path),
    ...orderFindings(items),
    ...items.flatMap((placed) => itemFindings(step, placed, subject)),
    ...idleFieldFindings(step, path),
    ...ownerFindings(step, path),
  ];
}
