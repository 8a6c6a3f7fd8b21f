import { ownValue } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { StepFields } from '../inputs/task-inputs';
import type { AsksProps } from './asks-props';
import { CorrectionForm } from './correction-form';
import { PartAsk } from './part-ask';
import { RowsAsk } from './rows-ask';

/** What the step fills in, what is decided about the rows of a table, or the part that is paid. */
export function StepFieldsAsk({ decision, option, answers }: AsksProps) {
  const { task, fields, writeField, stepFieldsRef } = answers;
  const served = decision.error?.problem.errors ?? [];
  if (!task) return null;
  if (option.rows)
    return <RowsAsk view={decision.view} rows={option.rows} said={ownValue(fields, option.rows.table)} onChange={writeField} />;
  if (option.part !== null)
    return <PartAsk view={decision.view} table={option.part} said={ownValue(fields, option.part)} onChange={writeField} />;
  return <StepFields {...{ task, served }} view={decision.view} values={fields} onChange={writeField} handle={stepFieldsRef} />;
}

/** The whole form, as it is to be. */
export function FormAsk({ decision, trial, answers }: AsksProps) {
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
