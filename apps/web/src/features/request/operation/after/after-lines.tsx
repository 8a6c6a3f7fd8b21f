import { Flag, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpectedStep, PersonRef, RequestView } from '../../../../shared/api/wire';
import { momentText } from '../../../../shared/format/moment';
import { useLanguage, useWords } from '../../../../shared/i18n/use-language';
import { Avatar } from '../../../../shared/kit/avatar';
import { useNow } from '../../../../shared/kit/moment';
import { StepIcon } from '../../../../shared/kit/step-icon';
import { waitsOn } from '../../../../shared/words/waits-on';
import styles from '../operation.module.css';
import type { TrialView } from '../use-trial';

/** One line of what would be: a mark, who or what it is, and what is to be told below. */
export function Line({ mark, children, below, tone }: { mark: ReactNode; children: ReactNode; below?: string; tone?: 'bad' | 'off' }) {
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

/** Somebody, and what they would do. */
export function PersonLine({ person, step, below, off = false }: { person: PersonRef; step: string; below?: string; off?: boolean }) {
  const words = useWords();
  return (
    <Line mark={<Avatar person={person} />} {...(below ? { below } : {})} {...(off ? { tone: 'off' } : {})}>
      <b>{words(person.name)}</b> {person.title ? <i>{words(person.title)}</i> : null} <span className={styles.does}>{step}</span>
    </Line>
  );
}

/** Who would have it next and until when, or that nobody would. */
export function Now({ view, trial }: { view: RequestView; trial: TrialView }) {
  const { t } = useTranslation(['request', 'repair']);
  const words = useWords();
  const language = useLanguage();
  const now = useNow();
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
  const below = ({ step, why }: ExpectedStep): string => {
    const due = trial.due.find((each) => each.step === step);
    const until = due ? t('repair:afterDue', { when: momentText(due.at, language, now) }) : '';
    return [why ? words(why) : '', until].filter(Boolean).join(' · ');
  };
  return open.flatMap((step) =>
    step.people.length === 0
      ? [<Waiting key={step.step} step={step} />]
      : step.people.map((person) => (
          <PersonLine
            key={`${step.step} ${step.asks?.en ?? ''} ${person.id}`}
            person={person}
            step={words(step.asks ?? step.title)}
            {...(below(step) ? { below: below(step) } : {})}
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
