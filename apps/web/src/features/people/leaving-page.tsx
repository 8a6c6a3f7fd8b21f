import { Link, useParams } from '@tanstack/react-router';
import { dayAfter } from '@countersign/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, PersonPicker, useCompanyDay } from '../../shared/form';
import { calendarDayText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Confirm } from '../../shared/kit/controls/confirm';
import { PhoneTop } from '../../shared/kit/phone-top';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { useSayWhere } from '../../shared/state/crumbs';
import { useViewport } from '../../shared/state/viewport';
import { Faults } from '../../shared/kit/waiting/faults';
import { BrokenRoutes, MovedTasks } from './change-effect';
import { ImpactSection } from './impact-section';
import { useLeave, useLeaving, usePerson, type Leaving, type LeavingAnswer } from './people-query';
import styles from './person-page.module.css';

/** How long whoever takes a place takes it, where nothing else is said. */
const DAYS_IN_PLACE = 90;
/** By post: who is named; null: nobody. A post that is not there goes by policy. */
type Heirs = ReadonlyMap<string, string | null>;

function Places({
  places,
  heirs,
  onHeir,
}: {
  places: Leaving['places'];
  heirs: Heirs;
  onHeir: (post: string, person: string | null) => void;
}) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  if (places.length === 0) return <p className={styles.hint}>{t('noPlaces')}</p>;
  return places.map(({ post, title, unit, instead, to }) => (
    <div key={post} className={styles.place}>
      <div>
        <b>{words(title)}</b> <span className={styles.hint}>{words(unit)}</span>
        <p className={styles.hint}>
          {t(instead ? 'placeInstead' : 'placeOwn')} · {to ? t('byPolicy', { name: words(to.name) }) : t('byPolicyNobody')}
        </p>
      </div>
      <div>
        <label id={`heir-${post}-label`} htmlFor={`heir-${post}`} className={styles.hint}>
          {t('heir', { post: words(title) })}
        </label>
        <PersonPicker
          id={`heir-${post}`}
          labelId={`heir-${post}-label`}
          value={heirs.has(post) ? (heirs.get(post) ?? null) : (to?.id ?? null)}
          onChange={(person) => onHeir(post, person)}
        />
      </div>
    </div>
  ));
}

/** What has become of each kind of thing. */
function Result({ id, answer }: { id: string; answer: LeavingAnswer }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const language = useLanguage();
  const { state, lastDay, places, grants, rights } = answer;
  return (
    <section className={`card ${styles.step}`} role="status">
      <h2>{state === 'left' ? t('resultLeft') : t('resultPlanned', { day: calendarDayText(lastDay, language) })}</h2>
      <ul className={styles.moves}>
        {places.map(({ post, title, to }) => (
          <li key={post} data-stuck={to === null}>
            {to ? t('resultPlace', { post: words(title), name: words(to.name) }) : t('resultNobody', { post: words(title) })}
          </li>
        ))}
        <li>{t('ends', { grants, rights: rights.length })}</li>
        <li>{t('endsAccount')}</li>
        <li>{t('resultTasks')}</li>
      </ul>
      <p>
        <Link to="/people/$id" params={{ id }}>
          {t('back')}
        </Link>
      </p>
    </section>
  );
}

function useWizard(id: string) {
  const today = useCompanyDay();
  const [lastDay, setLastDay] = useState<string | null>(today());
  const [until, setUntil] = useState<string | null>(dayAfter(today(), DAYS_IN_PLACE));
  const [heirs, setHeirs] = useState<Heirs>(new Map());
  const [tried, setTried] = useState<{ of: string; answer: LeavingAnswer } | null>(null);
  const [done, setDone] = useState<LeavingAnswer | null>(null);
  const press = useLeave(id);
  const named = [...heirs].map(([post, person]) => ({ post, ...(person !== null && { person }) }));
  const body = lastDay && until ? { lastDay, until, heirs: named } : null;
  const fits = body !== null && tried?.of === JSON.stringify(body);
  const go = async (trial: boolean): Promise<void> => {
    if (body === null) return;
    const answer = await press.mutateAsync({ trial, body }).catch(() => null);
    if (answer === null) return;
    if (trial) setTried({ of: JSON.stringify(body), answer });
    else setDone(answer);
  };
  const name = (post: string, person: string | null): void => setHeirs((all) => new Map([...all, [post, person]]));
  return { lastDay, setLastDay, until, setUntil, heirs, name, tried: fits ? (tried?.answer ?? null) : null, done, body, go, ...press };
}

