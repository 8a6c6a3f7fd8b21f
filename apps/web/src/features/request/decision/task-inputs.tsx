import type { Stance } from '@countersign/domain';
import { Radio } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './decision.module.css';
import type { Decision } from './use-decision';

/** Most decisions write no field: the form controls come only with a step that asks for one. */
const FieldInput = lazy(() => import('../../../shared/form').then((form) => ({ default: form.FieldInput })));

const stances: Stance[] = ['for', 'conditional', 'against'];

/** What the step asks besides yes or no: the stance of an opinion, and the fields that it writes. */
export function TaskInputs({ decision }: { decision: Decision }) {
  const { t } = useTranslation('request');
  const { task, id } = decision.view;
  const { draft } = decision;
  if (!task) return null;
  return (
    <>
      {task.signed ? (
        <Radio.Group
          className={styles.stance}
          aria-label={t('stance')}
          value={draft.stance}
          onChange={(event) => decision.change({ stance: event.target.value as Stance })}
          options={stances.map((stance) => ({ value: stance, label: t(`stance-${stance}`) }))}
        />
      ) : null}
      {task.fields.length > 0 ? (
        <section className={styles.fields} aria-label={t('fieldsTitle')}>
          <Suspense fallback={null}>
            {task.fields.map((field) => (
              <FieldInput
                key={field.key}
                field={field}
                value={draft.fields[field.key] ?? (task.values[field.key] as never) ?? undefined}
                onChange={(value) => decision.writeField(field.key, value)}
                required={task.required.includes(field.key)}
                requestId={id}
              />
            ))}
          </Suspense>
        </section>
      ) : null}
    </>
  );
}
