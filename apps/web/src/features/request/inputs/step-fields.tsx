import { ownValue, type Definition, type Json } from '@countersign/domain';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTask, RequestView } from '../../../shared/api/wire';
import { checkForm, FieldInput, useFaultsAt, type FormCheck, type WireForm } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { addedColumns } from '../../../shared/words/column-total';
import styles from '../decision/decision.module.css';
import type { StepFieldsHandle, StepFieldsProps } from './task-inputs';

const NO_SURROUNDINGS = { params: {}, requesterRoles: [] };

/** Looks over what a step writes, as the engine will: by the whole form, of which the rest stands already. Pure. */
function checkStep(view: RequestView, task: OwnTask, written: WireForm): FormCheck {
  const own = new Set(task.fields.map(({ key }) => key));
  const asked = task.fields.map((field) => ({ ...field, required: task.required.includes(field.key) }));
  const fields = [...view.form.fields.filter(({ key }) => !own.has(key)), ...asked].map((field) => ({
    ...field,
    filledAt: 'start' as const,
  }));
  const known = Object.fromEntries(Object.entries(view.form.values).filter(([key]) => fields.some((field) => field.key === key)));
  const definition = { form: { fields }, parameters: [] } as unknown as Definition;
  const check = checkForm(definition, { ...known, ...written } as WireForm, view.form.surroundings ?? NO_SURROUNDINGS);
  const ofStep = ({ field }: { field: string }): boolean => own.has(field.split('.')[0] ?? '');
  return { ...check, missing: check.missing.filter(ofStep), invalid: check.invalid.filter(ofStep) };
}

/** The fields that a step writes, with what is wrong at each: once it was left, and all of them where a press found any. */
export function StepFields({ view, task, values, served, onChange, handle }: StepFieldsProps & { handle: Ref<StepFieldsHandle> }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const faultsAt = useFaultsAt();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const place = useRef<HTMLElement>(null);
  const wire = { ...task.values, ...values } as WireForm;
  const check = checkStep(view, task, wire);
  const faults = [...check.invalid, ...check.missing];
  useImperativeHandle(handle, () => ({
    isSound: () => {
      if (faults.length === 0) return true;
      setAll(true);
      const key = faults[0]?.field.split('.')[0] ?? '';
      requestAnimationFrame(() =>
        place.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"] :is(input, textarea, button)`)?.focus(),
      );
      return false;
    },
  }));
  const problemAt = (path: string): string | null => {
    const own = all || touched.has(path.split('.')[0] ?? '') ? faultsAt(path, faults, wire) : null;
    if (own !== null) return own;
    const said = served.find(({ field }) => field === path);
    return said ? words(said.message) : null;
  };
  return (
    <section ref={place} className={styles.fields} aria-label={t('fieldsTitle')}>
      {check.shown
        .filter(({ key }) => task.fields.some((field) => field.key === key))
        .map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            value={ownValue(wire, field.key) as Json | undefined}
            onChange={(value) => onChange(field.key, value)}
            onTouch={() => setTouched((before) => new Set([...before, field.key]))}
            required={task.required.includes(field.key)}
            added={addedColumns(field.key, check.shown)}
            problemAt={problemAt}
            requestId={view.id}
          />
        ))}
    </section>
  );
}
