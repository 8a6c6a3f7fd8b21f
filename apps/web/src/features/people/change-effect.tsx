import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/schema';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import styles from './person-page.module.css';

type Schemas = components['schemas'];

/** Open tasks that go to somebody else, or to nobody. */
export function MovedTasks({ tasks }: { tasks: Schemas['OpenTasksView'] | null }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const language = useLanguage();
  if (tasks === null) return null;
  const { items, moved, blocked, complete } = tasks;
  const names = (people: { name: { zh: string; en: string } }[]): string =>
    people.map(({ name }) => words(name)).join(language === 'zh' ? '、' : ', ') || t('nobody');
  const said = [moved > 0 ? t('moved', { count: moved }) : '', blocked > 0 ? t('blocked', { count: blocked }) : ''].filter(Boolean);
  return (
    <div>
      <p data-good={blocked === 0} className={styles.verdict}>
        {[said.length === 0 ? t('nothingMoves') : said.join(' · '), complete ? '' : t('partly')].filter(Boolean).join(' · ')}
      </p>
      <ul className={styles.moves}>
        {items.map(({ request, number, step, to, blocked: stuck }) => (
          <li key={`${request} ${step.zh}`} data-stuck={stuck}>
            <Link to="/requests/$id" params={{ id: request }} search={{}}>
              {number ?? words(step)}
            </Link>
            <span>{t(stuck ? 'blockedAt' : 'movedTo', { step: words(step), names: names(to) })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Processes that would find nobody. */
export function BrokenRoutes({ broken }: { broken: Schemas['BrokenRouteView'][] }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const language = useLanguage();
  if (broken.length === 0)
    return (
      <p className={styles.verdict} data-good>
        {t('brokenNone')}
      </p>
    );
  return (
    <div>
      <p>
        <b>{t('broken')}</b>
      </p>
      <ul className={styles.moves}>
        {broken.map(({ post, title, unit, processes }) => (
          <li key={post} data-stuck>
            {t('brokenAt', {
              post: words(title),
              unit: words(unit),
              processes: processes.map(words).join(language === 'zh' ? '、' : ', '),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Duties of one person that ought to be two people’s. */
export function MergedDuties({ duties }: { duties: Schemas['MergedDutyView'][] }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  if (duties.length === 0) return null;
  return (
    <section className={styles.warning} aria-label={t('duties')}>
      <b>{t('duties')}</b>
      <p>{t('dutiesHint')}</p>
      <ul>
        {duties.map(({ about, first, second }) => (
          <li key={`${about.zh} ${first.zh} ${second.zh}`}>
            {t(first.zh === second.zh ? 'dutySame' : 'duty', { about: words(about), first: words(first), second: words(second) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
