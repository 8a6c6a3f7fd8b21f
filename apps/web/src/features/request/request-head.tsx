import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../shared/api/wire';
import { amountText } from '../../shared/format/amount';
import { momentText } from '../../shared/format/moment';
import { useLanguage } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { useNow } from '../../shared/kit/moment';
import { Stamp } from '../../shared/kit/seal';
import { useStore } from '../../shared/state/store';
import { takenBack } from '../../shared/state/taken-back';
import { emphasise } from './emphasis';
import { RepairedMark } from './notes/repaired-mark';
import styles from './request-head.module.css';

/** The sentence is the page's title where the request is the page, and a heading under it where a list is. It can take the focus. */
function Sentence({ view, beside, takesFocus }: { view: RequestView; beside: boolean; takesFocus: boolean }) {
  const language = useLanguage();
  const place = useRef<HTMLHeadingElement>(null);
  const isBack = useStore(takenBack) === view.id;
  useEffect(() => {
    if (takesFocus || isBack) place.current?.focus({ preventScroll: true });
    if (isBack) takenBack.set(null);
  }, [takesFocus, isBack]);
  const words = [view.requester.name[language], view.amount ? amountText(view.amount, language) : ''];
  const Title = beside ? 'h2' : 'h1';
  return (
    <Title className={styles.sentence} ref={place} tabIndex={-1}>
      {emphasise(view.sentence[language], words).map((piece, index) => (piece.strong ? <em key={index}>{piece.text}</em> : piece.text))}
    </Title>
  );
}

/** Post, place, when, which round and why: the circumstances in one line. */
function useCircumstances(view: RequestView): string {
  const { t } = useTranslation('request');
  const language = useLanguage();
  const now = useNow();
  const back = view.lastReturn;
  const round =
    back && view.status !== 'returned'
      ? t('roundAfter', { round: view.round, name: back.by.name[language] })
      : t('round', { round: view.round });
  return [
    view.requester.title?.[language],
    (view.unit ?? view.requester.unit)?.[language],
    view.submittedAt ? t('submittedAt', { time: momentText(view.submittedAt, language, now) }) : undefined,
    view.finishedAt ? t('finishedAt', { time: momentText(view.finishedAt, language, now) }) : undefined,
    view.round > 1 ? round : undefined,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

interface HeadProps {
  view: RequestView;
  stamped?: boolean;
  /** It stands beside a list, whose page it is. */
  beside?: boolean;
  takesFocus?: boolean;
}

/** The decision sentence, its circumstances, and the seal once it is finished. */
export function RequestHead({ view, stamped = false, beside = false, takesFocus = false }: HeadProps) {
  const line = useCircumstances(view);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <Sentence view={view} beside={beside} takesFocus={takesFocus} />
        <p className={styles.line}>
          <Avatar person={view.requester} />
          <span>{line}</span>
        </p>
        <RepairedMark view={view} />
      </div>
      {view.outcome ? (
        <span className={styles.stamp}>
          <Stamp outcome={view.outcome} size={stamped ? 'page' : 'small'} />
        </span>
      ) : null}
    </header>
  );
}
