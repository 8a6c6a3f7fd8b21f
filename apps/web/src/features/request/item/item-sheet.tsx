import { ownValue } from '@countersign/domain';
import { Button, Drawer, Input } from 'antd';
import { Check, CloudOff, LockOpen, PenLine } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { RequestView } from '../../../shared/api/wire';
import { FieldInput } from '../../../shared/form';
import { Avatar } from '../../../shared/kit/avatar';
import { Chip } from '../../../shared/kit/chip';
import { useOnline } from '../../../shared/state/online';
import { useViewport } from '../../../shared/state/viewport';
import { FieldWords } from '../../../shared/words/field-words';
import styles from '../checklist/checklist.module.css';
import { evidenceFaults, evidenceFields } from './evidence-check';
import { DueItemChip } from './item-chips';
import { changeItemDraft, useItemDraft, type ItemDraft, type ItemPlace } from './item-drafts';
import { OtherWays } from './item-ways';
import { doorOf, isFirstWord, waitsForReader, type ItemView, type ListView } from '../checklist/list-words';
import { PhotoInput } from './photo-input';
import { filesHeld, useItemPress } from './use-item-press';
import { useListWords } from '../checklist/use-list-words';

interface SheetProps {
  view: RequestView;
  list: ListView;
  item: ItemView;
  place: ItemPlace;
  draft: ItemDraft;
}

