import { Link as LinkIcon, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../../shared/format/amount';
import { calendarDayText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { showToast } from '../../../shared/state/toasts';
import { reaches } from './reach';
import { useLimitText } from './signer-card';
import type { AskProps } from './signing-bar';
import type { Signing, SigningStep } from './signing-query';
import { useCompanyDayOf } from './use-company-day-of';
import styles from './signing.module.css';

function Ladder({ answer, step }: { answer: Signing; step: SigningStep }) {
  const { t } = useTranslation('signing');
  const words = useWords();
  const language = useLanguage();
  const limitText = useLimitText();
  const { widths, asked } = reaches(step.ladder, answer.amount?.amount ?? null);
  return (
    <section className={`card ${styles.ladder}`} aria-label={t('ladder')}>
      <h2>
        {t('ladder')} <small>{t('ladderHow')}</small>
      </h2>
      <ol>
        {step.ladder
          .map((rung, place) => ({ rung, place }))
          .reverse()
          .map(({ rung, place }) => (
            <li key={rung.person?.id ?? place} data-reaches={rung.reaches}>
              {rung.person ? <Avatar person={rung.person} /> : <span />}
              <span className={styles.name}>
                {rung.person ? words(rung.person.name) : t('vacant')}
                <small>{words(rung.role)}</small>
              </span>
              <span className={styles.track} aria-hidden>
                <i style={{ inlineSize: `${(widths[place] ?? 0) * 100}%` }} />
                {asked === null ? null : <b style={{ insetInlineStart: `${asked * 100}%` }} />}
              </span>
              <span className={styles.limit}>{limitText(rung.limit)}</span>
            </li>
          ))}
      </ol>
      <p className={styles.foot}>
        {answer.amount ? t('ladderFoot', { amount: amountText(answer.amount, language, 'if-any') }) : t('ladderNoAmount')}
      </p>
    </section>
  );
}

function AsKnown({ answer, search, onChange }: AskProps & { answer: Signing }) {
  const { t } = useTranslation('signing');
  const language = useLanguage();
  const dayOf = useCompanyDayOf();
  const since = dayOf(answer.recordedSince);
  const early = search.known === 'then' && (search.date ?? since) < since;
  return (
    <section className={`card ${styles.known}`} aria-label={t('knownTitle')}>
      <h2>{t('knownTitle')}</h2>
      <div className={styles.pair} role="group" aria-label={t('knownTitle')}>
        <button
          type="button"
          className="plain"
          aria-pressed={search.known === 'then'}
          disabled={search.date === undefined}
          onClick={() => onChange({ known: 'then' })}
        >
          {t('knownThen')}
        </button>
        <button type="button" className="plain" aria-pressed={search.known === undefined} onClick={() => onChange({ known: undefined })}>
          {t('knownNow')}
        </button>
      </div>
      <p className={styles.note}>
        {search.date === undefined
          ? t('knownToday')
          : early
            ? t('knownEarly', { day: calendarDayText(since, language) })
            : t(search.known === 'then' ? 'knownThenNote' : 'knownNowNote', { day: calendarDayText(search.date, language) })}
      </p>
    </section>
  );
}

/** Beside the answer: how far limits reach, and by what knowledge it was given. */
export function SigningSide({ answer, step, ...ask }: AskProps & { answer: Signing; step: SigningStep }) {
  const { t } = useTranslation('signing');
  const copy = (): void =>
    void navigator.clipboard
      .writeText(window.location.href)
      .then(() => showToast({ id: 'question-copied', tone: 'done', text: t('copied') }));
  return (
    <aside className={styles.side}>
      {step.ladder.length > 0 ? <Ladder answer={answer} step={step} /> : null}
      <AsKnown answer={answer} {...ask} />
      <div className={styles.acts}>
        <button type="button" className={`plain ${styles.act}`} onClick={copy}>
          <LinkIcon size={16} aria-hidden /> {t('copyQuestion')}
        </button>
        <button type="button" className={`plain ${styles.act}`} onClick={() => window.print()}>
          <Printer size={16} aria-hidden /> {t('print')}
        </button>
        <small>{t('took', { seconds: (answer.took / 1000).toFixed(2) })}</small>
      </div>
    </aside>
  );
}