function Ends({ tried }: { tried: LeavingAnswer }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const language = useLanguage();
  const { grants, rights } = tried;
  if (grants + rights.length === 0) return <p>{t('endsNothing')}</p>;
  return (
    <>
      <p>{t('ends', { grants, rights: rights.length })}</p>
      {rights.length > 0 ? <p>{t('endsRights', { names: rights.map(words).join(language === 'zh' ? '、' : ', ') })}</p> : null}
    </>
  );
}

function Wizard({ id, leaving, wizard }: { id: string; leaving: Leaving; wizard: ReturnType<typeof useWizard> }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const language = useLanguage();
  const { lastDay, setLastDay, until, setUntil, heirs, name, tried, done, body, go, isPending, error } = wizard;
  if (done) return <Result id={id} answer={done} />;
  if (leaving.why) return <p role="alert">{words(leaving.why)}</p>;
  return (
    <div className={styles.sheet}>
      <section className={`card ${styles.step}`}>
        <h2>1 {t('step1')}</h2>
        <div className={styles.fields}>
          <div>
            <label htmlFor="last-day">{t('lastDay')}</label>
            <DayField id="last-day" value={lastDay} onChange={setLastDay} />
            <p className={styles.hint}>{t('lastDayHint')}</p>
          </div>
          <div>
            <label htmlFor="place-until">{t('fieldUntil')}</label>
            <DayField id="place-until" value={until} onChange={setUntil} takes={{ notBefore: 'today' }} />
            <p className={styles.hint}>{t('untilHint')}</p>
          </div>
        </div>
      </section>
      <section className={`card ${styles.step}`}>
        <h2>2 {t('step2')}</h2>
        <Places places={leaving.places} heirs={heirs} onHeir={name} />
      </section>
      <section className={`card ${styles.step}`}>
        <h2>3 {t('step3')}</h2>
        {tried ? <Ends tried={tried} /> : null}
        <p className={styles.hint}>{t('endsAccount')}</p>
      </section>
      <section className={`card ${styles.step}`} aria-live="polite">
        <h2>4 {t('step4')}</h2>
        {tried ? (
          <>
            <MovedTasks tasks={tried.openTasks} />
            <BrokenRoutes broken={tried.broken} />
          </>
        ) : (
          <p>{t('notTried')}</p>
        )}
        <p className={styles.hint}>{t('ownRequests')}</p>
        <ImpactSection id={id} />
      </section>
      {error ? <Faults error={error} className={styles.faults} /> : null}
      <div className={styles.bar}>
        <span className={styles.hint}>{body === null ? t('missing') : tried ? t('half') : t('confirmFirst')}</span>
        <button
          type="button"
          className={`plain ${styles.press}`}
          data-main={tried === null}
          disabled={body === null || isPending}
          onClick={() => void go(true)}
        >
          {t('tryOut')}
        </button>
        <Confirm
          placement="topRight"
          disabled={tried === null || isPending}
          title={t('confirmSure', { day: lastDay ? calendarDayText(lastDay, language) : '' })}
          okText={t('step5')}
          onConfirm={() => void go(false)}
        >
          <button type="button" className={`plain ${styles.press}`} data-main={tried !== null} disabled={tried === null || isPending}>
            {t('confirm')}
          </button>
        </Confirm>
      </div>
    </div>
  );
}

/** Lets somebody go: the day, to whom what they leave goes, what ends, a trial, one press, a list of results. */
export function LeavingPage() {
  const { t } = useTranslation(['organisation', 'people']);
  const words = useWords();
  const { id } = useParams({ from: '/framed/people/$id/leaving' });
  const person = usePerson(id);
  const wizard = useWizard(id);
  const leaving = useLeaving(id, wizard.lastDay);
  const phone = useViewport() === 'phone';
  const title = t('leaving', { name: person.data ? words(person.data.name) : '' });
  useSayWhere([{ text: t('people:title'), to: '/people' }, { text: title }]);
  const error = person.error ?? leaving.error;
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop title={title} onBack={() => window.history.back()} /> : <h1>{title}</h1>}
      {error && !wizard.done ? <ErrorState error={error} retry={() => void leaving.refetch()} /> : null}
      {leaving.data && (!error || wizard.done) ? (
        <Wizard id={id} leaving={leaving.data} wizard={wizard} />
      ) : error ? null : (
        <RowBones rows={6} />
      )}
    </div>
  );
}
