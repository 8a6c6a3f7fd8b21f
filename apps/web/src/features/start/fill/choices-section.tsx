import type { Definition, HumanStep, Step } from '@countersign/domain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ControlOf } from '../../../shared/form/control-of';
import { useWords } from '../../../shared/i18n/use-language';
import styles from './fill.module.css';

/** Steps whose person the requester picks, in the order of the process. Pure. */
export function stepsToChoose(steps: readonly Step[]): HumanStep[] {
  return steps.flatMap((step): HumanStep[] => {
    if (step.kind === 'branch') return stepsToChoose([...step.cases.flatMap((each) => each.steps), ...step.otherwise]);
    if (step.kind === 'cc' || step.kind === 'end') return [];
    return step.assignee.by === 'choice' ? [step] : [];
  });
}

interface ChoicesSectionProps {
  definition: Definition;
  choices: Record<string, string>;
  onChoose(step: string, person: string | null): void;
  disabled: boolean;
}

/** Whom the requester wants for the steps that leave it to them. Nothing on screen where no step does. */
export function ChoicesSection({ definition, ...rest }: ChoicesSectionProps) {
  const { t } = useTranslation('fill');
  const steps = stepsToChoose(definition.flow);
  if (steps.length === 0) return null;
  return (
    <section className={styles.choices} aria-label={t('choices')}>
      <h2>{t('choices')}</h2>
      {steps.map((step) => (
        <StepChoice key={step.id} step={step} {...rest} />
      ))}
    </section>
  );
}

function StepChoice({ step, choices, onChoose, disabled }: Omit<ChoicesSectionProps, 'definition'> & { step: HumanStep }) {
  const id = useId();
  const words = useWords();
  return (
    <div>
      <label id={`${id}-label`} htmlFor={id} className={styles.choiceLabel}>
        {words(step.title)}
      </label>
      <ControlOf
        field={{ type: 'person', key: 'chosen', label: step.title, required: false, material: false, filledAt: 'start' }}
        value={choices[step.id] ?? null}
        onChange={(person) => onChoose(step.id, typeof person === 'string' ? person : null)}
        id={id}
        labelId={`${id}-label`}
        invalid={false}
        disabled={disabled}
      />
    </div>
  );
}
