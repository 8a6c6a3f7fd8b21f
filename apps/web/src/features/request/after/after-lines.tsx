import { Flag, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExpectedStep, RequestView } from '../../../shared/api/wire';
import { momentText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { useNow } from '../../../shared/kit/moment';
import { StepIcon } from '../../../shared/kit/step-icon';
import { waitsOn } from '../../../shared/words/waits-on';
import { Line, PeopleLines } from './people-lines';
import type { TrialView } from '../operation/use-trial';

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
  return open.map((step) =>
    step.people.length === 0 ? (
      <Waiting key={step.step} step={step} />
    ) : (
      <PeopleLines
        key={`${step.step} ${step.asks?.en ?? ''} ${step.people[0]?.id ?? ''}`}
        people={step.people}
        step={words(step.asks ?? step.title)}
        below={() => below(step)}
      />
    ),
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
