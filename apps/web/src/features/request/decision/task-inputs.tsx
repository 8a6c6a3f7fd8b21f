import type { Json, Stance } from '@countersign/domain';
import { Radio } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTask } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import styles from './decision.module.css';
import type { Decision } from './use-decision';

/** Most decisions write no field: the form controls come only with a step that asks for one. */
const FieldInput = lazy(() => import('../../../shared/form').then((form) => ({ default: form.FieldInput })));

const stances: Stance[] = ['for', 'conditional', 'against'];

/** The stance of an opinion. */
export function StanceInput({ value, onChange }: { value: Stance | null; onChange: (stance: Stance) => void }) {
  const { t } = useTranslation('request');
  return (
    <Radio.Group
      className={styles.stance}
      aria-label={t('stance')}
      value={value}
      onChange={(event) => onChange(event.target.value as Stance)}
      options={stances.map((stance) => ({ value: stance, label: t(`stance-${stance}`) }))}
    />
  );
}

interface FieldsProps {
  task: OwnTask;
  values: WireForm;
  onChange: (key: string, value: Json) => void;
  requestId: string;
}

/** The fields that a step writes. */
export function StepFields({ task, values, onChange, requestId }: FieldsProps) {
  const { t } = useTranslation('request');
  return (
    <section className={styles.fields} aria-label={t('fieldsTitle')}>
      <Suspense fallback={null}>
        {task.fields.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            value={values[field.key] ?? (task.values[field.key] as never) ?? undefined}
            onChange={(value) => onChange(field.key, value)}
            required={task.required.includes(field.key)}
            requestId={requestId}
          />
        ))}
      </Suspense>
    </section>
  );
}

/** What the step asks besides yes or no: the stance of an opinion, and the fields that it writes. */
export function TaskInputs({ decision }: { decision: Decision }) {
  const { task, id } = decision.view;
  const { draft } = decision;
  if (!task) return null;
  return (
    <>
      {task.signed ? <StanceInput value={draft.stance} onChange={(stance) => decision.change({ stance })} /> : null}
      {task.fields.length > 0 ? <StepFields task={task} values={draft.fields} onChange={decision.writeField} requestId={id} /> : null}
    </>
  );
}
