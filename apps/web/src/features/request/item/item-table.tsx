import type { RequestView } from '../../../shared/api/wire';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { ItemMark } from './item-card';
import { DueItemChip, SignedChips } from './item-chips';
import { useItemDraft } from './item-drafts';
import styles from '../checklist/checklist.module.css';
import type { ItemView, ListView } from '../checklist/list-words';
import { useListWords } from '../checklist/use-list-words';

interface TableProps {
  view: RequestView;
  list: ListView;
  items: readonly ItemView[];
  onOpen: (item: ItemView) => void;
}

function Row({ view, list, item, onOpen }: { view: RequestView; list: ListView; item: ItemView; onOpen: () => void }) {
  const { t, words, who, titles, due, offset } = useListWords(list);
  const draft = useItemDraft({ requestId: view.id, step: list.step, item: item.id, title: item.title });
  return (
    <tr data-state={item.state} data-item={item.id} data-roving>
      <td>
        <ItemMark {...{ view, list, item, onOpen }} />
      </td>
      <td>
        <button type="button" className={`plain ${styles.title}`} onClick={onOpen}>
          {words(item.title)}
        </button>
        {item.mandatory ? null : <span className={styles.small}> {t('optional')}</span>}
      </td>
      <td className={styles.offset}>{offset(item)}</td>
      <td>{item.state === 'open' ? <DueItemChip list={list} item={item} /> : <span className={styles.small}>{due(item)}</span>}</td>
      <td>{who(item)}</td>
      <td>
        <span className={styles.chips}>
          {item.state === 'waived' ? t('waived') : null}
          <SignedChips list={list} item={item} />
          {item.state === 'open' && item.waits.length > 0 ? t('waitsFor', { titles: titles(item.waits) }) : null}
          {draft.press ? t('waitsToSend') : null}
          {draft.refused ? <span className={styles.refused}>{t('refused', { reason: draft.refused })}</span> : null}
        </span>
      </td>
    </tr>
  );
}

/** The items of a group, one stop of the Tab key. */
function Group({ title, view, list, items, onOpen }: TableProps & { title: string }) {
  const { t } = useListWords(list);
  const roving = useRovingFocus<HTMLTableSectionElement>();
  return (
    <tbody {...roving}>
      {title ? (
        <tr className={styles.group}>
          <th colSpan={6} scope="rowgroup">
            {title} <small>{t('progress', { settled: items.filter(({ state }) => state !== 'open').length, all: items.length })}</small>
          </th>
        </tr>
      ) : null}
      {items.map((item) => (
        <Row key={item.id} {...{ view, list, item }} onOpen={() => onOpen(item)} />
      ))}
    </tbody>
  );
}

/** The list on a desk: a table by groups. */
export function ItemTable({ view, list, items, onOpen }: TableProps) {
  const { t, words } = useListWords(list);
  const grouped = list.groups.map((group) => ({
    id: group.id,
    title: words(group.title),
    items: items.filter((item) => item.group === group.id),
  }));
  const rest = items.filter((item) => !list.groups.some(({ id }) => id === item.group));
  const parts = [...grouped, { id: '', title: list.groups.length > 0 ? t('ungrouped') : '', items: rest }].filter(
    (part) => part.items.length > 0,
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('columnDone')}</span>
          </th>
          <th scope="col">{t('columnItem')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('columnDay')}</span>
          </th>
          <th scope="col">{t('columnDue')}</th>
          <th scope="col">{t('columnWho')}</th>
          <th scope="col">{t('columnState')}</th>
        </tr>
      </thead>
      {parts.map((part) => (
        <Group key={part.id} {...{ view, list, onOpen }} title={part.title} items={part.items} />
      ))}
    </table>
  );
}
