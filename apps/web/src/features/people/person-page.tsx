import { RIGHT_TITLE, type RightName } from '@countersign/domain';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDayText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Avatar } from '../../shared/kit/avatar';
import { Chip } from '../../shared/kit/chip';
import { Confirm } from '../../shared/kit/controls/confirm';
import { PhoneTop } from '../../shared/kit/phone-top';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { useSayWhere } from '../../shared/state/crumbs';
import { useMe } from '../../shared/state/session';
import { showToast } from '../../shared/state/toasts';
import { useViewport } from '../../shared/state/viewport';
import { ChangeCard, type Asked } from './change-card';
import { Faults } from '../../shared/kit/waiting/faults';
import { MergedDuties } from './change-effect';
import { ImpactSection } from './impact-section';
import { OwnPosts } from './own-posts';
import { usePerson, usePersonDesk, useStay, type Person, type PersonDesk } from './people-query';
import { StandIns, Waiting } from './person-panel';
import styles from './person-page.module.css';
import { SignsList } from './signs-list';

/** How they sign in and what they may do besides, for whoever may know; changed by whoever keeps the directory. */
function Account({ person, desk, changes }: { person: Person; desk: PersonDesk; changes: boolean }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const [asked, setAsked] = useState<{ title: string; of: Asked } | null>(null);
  const { account } = desk;
  if (account === null) return null;
  const rights = account.rights as RightName[];
  const active: Asked = { kind: 'account', person: person.id, active: !person.active };
  return (
    <section>
      <h3>{t('account')}</h3>
      <p>
        {account.login === null ? t('noLogin') : t('login', { name: account.login })}{' '}
        {account.login !== null && !account.password ? <Chip tone="amber">{t('noPassword')}</Chip> : null}
      </p>
      <p className={styles.chips}>
        {rights.length === 0 ? <span className={styles.hint}>{t('noRights')}</span> : null}
        {rights.map((right) => (
          <Chip key={right}>{words(RIGHT_TITLE[right])}</Chip>
        ))}
      </p>
      {changes ? (
        <div className={styles.presses}>
          {person.active ? (
            <button
              type="button"
              className={`plain ${styles.press}`}
              onClick={() => setAsked({ title: t('changeRights'), of: { kind: 'rights', person: person.id, rights } })}
            >
              {t('changeRights')}
            </button>
          ) : null}
          <button
            type="button"
            className={`plain ${styles.press}`}
            onClick={() => setAsked({ title: t(person.active ? 'endAccount' : 'openAccount'), of: active })}
          >
            {t(person.active ? 'endAccount' : 'openAccount')}
          </button>
        </div>
      ) : null}
      {asked ? <ChangeCard key={asked.title} asked={asked.of} title={asked.title} onDone={() => setAsked(null)} /> : null}
    </section>
  );
}

/** That they are to leave, and the way back; or the way to let them go, and why not. */
function LeavingLine({ person, desk, keeps }: { person: Person; desk: PersonDesk; keeps: boolean }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const language = useLanguage();
  const own = useMe().person.id === person.id;
  const { mutate, error } = useStay(person.id);
  const done = (): void => showToast({ id: 'stay', tone: 'done', text: t('takenBack') });
  if (desk.leaving)
    return (
      <div className={styles.leaving}>
        <Chip tone="amber">
          {t('leavingPlanned', { day: calendarDayText(desk.leaving.lastDay, language), name: words(desk.leaving.by.name) })}
        </Chip>
        {keeps ? (
          <Confirm title={t('takeBackSure')} okText={t('takeBack')} onConfirm={() => mutate({ trial: false }, { onSuccess: done })}>
            <button type="button" className={`plain ${styles.press}`}>
              {t('takeBack')}
            </button>
          </Confirm>
        ) : null}
        {error ? <Faults className={styles.faults} error={error} /> : null}
      </div>
    );
  if (!person.active) return null;
  if (!keeps || own) return <p className={styles.hint}>{t(own && keeps ? 'leaveOwn' : 'leaveClosed')}</p>;
  return (
    <Link to="/people/$id/leaving" params={{ id: person.id }} className={styles.press}>
      {t('leave')}
    </Link>
  );
}

function Body({ person, desk }: { person: Person; desk: PersonDesk }) {
  const { t } = useTranslation(['organisation', 'people']);
  const words = useWords();
  const { rights, person: me } = useMe();
  const keeps = rights.includes('directory.import');
  const own = me.id === person.id;
  return (
    <>
      <header className={styles.who}>
        <Avatar person={person} large />
        <div>
          <h1>
            {words(person.name)} {person.active ? null : <Chip tone="amber">{t('people:left')}</Chip>}
          </h1>
          <p className={styles.hint}>
            {[person.title, person.unit].flatMap((text) => (text === null ? [] : [words(text)])).join(' · ') || t('people:noPosts')}
          </p>
          <p className={styles.hint}>
            {t('superior')}{' '}
            {desk.superior ? (
              <Link to="/people/$id" params={{ id: desk.superior.id }}>
                {words(desk.superior.name)}
              </Link>
            ) : (
              t('noSuperior')
            )}{' '}
            · {t('reports', { count: desk.reports })}
          </p>
        </div>
        <LeavingLine person={person} desk={desk} keeps={keeps} />
      </header>
      <h2 className="visually-hidden">{t('people:person')}</h2>
      <div className={styles.columns}>
        <div>
          <MergedDuties duties={desk.duties ?? []} />
          <OwnPosts posts={desk.posts} changes={keeps && !own} why={keeps && own ? t('ownChange') : ''} />
          <Account person={person} desk={desk} changes={keeps && !own} />
        </div>
        <div>
          <SignsList authority={desk.authority} />
          <Waiting person={person} />
          <StandIns standIns={person.standIns} standsInFor={person.standsInFor} />
          {person.active ? <ImpactSection id={person.id} /> : null}
        </div>
      </div>
    </>
  );
}

/** One person: posts, line, what they may sign, what waits for them, whom they stand in for, account and rights. */
export function PersonPage() {
  const { t } = useTranslation('people');
  const words = useWords();
  const { id } = useParams({ from: '/framed/people/$id' });
  const person = usePerson(id);
  const desk = usePersonDesk(id);
  const phone = useViewport() === 'phone';
  const name = person.data ? words(person.data.name) : t('person');
  useSayWhere([{ text: t('title'), to: '/people' }, { text: name }]);
  const error = person.error ?? desk.error;
  const retry = (): void => void Promise.all([person.refetch(), desk.refetch()]);
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop quiet={t('people')} onBack={() => window.history.back()} /> : null}
      {error ? <ErrorState error={error} retry={retry} page /> : null}
      {person.data && desk.data ? <Body key={id} person={person.data} desk={desk.data} /> : error ? null : <RowBones rows={6} />}
    </div>
  );
}
