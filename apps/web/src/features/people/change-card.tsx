import { GRADES, RIGHT_TITLE, RIGHTS, type Grade, type RightName } from '@countersign/domain';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, PersonPicker, useCompanyDay } from '../../shared/form';
import { useWords } from '../../shared/i18n/use-language';
import { showToast } from '../../shared/state/toasts';
import { BrokenRoutes, MergedDuties, MovedTasks } from './change-effect';
import { useHandChange, usePersonDesk, useRoles, type ChangeTrial, type HandChange } from './people-query';
import { Faults } from '../../shared/kit/waiting/faults';
import styles from './person-page.module.css';

/** What is to be changed, of whom or what, as it stands. */
export interface Asked {
  kind: HandChange['kind'];
  post?: string;
  person?: string;
  role?: string;
  grade?: Grade;
  rights?: RightName[];
  active?: boolean;
  /** The end of the post is taken away. */
  open?: boolean;
}

const DAY_OF = { give: 'fieldFrom', end: 'fieldEnd', substitute: 'fieldUntil' } as const;

function useDraft(asked: Asked) {
  const today = useCompanyDay();
  const [day, setDay] = useState<string | null>(asked.kind === 'substitute' ? null : today());
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState(asked.role);
  const [grade, setGrade] = useState(asked.grade);
  const [rights, setRights] = useState(asked.rights ?? []);
  const desk = usePersonDesk(person ?? '').data;
  const superior = person === null ? undefined : desk?.posts.find(({ state }) => state === 'held')?.id;
  const { kind, post } = asked;
  const change = ((): HandChange | null => {
    if (kind === 'give' || kind === 'substitute') return day && person && post ? { kind, post, person, day } : null;
    if (kind === 'end') return asked.open ? { kind, ...(post && { post }) } : day && post ? { kind, post, day } : null;
    if (kind === 'superior') return superior && post ? { kind, post, superior } : null;
    if (kind === 'role') return role && grade && post ? { kind, post, role, grade } : null;
    if (!asked.person) return null;
    return kind === 'account' ? { kind, person: asked.person, active: asked.active === true } : { kind, person: asked.person, rights };
  })();
  return { change, day, setDay, person, setPerson, role, setRole, grade, setGrade, rights, setRights };
}

type Draft = ReturnType<typeof useDraft>;

function Fields({ asked: { kind, open }, draft }: { asked: Asked; draft: Draft }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const id = useId();
  const roles = useRoles(kind === 'role') ?? [];
  const day = kind === 'give' || kind === 'substitute' || (kind === 'end' && !open) ? DAY_OF[kind] : null;
  return (
    <div className={styles.fields}>
      {kind === 'give' || kind === 'substitute' || kind === 'superior' ? (
        <div>
          <label id={`${id}-who-label`} htmlFor={`${id}-who`}>
            {t(kind === 'superior' ? 'fieldSuperior' : 'fieldPerson')}
          </label>
          <PersonPicker id={`${id}-who`} labelId={`${id}-who-label`} value={draft.person} onChange={draft.setPerson} />
        </div>
      ) : null}
      {day ? (
        <div>
          <label htmlFor={`${id}-day`}>{t(day)}</label>
          <DayField id={`${id}-day`} value={draft.day} onChange={draft.setDay} takes={{ notBefore: 'today' }} />
        </div>
      ) : null}
      {kind === 'role' ? (
        <>
          <div>
            <label htmlFor={`${id}-role`}>{t('fieldRole')}</label>
            <Select
              id={`${id}-role`}
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.role}
              onChange={draft.setRole}
              options={roles.map(({ key, title }) => ({ value: key, label: words(title) }))}
            />
          </div>
          <div>
            <label htmlFor={`${id}-grade`}>{t('fieldGrade')}</label>
            <Select
              id={`${id}-grade`}
              value={draft.grade}
              onChange={draft.setGrade}
              options={GRADES.map((grade) => ({ value: grade, label: t(`grade-${grade}`) }))}
            />
          </div>
        </>
      ) : null}
      {kind === 'rights' ? (
        <div>
          <label htmlFor={`${id}-rights`}>{t('fieldRights')}</label>
          <Select
            id={`${id}-rights`}
            mode="multiple"
            value={draft.rights}
            onChange={draft.setRights}
            options={RIGHTS.map((right) => ({ value: right, label: words(RIGHT_TITLE[right]) }))}
          />
        </div>
      ) : null}
    </div>
  );
}

/** One change by hand: what it asks for, what it would do, and only then the press that does it. */
export function ChangeCard({ asked, title, onDone }: { asked: Asked; title: string; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const draft = useDraft(asked);
  const { change } = draft;
  const [tried, setTried] = useState<{ of: string; trial: ChangeTrial } | null>(null);
  const { mutateAsync, isPending, error } = useHandChange();
  const fits = change !== null && tried?.of === JSON.stringify(change);
  const go = async (trial: boolean): Promise<void> => {
    if (change === null) return;
    const standing = trial ? undefined : tried?.trial.standing;
    const found = await mutateAsync({ trial, change, standing }).catch(() => null);
    // What was not done is tried again first: it may do something else by now.
    if (found === null) return setTried(null);
    if (trial) return setTried({ of: JSON.stringify(change), trial: found });
    showToast({ id: 'hand-change', tone: 'done', text: t('saved') });
    onDone();
  };
  const why = change === null ? t('missing') : fits ? '' : t('tryFirst');
  return (
    <section className={`card ${styles.change}`} aria-label={title}>
      <b>{title}</b>
      <Fields asked={asked} draft={draft} />
      {error ? <Faults error={error} className={styles.faults} /> : null}
      {fits && tried ? (
        <div role="status">
          <MovedTasks tasks={tried.trial.openTasks} />
          <BrokenRoutes broken={tried.trial.broken} />
          <MergedDuties duties={tried.trial.duties} />
        </div>
      ) : null}
      <footer>
        <span className={styles.hint}>{why}</span>
        <button type="button" className={`plain ${styles.press}`} onClick={onDone}>
          {t('giveUp')}
        </button>
        <button
          type="button"
          className={`plain ${styles.press}`}
          data-main={!fits}
          disabled={change === null || isPending}
          onClick={() => void go(true)}
        >
          {t('tryOut')}
        </button>
        <button
          type="button"
          className={`plain ${styles.press}`}
          data-main={fits}
          disabled={!fits || isPending}
          onClick={() => void go(false)}
        >
          {t('save')}
        </button>
      </footer>
    </section>
  );
}
