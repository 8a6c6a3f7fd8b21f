import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { Moment } from '../../shared/kit/moment';
import { ADMINISTRATION, useAdministration } from '../../shared/state/administration';
import styles from './people-page.module.css';
import { useImpact, type Impact } from './people-query';

/** What they would leave behind, one line for each kind of thing that there is any of. */
function useLines(impact: Impact): string[] {
  const { t } = useTranslation('people');
  const words = useWords();
  const join = (texts: readonly string[]): string => texts.join(t('joiner'));
  const { tasks, overdue, requests, posts, processes, schedules, grants } = impact;
  const asked = posts.filter((post) => post.processes > 0);
  return [
    tasks > 0 ? t('impactTasks', { tasks, overdue }) : '',
    requests > 0 ? t('impactRequests', { requests }) : '',
    asked.length > 0
      ? t('impactPosts', { posts: join(asked.map(({ title, processes: count }) => t('impactPost', { post: words(title), count }))) })
      : '',
    processes.length > 0 ? t('impactProcesses', { names: join(processes.map(({ title }) => words(title))) }) : '',
    schedules.length > 0 ? t('impactSchedules', { names: join(schedules.map(({ title }) => words(title))) }) : '',
    grants.length > 0 ? t('impactGrants', { grants: grants.length }) : '',
  ].filter((line) => line !== '');
}

function Lines({ impact }: { impact: Impact }) {
  const { t } = useTranslation('people');
  const words = useWords();
  const lines = useLines(impact);
  const { standsInFor } = impact;
  if (lines.length + standsInFor.length === 0) return <p className={styles.hint}>{t('impactNone')}</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {standsInFor.map(({ person, until }) => (
        <li key={`${person.id} ${until}`}>
          {t('impactStandIn', { name: words(person.name) })} <Moment at={until} />
        </li>
      ))}
    </ul>
  );
}

/** What hangs on somebody, for whoever keeps the directory: to be seen before they are taken out of it. */
export function ImpactSection({ id }: { id: string }) {
  const { t } = useTranslation('people');
  const keeps = useAdministration().some(({ to }) => to === ADMINISTRATION.directory.to);
  const impact = useImpact(id, keeps);
  if (!impact) return null;
  return (
    <section>
      <h3>{t('impact')}</h3>
      <Lines impact={impact} />
    </section>
  );
}
