import type { Resume } from '@countersign/domain';
import { Input, Radio } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import { PersonPicker } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import type { Asked } from '../decision/command-of';
import { StanceInput, StepFields } from '../decision/task-inputs';
import type { Decision } from '../decision/use-decision';
import { CorrectionForm } from './correction-form';
import styles from './operation.module.css';
import type { Answers } from './use-answers';
import type { Trial } from './use-trial';

export interface AsksProps {
  decision: Decision;
  option: AllowedCommand;
  trial: Trial;
  answers: Answers;
}

function PersonAsk({ decision, option, answers }: AsksProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const id = useId();
  const step = decision.view.current.find((each) => each.step === option.step);
  return (
    <div>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {step ? t('operationPerson', { step: words(step.title) }) : t('operationPersonAny')}
      </label>
      <PersonPicker id={id} labelId={`${id}-label`} value={answers.person} onChange={answers.setPerson} />
    </div>
  );
}

function TargetAsk({ option, answers }: AsksProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const id = useId();
  const [only, ...others] = option.targets;
  if (only && others.length === 0)
    return (
      <p>
        {t('returnTo')} {words(only.title)}
      </p>
    );
  return (
    <div>
      <span id={id} className={styles.label}>
        {t('returnTo')}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={answers.to}
        onChange={(event) => answers.setTo(event.target.value as string)}
        options={option.targets.map((choice) => ({ value: choice.to, label: words(choice.title) }))}
        vertical
      />
    </div>
  );
}

const resumes: Resume[] = ['walk-again', 'straight-back'];

function ResumeAsk({ answers }: AsksProps) {
  const { t } = useTranslation('request');
  const id = useId();
  return (
    <div>
      <span id={id} className={styles.label}>
        {t('resume')}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={answers.resume}
        onChange={(event) => answers.setResume(event.target.value as Resume)}
        options={resumes.map((choice) => ({ value: choice, label: t(`resume-${choice}`) }))}
        vertical
      />
    </div>
  );
}

function StepFieldsAsk({ decision, answers }: AsksProps) {
  const { task, fields, writeField, stepFieldsRef } = answers;
  const served = decision.problem?.problem.errors ?? [];
  if (!task) return null;
  return <StepFields {...{ task, served }} view={decision.view} values={fields} onChange={writeField} handle={stepFieldsRef} />;
}

function FormAsk({ decision, trial, answers }: AsksProps) {
  const { t } = useTranslation('request');
  if (!answers.check) return null;
  return (
    <section aria-label={t('operationForm')}>
      <CorrectionForm
        view={decision.view}
        check={answers.check}
        wire={answers.form}
        said={trial.fresh ? (trial.data?.problems ?? []) : []}
        disabled={decision.busy}
        onChange={answers.writeForm}
      />
    </section>
  );
}

/** How each thing that a press may bring is asked. A new one is asked here; null: it comes with the button, or is asked below. */
const INPUTS: Record<Asked, ((props: AsksProps) => ReactNode) | null> = {
  person: PersonAsk,
  to: TargetAsk,
  resume: ResumeAsk,
  stance: ({ answers }) => <StanceInput value={answers.stance} lacking={null} onChange={answers.setStance} />,
  fields: StepFieldsAsk,
  form: FormAsk,
  comment: null,
  step: null,
  again: null,
  choices: null,
};

/** In the order in which they are asked. */
const ORDER = Object.keys(INPUTS) as Asked[];

function CommentAsk({ decision, option, answers, onSend }: AsksProps & { onSend: (() => void) | undefined }) {
  const { t } = useTranslation('request');
  const id = useId();
  const must = option.needsComment;
  const back = answers.asks.includes('to');
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {back ? t('returnComment') : t(must ? 'operationReason' : 'operationComment')}
        {must && !back ? <small>{t('operationReasonHint')}</small> : null}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={2000}
        data-first={back}
        value={decision.draft.comment}
        aria-required={must}
        onChange={(event) => decision.change({ comment: event.target.value })}
        onKeyDown={onSendKeys(onSend)}
      />
    </div>
  );
}

/** What is asked before a press: a person, where to, an opinion, fields, the form; and the reason. */
export function Asks({ onSend, ...props }: AsksProps & { onSend: (() => void) | undefined }) {
  const { answers, option } = props;
  return (
    <div className={styles.asks}>
      {ORDER.filter((asked) => answers.asks.includes(asked)).map((asked) => {
        const Ask = INPUTS[asked];
        return Ask ? <Ask key={asked} {...props} /> : null;
      })}
      {option.asks.includes('comment') ? <CommentAsk {...props} onSend={onSend} /> : null}
    </div>
  );
}
