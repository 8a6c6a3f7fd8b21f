import { ArrowRight, Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { calendarDayText } from '../../../shared/format/moment';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { useCompanyDayOf } from './use-company-day-of';
import type { Passed, Signer } from './signing-query';
import styles from './signing.module.css';

/** A limit in words: up to how much, without limit, or none. */
export function useLimitText(): (limit: Passed['limit']) => string {
  const { t } = useTranslation('signing');
  const language = useLanguage();
  return (limit) => (limit === null ? t('noLimit') : limit === 'no-limit' ? t('unlimited') : amountText(limit, language, 'if-any'));
}

function Trail({ signer }: { signer: Signer }) {
  const { t } = useTranslation('signing');
  const words = useWords();
  const limitText = useLimitText();
  const named = (each: Passed): string =>
    [each.person ? words(each.person.name) : t('vacant'), each.limit === null ? '' : limitText(each.limit)].join(' ').trim();
  const own = signer.actingFor ? t('forWhom', { name: words(signer.actingFor.name) }) : named(signer);
  return (
    <p className={styles.trail}>
      {signer.rule ? <span className={styles.link}>{t('rule', { rule: words(signer.rule) })}</span> : null}
      {signer.passed.map((each, place) => (
        <span key={each.person?.id ?? place} className={styles.step} title={each.removed ? words(each.removed) : ''}>
          <ArrowRight size={14} aria-hidden />
          <s className={styles.link}>{named(each)}</s>
        </span>
      ))}
      <span className={styles.step}>
        <ArrowRight size={14} aria-hidden />
        <span className={styles.link} data-good>
          {own}
        </span>
      </span>
    </p>
  );
}

function Given({ given }: { given: NonNullable<Signer['given']> }) {
  const { t } = useTranslation('signing');
  const words = useWords();
  const language = useLanguage();
  const dayOf = useCompanyDayOf();
  const day = (iso: string): string => calendarDayText(dayOf(iso), language);
  const said = [
    given.role ? t('givenTo', { role: words(given.role) }) : t('givenPerson'),
    given.scope ? t('givenWithin', { unit: words(given.scope) }) : null,
    given.plan === 'any' ? null : t(`plan-${given.plan as 'in' | 'over'}`),
    given.validFrom ? t('givenFrom', { day: day(given.validFrom) }) : null,
    // It ends with the day before.
    given.validTo ? t('givenTill', { day: day(new Date(Date.parse(given.validTo) - 1).toISOString()) }) : null,
    given.source ? t('givenBy', { source: given.source }) : null,
  ].filter((text) => text !== null);
  return (
    <p className={styles.given}>
      {said.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}

/** Somebody who may sign: how the step comes to them, and what gives them the authority. */
export function SignerCard({ signer }: { signer: Signer }) {
  const { t } = useTranslation('signing');
  const words = useWords();
  const limitText = useLimitText();
  const { person, role, turn, actingFor, limit } = signer;
  if (person === null) return null;
  const covers = limit === null ? '' : limit === 'no-limit' ? t('coversAll') : t('covers', { limit: limitText(limit) });
  const when = turn === 'later' ? t('later') : actingFor ? t('standsIn', { name: words(actingFor.name) }) : '';
  return (
    <li className={`card ${styles.signer}`} data-turn={turn}>
      <Avatar person={person} large />
      <div className={styles.about}>
        <h3 className={styles.who}>
          {words(person.name)} <small>{role ? words(role) : person.title ? words(person.title) : ''}</small>
        </h3>
        <p>{[covers, when].filter((text) => text !== '').join(t('semicolon')) || t('noAmountAsked')}</p>
        <Trail signer={signer} />
        {signer.given ? <Given given={signer.given} /> : null}
      </div>
      <span className={styles.verdict}>
        <Check size={14} aria-hidden /> {t('may')}
      </span>
    </li>
  );
}

/** Who may not, each with the reason. */
export function NotSigning({ people, more }: { people: readonly Passed[]; more: number }) {
  const { t } = useTranslation('signing');
  const words = useWords();
  return (
    <section aria-label={t('notTitle')} className={styles.not}>
      <h2>{t('notTitle')}</h2>
      <ul className="card">
        {people.map((each) =>
          each.person === null ? null : (
            <li key={each.person.id}>
              <Avatar person={each.person} />
              <span>
                <b>{words(each.person.name)}</b>{' '}
                <small>
                  {[each.role ?? each.person.title, each.person.unit].flatMap((text) => (text ? [words(text)] : [])).join(' · ')}
                </small>
              </span>
              <span className={styles.why}>
                <X size={14} aria-hidden /> {each.removed ? words(each.removed) : ''}
              </span>
            </li>
          ),
        )}
        {more > 0 ? <li className={styles.more}>{t('more', { count: more })}</li> : null}
      </ul>
    </section>
  );
}
