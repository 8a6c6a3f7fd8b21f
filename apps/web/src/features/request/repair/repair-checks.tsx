import { Check, Circle, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import type { AsksProps } from '../asks/asks-props';
import styles from './repair-page.module.css';

type CheckState = 'yes' | 'no' | 'open';
const MARKS = { yes: Check, no: CircleX, open: Circle };

/** What must hold before it may be applied, each with how it stands. */
export function Checks({ option, trial, answers }: AsksProps) {
  const { t } = useTranslation('repair');
  const words = useWords();
  const refused = trial.data?.refusal && trial.fresh ? trial.data.refusal : null;
  const engine: CheckState = refused ? 'no' : trial.fresh ? 'yes' : 'open';
  const lines: { key: string; state: CheckState; text: string }[] = [
    ...(answers.asks.includes('person')
      ? [{ key: 'person', state: answers.person === null ? ('open' as const) : ('yes' as const), text: t('checkPerson') }]
      : []),
    ...(trial.fresh && trial.data ? trial.data.fit : []).map((text) => ({ key: text.en, state: 'yes' as const, text: words(text) })),
    { key: 'engine', state: engine, text: refused ? words(refused.text) : t('checkEngine') },
    ...(option.needsComment
      ? [
          {
            key: 'reason',
            state: answers.comment.trim() === '' ? ('open' as const) : ('yes' as const),
            text: t('checkReason'),
          },
        ]
      : []),
  ];
  return (
    <ul className={styles.checks} aria-label={t('checks')}>
      {lines.map(({ key, state, text }) => {
        const Mark = MARKS[state];
        return (
          <li key={key} data-state={state}>
            <Mark size={16} aria-label={t(`check-${state}`)} />
            {text}
          </li>
        );
      })}
    </ul>
  );
}
