import type { Json, Stance } from '@countersign/domain';
import { Button, Radio } from 'antd';
import { PencilLine } from 'lucide-react';
import { Suspense, useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTask, Problem, RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import { lazyPart } from '../../../shared/kit/waiting/lazy-part';
import styles from '../decision/decision.module.css';
import { setEditing, useEditing } from './editing';
import type { DecisionControls } from '../decision/use-decision';

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

/** The fields that the step writes, and those of the requester that its decider corrects. */
function withEdits(task: OwnTask): OwnTask {
  return {
    ...task,
    fields: [...task.fields, ...task.edits],
    values: { ...task.values, ...task.editValues },
    required: [...task.required, ...task.edits.flatMap(({ key, required }) => (required === true ? [key] : []))],
  };
}

/** Shows what may be corrected of the form, and what follows from it; put away, nothing of it is sent. */
function EditToggle({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  const { view, draft } = decision;
  const edits = view.task?.edits ?? [];
  const editing = useEditing(view.id, draft.fields, edits);
  if (edits.length === 0) return null;
  const put = (open: boolean): void => {
    setEditing(view.id, open);
    const own = new Set(edits.map(({ key }) => key));
    if (!open) decision.change({ fields: Object.fromEntries(Object.entries(draft.fields).filter(([key]) => !own.has(key))) });
  };
  return (
    <div className={styles.edits}>
      <Button type="link" icon={<PencilLine size={14} aria-hidden />} aria-expanded={editing} onClick={() => put(!editing)}>
        {t(editing ? 'editsPutAway' : 'edits')}
      </Button>
      {editing ? <small>{t('editsHint')}</small> : null}
    </div>
  );
}

/** What the step asks besides yes or no: the stance of an opinion, and the fields that it writes. */
export function TaskInputs({ decision }: { decision: DecisionControls }) {
  const { view, draft, lacking } = decision;
  const { task } = view;
  const editing = useEditing(view.id, draft.fields, task?.edits);
  // What is done item by item is written at its items.
  if (!task || view.lists.some(({ step }) => step === task.step)) return null;
  const asked = editing ? withEdits(task) : task;
  return (
    <>
      {task.signed ? (
        <StanceInput value={draft.stance} lacking={lacking.stance} onChange={(stance) => decision.change({ stance })} />
      ) : null}
      <EditToggle decision={decision} />
      {asked.fields.length > 0 ? (
        <StepFields
          {...{ view }}
          task={asked}
          values={draft.fields}
          served={decision.error?.problem.errors ?? []}
          onChange={decision.writeField}
          handle={decision.stepFieldsRef}
        />
      ) : null}
    </>
  );
}
