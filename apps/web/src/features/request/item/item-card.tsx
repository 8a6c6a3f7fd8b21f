import { ownValue } from '@countersign/domain';
import { Check, Circle, CircleDashed, Hourglass, Minus } from 'lucide-react';
import type { RequestView } from '../../../shared/api/wire';
import { DueItemChip, SignedChips } from './item-chips';
import { useItemDraft } from './item-drafts';
import styles from '../checklist/checklist.module.css';
import { doorOf, type ItemView, type ListView } from '../checklist/list-words';
import { useItemPress } from './use-item-press';
import { useListWords } from '../checklist/use-list-words';

interface ItemProps {
  view: RequestView;
  list: ListView;
  item: ItemView;
  onOpen: () => void;
}

function Mark({ item, sending }: { item: ItemView; sending: boolean }) {
  if (sending) return <Hourglass size={18} aria-hidden />;
  if (item.state === 'done') return <Check size={18} aria-hidden />;
  if (item.state === 'waived') return <Minus size={18} aria-hidden />;
  return item.waits.length > 0 ? <CircleDashed size={18} aria-hidden /> : <Circle size={18} aria-hidden className={styles.empty} />;
}

/** The ring at the thumb: does an item that needs nothing else at once, and opens every other. */
export function ItemMark({ view, list, item, onOpen }: ItemProps) {
  const { t, words } = useListWords(list);
  const place = { requestId: view.id, step: list.step, item: item.id, title: item.title };
  const draft = useItemDraft(place);
  const press = useItemPress(view, list);
  const door = doorOf(view, { command: 'tick', step: list.step, item: item.id });
  const simple = door?.reason === null && item.evidence.length === 0 && item.signers.length === 1 && draft.press === null;
  const title = words(item.title);
  return (
    <button
      type="button"
      className={`plain ${styles.mark}`}
      data-state={draft.press ? 'sending' : item.state}
      aria-label={simple ? t('tickNow', { title }) : t('open_item', { title })}
      onClick={() => (simple ? press(item) : onOpen())}
    >
      <Mark item={item} sending={draft.press !== null} />
    </button>
  );
}

/** One item on a phone: what, whose, until when, what it waits for; a press opens it. */
export function ItemCard(props: ItemProps) {
  const { view, list, item, onOpen } = props;
  const { t, words, who, titles } = useListWords(list);
  const draft = useItemDraft({ requestId: view.id, step: list.step, item: item.id, title: item.title });
  const files = item.evidence.flatMap((key) =>
    Array.isArray(ownValue(view.form.values, key)) ? (ownValue(view.form.values, key) as unknown[]) : [],
  ).length;
  return (
    <li className={styles.card} data-yours={item.yours || undefined} data-state={item.state} data-item={item.id}>
      <ItemMark {...props} />
      <button type="button" className={`plain ${styles.about}`} onClick={onOpen}>
        <span className={styles.line}>
          <b>{words(item.title)}</b>
          <DueItemChip list={list} item={item} />
        </span>
        <span className={styles.small}>
          {item.state === 'waived' ? `${t('waived')} · ` : ''}
          {files > 0 && item.state !== 'open' ? `${t('photos', { count: files })} · ` : ''}
          {who(item)}
          {item.mandatory || item.state !== 'open' ? '' : ` · ${t('optional')}`}
          {item.waits.length > 0 && item.state === 'open' ? ` · ${t('waitsFor', { titles: titles(item.waits) })}` : ''}
        </span>
        <span className={styles.chips}>
          <SignedChips list={list} item={item} />
        </span>
        {draft.press ? <span className={styles.small}>{t('waitsToSend')}</span> : null}
        {draft.refused ? <span className={styles.refused}>{t('refused', { reason: draft.refused })}</span> : null}
      </button>
    </li>
  );
}
