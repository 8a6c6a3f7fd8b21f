import type { Resume } from '@countersign/domain';
import { UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExpectedStep, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { useMe } from '../../../shared/state/session';
import { Now } from './after-lines';
import { Line, PeopleLines } from './people-lines';
import styles from '../operation/operation.module.css';
import type { TrialView } from '../operation/use-trial';

/** Those who are asked again until it is where it was sent back from. */
function Again({ view, steps }: { view: RequestView; steps: ExpectedStep[] }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const me = useMe().person.id;
  const here = steps.findIndex(({ step, current }) => !current && step === view.task?.step);
  const way = steps.slice(0, here < 0 ? steps.length : here + 1).filter(({ current, skipped, merged }) => !current && !skipped && !merged);
  return way.map(({ step, title, people, blocked }) =>
    blocked ? (
      <Line key={step} mark={<UserX size={18} aria-hidden />} tone="bad" below={t('nobodyFits')}>
        {words(title)}
      </Line>
    ) : (
      <PeopleLines
        key={`${step} ${people[0]?.id ?? ''}`}
        people={people}
        step={words(title)}
        below={({ id }) => (id === me && step === view.task?.step ? t('afterYouAgain') : '')}
      />
    ),
  );
}

/** How it goes on after a return, and which fields its requester is to change. */
export interface Back {
  resume: Resume;
  change: readonly string[];
}

/** Whose decisions stand, and what would make them lapse. */
function Kept({ view, trial, back: { resume, change } }: { view: RequestView; trial: TrialView; back: Back }) {
  const { t } = useTranslation(['request', 'supervision']);
  const words = useWords();
  if (trial.kept.length === 0) return null;
  const wholly = trial.stands === 'returned' && resume !== 'only-changed';
  const named = trial.stands === 'returned' && change.length > 0;
  return (
    <section>
      <h3>{t('afterKept')}</h3>
      <ul className={styles.lines}>
        {trial.kept.map(({ step, title, people }) => (
          <PeopleLines key={step} people={people} step={words(title)} off />
        ))}
      </ul>
      <p className={styles.unless}>
        {named
          ? t('supervision:keptIfOnlyNamed')
          : wholly
            ? t('keptUnlessAsked', { name: words(view.requester.name) })
            : t('keptUnlessShown')}
      </p>
    </section>
  );
}

/** Of a return: who is asked again, and who is not. */
export function AfterReturn({ view, trial, back }: { view: RequestView; trial: TrialView; back: Back }) {
  const { t } = useTranslation('request');
  return (
    <>
      <section>
        <h3>{t('afterAgain')}</h3>
        <ol className={styles.lines}>
          <Now view={view} trial={trial} />
          <Again view={view} steps={trial.steps} />
        </ol>
      </section>
      <Kept view={view} trial={trial} back={back} />
    </>
  );
}
