import type { Bilingual } from '@countersign/domain';
import { Button } from 'antd';
import { CircleAlert, Clock, FilePenLine, History, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem, RequestView } from '../../../shared/api/wire';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Moment } from '../../../shared/kit/moment';
import styles from './fill.module.css';

interface Held {
  insist(): void;
  giveWay(): void;
}

interface FillNoticesProps {
  request: RequestView | null;
  restored: boolean;
  difference: RequestView['draftChanges'];
  waiting: 'sent' | 'unsent' | null;
  /** Something else was saved in another window; what to do about it. */
  held: Held | null;
  refusal: Problem | null;
}

/** What one must know before typing on: why it came back, what was brought back, that it is on its way, why it was refused. */
export function FillNotices({ request, restored, difference, waiting, held, refusal }: FillNoticesProps) {
  const { t } = useTranslation('fill');
  return (
    <>
      {waiting ? (
        <div className={styles.notice} data-tone="quiet" role="status">
          <Clock size={16} aria-hidden />
          <div>
            <b>{t(waiting)}</b>
            <p className="hint">{t(`${waiting}Hint`)}</p>
          </div>
        </div>
      ) : null}
      {held ? <ChangedElsewhere held={held} /> : null}
      {refusal && !waiting ? (
        <div className={styles.notice} data-tone="refused" role="alert">
          <CircleAlert size={16} aria-hidden />
          <p>{refusal.detail ?? refusal.title}</p>
        </div>
      ) : null}
      {request?.givenUp && !waiting ? <GivenUp given={request.givenUp} /> : null}
      {request?.lastReturn && request.status === 'returned' ? <Returned request={request} last={request.lastReturn} /> : null}
      {difference && !waiting ? <NewVersion difference={difference} /> : null}
      {restored && !waiting ? (
        <div className={styles.notice} data-tone="quiet" role="status">
          <History size={16} aria-hidden />
          <p>{t('restored')}</p>
        </div>
      ) : null}
    </>
  );
}

/** Two windows have the same form open: neither overwrites the other unasked. */
function ChangedElsewhere({ held }: { held: Held }) {
  const { t } = useTranslation('fill');
  return (
    <div className={styles.notice} data-tone="refused" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div className={styles.grow}>
        <b>{t('changedElsewhere')}</b>
        <p className="hint">{t('changedElsewhereHint')}</p>
        <p className={styles.choice}>
          <Button onClick={held.insist}>{t('keepThis')}</Button>
          <Button onClick={held.giveWay}>{t('takeOther')}</Button>
        </p>
      </div>
    </div>
  );
}

/** What was pressed here last never arrived, and somebody has closed it for good. */
function GivenUp({ given }: { given: NonNullable<RequestView['givenUp']> }) {
  const { t } = useTranslation('fill');
  const words = useWords();
  return (
    <div className={styles.notice} data-tone="refused" role="alert">
      <CircleAlert size={16} aria-hidden />
      <div className={styles.grow}>
        <p className={styles.returnedBy}>
          <b>{t('givenUpBy', { name: words(given.by.name), what: words(given.pressed) })}</b>
          <span className="hint">
            <Moment at={given.at} />
          </span>
        </p>
        <p className={styles.quote}>{given.reason}</p>
        <p className="hint">{t('givenUpHint')}</p>
      </div>
    </div>
  );
}

/** The form is another one than when the draft was begun: what changed, so that nobody has to look for it. */
function NewVersion({ difference }: { difference: NonNullable<RequestView['draftChanges']> }) {
  const { t } = useTranslation('fill');
  const words = useWords();
  const language = useLanguage();
  const list = (labels: Bilingual[]) =>
    labels.map((label) => t('fieldName', { label: words(label) })).join(language === 'zh' ? '、' : ', ');
  const { added, removed, changed } = difference;
  return (
    <div className={styles.notice} data-tone="quiet" role="status">
      <FilePenLine size={16} aria-hidden />
      <div>
        <b>{t('newVersion')}</b>
        {added.length > 0 ? <p>{t('fieldsAdded', { what: list(added) })}</p> : null}
        {removed.length > 0 ? <p>{t('fieldsRemoved', { what: list(removed) })}</p> : null}
        {changed.length > 0 ? <p>{t('fieldsChanged', { what: list(changed) })}</p> : null}
        <p className="hint">{t('newVersionHint')}</p>
      </div>
    </div>
  );
}

function Returned({ request, last }: { request: RequestView; last: NonNullable<RequestView['lastReturn']> }) {
  const { t } = useTranslation(['fill', 'supervision', 'request']);
  const words = useWords();
  const asked = request.form.fields.filter(({ key }) => last.fields.includes(key));
  return (
    <div className={styles.notice} data-tone="returned">
      <Undo2 size={16} aria-hidden />
      <div className={styles.grow}>
        <p className={styles.returnedBy}>
          <b>{t('returnedBy', { name: words(last.by.name) })}</b>
          <span className="hint">
            <Moment at={last.at} />
          </span>
        </p>
        <p className={styles.quote}>{last.comment}</p>
        {asked.length === 0 ? null : (
          <p>{t('supervision:toChange', { fields: asked.map(({ label }) => words(label)).join(t('request:joiner')) })}</p>
        )}
        <p className="hint">{t('returnedHint')}</p>
      </div>
    </div>
  );
}
