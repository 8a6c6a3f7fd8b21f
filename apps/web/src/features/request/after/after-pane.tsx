import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpectedStep, PersonRef, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { Now } from './after-lines';
import { AfterReturn, type Back } from './after-return';
import { PeopleLines } from './people-lines';
import styles from '../operation/operation.module.css';
import type { Trial, TrialView } from '../operation/use-trial';

function Then({ steps }: { steps: ExpectedStep[] }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const ahead = steps.filter(({ current, skipped, merged }) => !current && !skipped && !merged);
  if (ahead.length === 0) return null;
  const who = ({ people, title, asks, blocked }: ExpectedStep): string =>
    [words(asks ?? title), blocked ? t('nobodyFits') : people.map(({ name }) => words(name)).join(t('joiner'))].filter(Boolean).join(' ');
  return (
    <section>
      <h3>{t('afterThen')}</h3>
      <p className={styles.then}>{ahead.map(who).join(' → ')}</p>
    </section>
  );
}

/** Who gets a notice of it. */
function Notified({ people }: { people: PersonRef[] }) {
  const { t } = useTranslation('repair');
  const words = useWords();
  if (people.length === 0) return null;
  return (
    <section>
      <h3>{t('afterTold')}</h3>
      <ul className={styles.told}>
        {people.map((person) => (
          <li key={person.id}>
            <Avatar person={person} />
            {words(person.name)}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Lost = TrialView['lost'][number];

/** Those of one step who lose their task for one reason. */
function lostBySteps(lost: readonly Lost[]): [Lost, PersonRef[]][] {
  const groups = new Map<string, [Lost, PersonRef[]]>();
  for (const each of lost) {
    const key = `${each.step} ${each.why.en}`;
    groups.set(key, [each, [...(groups.get(key)?.[1] ?? []), each.person]]);
  }
  return [...groups.values()];
}

function AfterOperation({ view, trial }: { view: RequestView; trial: TrialView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  return (
    <>
      <section>
        <h3>{t('afterNow')}</h3>
        <ul className={styles.lines}>
          <Now view={view} trial={trial} />
        </ul>
      </section>
      {trial.lost.length > 0 ? (
        <section>
          <h3>{t('afterLost')}</h3>
          <ul className={styles.lines}>
            {lostBySteps(trial.lost).map(([{ step, title, why }, people]) => (
              <PeopleLines key={`${step} ${why.en}`} people={people} step={words(title)} below={() => words(why)} off />
            ))}
          </ul>
        </section>
      ) : null}
      <Then steps={trial.steps} />
      <Notified people={trial.told} />
    </>
  );
}

interface AfterProps {
  view: RequestView;
  trial: Trial;
  /** It goes back to somebody; null: it does not. */
  back: Back | null;
  /** What has to be filled in before anything can be told; null when enough is. */
  waits: string | null;
}

/** What would be open afterwards: worked out by the server, and changed by nothing before the press. */
export function AfterPane({ view, trial, back, waits }: AfterProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { data, error } = trial;
  const no = data?.refusal;
  const body = (): ReactNode => {
    if (waits !== null) return <p className="hint">{waits}</p>;
    if (error) return <ErrorState error={error} retry={trial.retry} />;
    if (!data) return <LineBones />;
    if (!no) return back ? <AfterReturn view={view} trial={data} back={back} /> : <AfterOperation view={view} trial={data} />;
    return (
      <p className={styles.refused}>
        <CircleAlert size={16} aria-hidden />
        {words(no.text)}
      </p>
    );
  };
  return (
    <aside className={styles.after} aria-live="polite" aria-busy={!trial.fresh && waits === null} aria-label={t('after')}>
      <h2>{t('after')}</h2>
      {body()}
    </aside>
  );
}
