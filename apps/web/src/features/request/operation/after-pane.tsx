import type { Resume } from '@countersign/domain';
import { CircleAlert, Flag, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpectedStep, PersonRef, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { StepIcon } from '../../../shared/kit/step-icon';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { useMe } from '../../../shared/state/session';
import styles from './operation.module.css';
import { waitsOn } from '../../../shared/words/waits-on';
import type { Trial, TrialView } from './use-trial';

function Line({ mark, children, below, tone }: { mark: ReactNode; children: ReactNode; below?: string; tone?: 'bad' | 'off' }) {
  return (
    <li className={styles.line} data-tone={tone}>
      <span className={styles.mark}>{mark}</span>
      <span>
        {children}
        {below ? <small>{below}</small> : null}
      </span>
    </li>
  );
}

function PersonLine({ person, step, below, off = false }: { person: PersonRef; step: string; below?: string; off?: boolean }) {
  const words = useWords();
  return (
    <Line mark={<Avatar person={person} />} {...(below ? { below } : {})} {...(off ? { tone: 'off' } : {})}>
      <b>{words(person.name)}</b> {person.title ? <i>{words(person.title)}</i> : null} <span className={styles.does}>{step}</span>
    </Line>
  );
}

/** Who would have it next, or that nobody would. */
function Now({ view, trial }: { view: RequestView; trial: TrialView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { stands } = trial;
  const open = trial.steps.filter(({ current }) => current);
  if (stands === 'returned')
    return <Line mark={<Avatar person={view.requester} />}>{t('afterReturned', { name: words(view.requester.name) })}</Line>;
  if (stands === 'blocked')
    return (
      <Line mark={<UserX size={18} aria-hidden />} tone="bad" {...(open[0]?.why ? { below: words(open[0].why) } : {})}>
        {t('afterStuck')}
      </Line>
    );
  if (stands !== 'running') return <Line mark={<Flag size={18} aria-hidden />}>{t('afterEnds', { outcome: t(`outcome-${stands}`) })}</Line>;
  return open.flatMap((step) =>
    step.people.length === 0
      ? [<Waiting key={step.step} step={step} />]
      : step.people.map((person) => (
          <PersonLine
            key={`${step.step} ${step.asks?.en ?? ''} ${person.id}`}
            person={person}
            step={words(step.asks ?? step.title)}
            {...(step.why ? { below: words(step.why) } : {})}
          />
        )),
  );
}

/** A step that asks nobody: what it waits for. */
function Waiting({ step: { kind, title, why } }: { step: ExpectedStep }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const on = waitsOn(kind);
  const below = why ? words(why) : on ? t(`waitsOn-${on}`) : '';
  return (
    <Line mark={<StepIcon kind={kind} size={18} />} {...(below ? { below } : {})}>
      {words(title)}
    </Line>
  );
}

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

/** Those who are asked again until it is where it was sent back from. */
function Again({ view, steps }: { view: RequestView; steps: ExpectedStep[] }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const me = useMe().person.id;
  const here = steps.findIndex(({ step, current }) => !current && step === view.task?.step);
  const way = steps.slice(0, here < 0 ? steps.length : here + 1).filter(({ current, skipped, merged }) => !current && !skipped && !merged);
  return way.flatMap(({ step, title, people, blocked }) =>
    blocked
      ? [
          <Line key={step} mark={<UserX size={18} aria-hidden />} tone="bad" below={t('nobodyFits')}>
            {words(title)}
          </Line>,
        ]
      : people.map((person) => (
          <PersonLine
            key={`${step} ${person.id}`}
            person={person}
            step={words(title)}
            {...(person.id === me && step === view.task?.step ? { below: t('afterYouAgain') } : {})}
          />
        )),
  );
}

/** Whose decisions stand, and what would make them lapse. */
function Kept({ view, trial, resume }: { view: RequestView; trial: TrialView; resume: Resume }) {
  const { t } = useTranslation('request');
  const words = useWords();
  if (trial.kept.length === 0) return null;
  const wholly = trial.stands === 'returned' && resume !== 'only-changed';
  return (
    <section>
      <h3>{t('afterKept')}</h3>
      <ul className={styles.lines}>
        {trial.kept.flatMap(({ step, title, people }) =>
          people.map((person) => <PersonLine key={`${step} ${person.id}`} person={person} step={words(title)} off />),
        )}
      </ul>
      <p className={styles.unless}>{wholly ? t('keptUnlessAsked', { name: words(view.requester.name) }) : t('keptUnlessShown')}</p>
    </section>
  );
}

/** Of a return: who is asked again, and who is not. */
function AfterReturn({ view, trial, resume }: { view: RequestView; trial: TrialView; resume: Resume }) {
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
      <Kept view={view} trial={trial} resume={resume} />
    </>
  );
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
            {trial.lost.map(({ step, title, person, why }) => (
              <PersonLine key={`${step} ${person.id}`} person={person} step={words(title)} below={words(why)} off />
            ))}
          </ul>
        </section>
      ) : null}
      <Then steps={trial.steps} />
    </>
  );
}

interface AfterProps {
  view: RequestView;
  trial: Trial;
  /** It goes back to somebody, and how it goes on from there; null: it does not go back. */
  back: Resume | null;
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
    if (!no) return back ? <AfterReturn view={view} trial={data} resume={back} /> : <AfterOperation view={view} trial={data} />;
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