/** Everybody who signs, and who has. */
function Signers({ list, item }: Pick<SheetProps, 'list' | 'item'>) {
  const { t, name, moment, isMe } = useListWords(list);
  const signed = new Map(item.words.map((word) => [word.by.id, word]));
  const waiting = item.signers.flatMap(({ people }) => (people.some(({ id }) => signed.has(id)) ? [] : people));
  const rows = [
    ...item.words.map((word) => ({ person: word.by, word })),
    ...(item.state === 'open' ? waiting.map((person) => ({ person, word: null })) : []),
  ];
  return (
    <section className={styles.part}>
      <h3>{item.signers.length > 1 ? t('signersTwo', { count: item.signers.length }) : t('signers')}</h3>
      <ul className={styles.signers}>
        {rows.map(({ person, word }) => (
          <li key={person.id}>
            <Avatar person={person} />
            <span>
              {isMe(person) ? t('you', { name: name(person) }) : name(person)}
              {word?.comment ? <q>{word.comment}</q> : null}
            </span>
            {word ? (
              <span className={styles.signed}>
                <Check size={16} aria-hidden /> {t('signed')} {moment(word.at)}
              </span>
            ) : (
              <Chip tone={isMe(person) && waitsForReader(item) ? 'teal' : 'plain'}>
                {isMe(person) && waitsForReader(item) ? t('waitsYou') : t('notSigned')}
              </Chip>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What must be there when it is done: filled in by whoever it waits for, read by everybody else. */
function Evidence({ view, list, item, place, draft, onNoRoom }: SheetProps & { onNoRoom: () => void }) {
  const { t } = useListWords(list);
  const own = item.yours && draft.press === null ? evidenceFields(view, item) : [];
  const read = view.form.fields.filter(({ key }) => item.evidence.includes(key) && !own.some((field) => field.key === key));
  const stands = item.yours && item.evidence.length > 0 && !isFirstWord(item);
  return (
    <>
      {stands ? <p className={styles.small}>{t('evidenceStands')}</p> : null}
      {own.map((field) =>
        field.type === 'files' ? (
          <PhotoInput key={field.key} {...{ place, list, field, onNoRoom }} there={filesHeld(view, field.key)} disabled={false} />
        ) : (
          <Suspense key={field.key} fallback={null}>
            <FieldInput
              field={field}
              required
              value={ownValue(draft.fields, field.key) ?? (ownValue(view.task?.values, field.key) as never) ?? null}
              onChange={(value) => changeItemDraft(place, ({ fields }) => ({ fields: { ...fields, [field.key]: value }, refused: null }))}
              requestId={view.id}
            />
          </Suspense>
        ),
      )}
      {read.map((field) =>
        field.type === 'files' ? (
          <PhotoInput key={field.key} {...{ place, list, field, onNoRoom }} there={filesHeld(view, field.key)} disabled />
        ) : (
          <p key={field.key} className={styles.small}>
            <FieldWords field={field} value={ownValue(view.form.values, field.key) as never} />
          </p>
        ),
      )}
    </>
  );
}

function Said({ list, draft, fault }: Pick<SheetProps, 'list' | 'draft'> & { fault: string | null }) {
  const { t } = useListWords(list);
  const online = useOnline();
  if (fault)
    return (
      <p className={styles.fault} role="alert">
        {fault}
      </p>
    );
  if (draft.refused)
    return (
      <p className={styles.fault} role="alert">
        <b>{t('refused', { reason: draft.refused })}</b> {t('refusedKept')}
      </p>
    );
  if (draft.press === null) return null;
  return (
    <p className={styles.strip} role="status">
      <CloudOff size={18} aria-hidden />
      <span>
        <b>{t(online ? 'sending' : 'keptTitle')}</b>
        {t('sendingHint')}
      </span>
    </p>
  );
}

function useTick({ view, list, item, draft }: SheetProps, onDone: () => void) {
  const { t, words } = useListWords(list);
  const press = useItemPress(view, list);
  const [fault, setFault] = useState<string | null>(null);
  const tick = (): void => {
    const { missing, wrong } = evidenceFaults(view, item, draft);
    const labels = (fields: typeof missing) => fields.map((field) => words(field.label)).join(t('joiner'));
    if (wrong.length > 0) return setFault(t('wrong', { labels: labels(wrong) }));
    if (missing.length > 0) return setFault(t('missing', { labels: labels(missing) }));
    setFault(null);
    press(item);
    onDone();
  };
  return { fault, tick, onNoRoom: () => setFault(t('noRoom')) };
}

function Inside(props: SheetProps & { onClose: () => void }) {
  const { view, list, item, place, draft, onClose } = props;
  const { t, words, titles, offset } = useListWords(list);
  const { fault, tick, onNoRoom } = useTick(props, onClose);
  const door = doorOf(view, { command: 'tick', step: list.step, item: item.id });
  const several = item.signers.length > 1;
  return (
    <div className={styles.sheet}>
      <p className={styles.chips}>
        <DueItemChip list={list} item={item} />
        {offset(item) ? <Chip>{offset(item)}</Chip> : null}
        {item.mandatory ? null : <Chip>{t('optional')}</Chip>}
        {item.state === 'waived' ? <Chip tone="amber">{t('waived')}</Chip> : null}
      </p>
      {item.note ? <p>{words(item.note)}</p> : null}
      <Evidence {...props} onNoRoom={onNoRoom} />
      <Signers list={list} item={item} />
      {item.waived?.comment ? <q>{item.waived.comment}</q> : null}
      {item.yours && draft.press === null ? (
        <label className={styles.part}>
          <h3>
            {t('note')} <small>{t('noteOptional')}</small>
          </h3>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={4_000}
            value={draft.comment}
            onChange={(event) => changeItemDraft(place, { comment: event.target.value, refused: null })}
          />
        </label>
      ) : null}
      {item.frees.length > 0 ? (
        <p className={styles.small}>
          <LockOpen size={16} aria-hidden /> {t('frees', { titles: titles(item.frees) })}
        </p>
      ) : null}
      <Said list={list} draft={draft} fault={fault} />
      <div className={styles.foot}>
        <OtherWays view={view} list={list} item={item} comment={draft.comment} />
        {door && item.state === 'open' ? (
          <Button
            type="primary"
            size="large"
            className={styles.main}
            icon={several ? <PenLine size={18} /> : <Check size={18} />}
            disabled={door.reason !== null || draft.press !== null}
            title={door.reason ? words(door.reason.text) : undefined}
            onClick={tick}
          >
            {t(several ? (item.words.length > 0 ? 'confirmSign' : 'tickSign') : 'tick')}
          </Button>
        ) : null}
      </div>
      {door?.reason && item.state === 'open' ? <p className={styles.small}>{words(door.reason.text)}</p> : null}
    </div>
  );
}

/** One item, whole: how it is done, its evidence, who signs, what it makes way for. On a phone from the thumb upwards, on a desk at the right. */
export function ItemSheet({ view, list, item, onClose }: { view: RequestView; list: ListView; item: ItemView; onClose: () => void }) {
  const { words } = useListWords(list);
  const phone = useViewport() === 'phone';
  const place: ItemPlace = { requestId: view.id, step: list.step, item: item.id, title: item.title };
  const draft = useItemDraft(place);
  return (
    <Drawer open onClose={onClose} placement={phone ? 'bottom' : 'right'} size={phone ? 'auto' : 460} title={words(item.title)}>
      <Inside {...{ view, list, item, place, draft, onClose }} />
    </Drawer>
  );
}
