import { ownValue } from '@countersign/domain';
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import type { Preview } from '../route/use-route-preview';
import styles from './fill.module.css';
import { choiceField } from '../send/use-form-problems';

interface ChoicesSectionProps {
  /** Steps that leave their person to the requester, with who may be picked, as the preview found them. */
  asked: Preview['choices'];
  choices: Record<string, string>;
  onChoose(step: string, person: string | null): void;
  disabled: boolean;
  /** What is missing is marked. */
  marked: boolean;
}

/** Whom the requester wants for the steps that leave it to them. Nothing on screen where no step does. */
export function ChoicesSection({ asked, ...rest }: ChoicesSectionProps) {
  const { t } = useTranslation('fill');
  if (asked.length === 0) return null;
  return (
    <section className={styles.choices} aria-label={t('choices')}>
      <h2>{t('choices')}</h2>
      {asked.map((choice) => (
        <StepChoice key={choice.step} choice={choice} {...rest} />
      ))}
    </section>
  );
}

function StepChoice({
  choice,
  choices,
  onChoose,
  disabled,
  marked,
}: Omit<ChoicesSectionProps, 'asked'> & { choice: Preview['choices'][number] }) {
  const { t } = useTranslation('form');
  const id = useId();
  const words = useWords();
  const people = choice.candidates.map((person) => ({
    value: person.id,
    label: person.title ? `${words(person.name)} · ${words(person.title)}` : words(person.name),
  }));
  const lacks = marked && ownValue(choices, choice.step) === undefined;
  return (
    <div data-field={choiceField(choice.step)}>
      <label htmlFor={id} className={styles.choiceLabel}>
        {words(choice.title)}{' '}
        <span className={styles.star} aria-hidden>
          *
        </span>
        <span className="visually-hidden">{t('required')}</span>
      </label>
      <Select
        id={id}
        className={styles.fullWidth ?? ''}
        value={ownValue(choices, choice.step) ?? null}
        options={people}
        placeholder={t('choose')}
        suffixIcon={<ChevronDown size={16} className={styles.turn} aria-hidden />}
        disabled={disabled}
        status={lacks ? 'error' : ''}
        aria-required
        aria-invalid={lacks || undefined}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(person: string | null) => onChoose(choice.step, person)}
      />
    </div>
  );
}
