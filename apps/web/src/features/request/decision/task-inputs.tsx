import type { Json, Stance } from '@countersign/domain';
import { Radio } from 'antd';
import { Suspense, useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTask, Problem, RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import { lazyPart } from '../../../shared/kit/lazy-part';
import styles from './decision.module.css';
import type { Decision } from './use-decision';

export interface StepFieldsProps {
  view: RequestView;
  task: OwnTask;
  values: WireForm;
  /** What the server said about them, until something else is written. */
  served: NonNullable<Problem['errors']>;
  onChange: (key: string, value: Json) => void;
}

export interface StepFieldsHandle {
  /** Whether they can be sent; where not, every fault is said at its field, and the first has the focus. */
  isSound: () => boolean;
}

/** Most decisions write no field: the form controls and their rules come only with a step that asks for one. */
const LazyStepFields = lazyPart(() => import('./step-fields').then((part) => part.StepFields));

/** The fields that a step writes. */
export function StepFields(props: StepFieldsProps & { handle: Ref<StepFieldsHandle> }) {
  return (
    <Suspense fallback={null}>
      <LazyStepFields {...props} />
    </Suspense>
  );
}

const stances: Stance[] = ['for', 'conditional', 'against'];

/** The stance of an opinion; `lacking`: what to say where none was taken. */
export function StanceInput({
  value,
  lacking,
  onChange,
}: {
  value: Stance | null;
  lacking: string | null;
  onChange: (stance: Stance) => void;
}) {
  const { t } = useTranslation('request');
  const id = useId();
  return (
    <div>
      <Radio.Group
        className={styles.stance}
        aria-label={t('stance')}
        aria-describedby={lacking === null ? undefined : id}
        value={value}
        onChange={(event) => onChange(event.target.value as Stance)}
        options={stances.map((stance) => ({ value: stance, label: t(`stance-${stance}`) }))}
      />
      {lacking === null ? null : (
        <p id={id} className={styles.lacking} role="alert">
          {lacking}
        </p>
      )}
    </div>
  );
}

/** What the step asks besides yes or no: the stance of an opinion, and the fields that it writes. */
export function TaskInputs({ decision }: { decision: Decision }) {
  const { view, draft, lacking } = decision;
  const { task } = view;
  // What is done item by item is written at its items.
  if (!task || view.lists.some(({ step }) => step === task.step)) return null;
  return (
    <>
      {task.signed ? (
        <StanceInput value={draft.stance} lacking={lacking.stance} onChange={(stance) => decision.change({ stance })} />
      ) : null}
      {task.fields.length > 0 ? (
        <StepFields
          {...{ view, task }}
          values={draft.fields}
          served={decision.problem?.problem.errors ?? []}
          onChange={decision.writeField}
          handle={decision.stepFieldsRef}
        />
      ) : null}
    </>
  );
}
