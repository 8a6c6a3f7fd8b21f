import { Link, useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { amountText } from '../../../shared/format/amount';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState, useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';
import styles from './lease-panel.module.css';
import { TakenOut, TakeOut } from './lease-removal';
import { DaysLeft, NextWords, StateChip, urgencyOf } from './lease-words';
import { useLease, useRenewal, type LeaseDetail } from '../stores-queries';
import { useDayText } from '../../../shared/words/day-text';

/** What may be done about it now: go to what is in progress, or begin the renewal. */
function Doors({ lease }: { lease: LeaseDetail }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const navigate = useNavigate();
  const renewal = useRenewal();
  const problemText = useProblemText();
  const { request, closed, state } = lease;
  const begin = async (): Promise<void> => {
    try {
      const { id } = await renewal.mutateAsync(lease.id);
      await navigate({ to: '/requests/$id', params: { id } });
    } catch (error) {
      showToast({ id: 'renewal', tone: 'problem', text: problemText(error) });
    }
  };
  if (request && !request.readable) return <p className={styles.hint}>{t('notYoursNumber', { number: request.number ?? '' })}</p>;
  if (request)
    return (
      <Link to="/requests/$id" params={{ id: request.id }} className={styles.door}>
        {t('openRequest', { number: request.number ?? '' })}
      </Link>
    );
  if (closed) return <p className={styles.hint}>{words(closed.text)}</p>;
  return (
    <>
      <PlainButton primary onClick={() => void begin()} busy={renewal.isPending}>
        {t(state === 'begun' ? 'goOn' : 'startRenewal')}
      </PlainButton>
      <p className={styles.hint}>{t('startHint')}</p>
    </>
  );
}

function Milestones({ lease: { milestones } }: { lease: LeaseDetail }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const dayText = useDayText();
  return (
    <section>
      <h3>{t('plan')}</h3>
      <ol className={styles.milestones}>
        {milestones.map(({ id, title, on, state }) => (
          <li
            key={id}
            data-state={state}
            aria-label={t('milestoneLabel', { title: words(title), day: dayText(on), state: t(`milestone-${state}`) })}
          >
            <i aria-hidden />
            <span>{words(title)}</span>
            <time dateTime={on}>{dayText(on)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** By how much the rent of a term differs from the one before, such as `+4.2 %`; null: there is none, or it is the same. Pure. */
export function changeText(rent: string, before: string | undefined): string | null {
  const [now, was] = [Number(rent), Number(before)];
  if (!(was > 0) || now === was) return null;
  const share = ((now - was) / was) * 100;
  return `${share > 0 ? '+' : '−'}${Math.abs(share).toFixed(1)} %`;
}

function Terms({ lease: { terms } }: { lease: LeaseDetail }) {
  const { t } = useTranslation('stores');
  const language = useLanguage();
  const dayText = useDayText();
  return (
    <section>
      <h3>{t('terms')}</h3>
      <table className={styles.terms}>
        <tbody>
          {terms.map(({ startsOn, expiresOn, rent }, at) => (
            <tr key={startsOn}>
              <th scope="row">{at === 0 ? t('termFirst') : t('termNext', { count: at })}</th>
              <td>{t('termFrom', { from: dayText(startsOn), to: dayText(expiresOn) })}</td>
              <td>{amountText(rent, language, 'if-any')}</td>
              <td>{changeText(rent.amount, terms[at - 1]?.rent.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Content({ lease }: { lease: LeaseDetail }) {
  const { t } = useTranslation('stores');
  const language = useLanguage();
  return (
    <>
      <div className={styles.standing} data-urgency={urgencyOf(lease)}>
        <p>
          <StateChip lease={lease} /> {lease.out ? null : <NextWords lease={lease} />}
        </p>
        {lease.out ? (
          <TakenOut lease={lease} />
        ) : (
          <>
            <DaysLeft lease={lease} />
            <Doors lease={lease} />
          </>
        )}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{t('colRent')}</dt>
          <dd>{amountText(lease.rent, language, 'if-any')}</dd>
        </div>
        <div>
          <dt>{t('share')}</dt>
          <dd>{lease.commission === null ? '—' : `${lease.commission.replace(/\.0$/, '')} %`}</dd>
        </div>
        <div>
          <dt>{t('deposit')}</dt>
          <dd>{lease.deposit ? amountText(lease.deposit, language, 'if-any') : '—'}</dd>
        </div>
      </dl>
      {lease.out ? null : <Milestones lease={lease} />}
      <Terms lease={lease} />
      {lease.out ? null : <TakeOut lease={lease} />}
    </>
  );
}

/** One lease: how it stands, when what should begin, and its terms so far. */
export function LeasePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const { data: lease, error, refetch } = useLease(id);
  return (
    <aside className={styles.panel} aria-label={lease ? words(lease.unit) : t('leases')}>
      <header>
        <span className={styles.number}>{lease?.number}</span>
        <button type="button" className={`plain finger ${styles.close}`} aria-label={t('closePanel')} onClick={onClose}>
          <X size={18} />
        </button>
      </header>
      {lease ? (
        <>
          <h2>
            {words(lease.unit)} · {lease.place}
          </h2>
          <Content lease={lease} />
        </>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <LineBones />
      )}
    </aside>
  );
}
