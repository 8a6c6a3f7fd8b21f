import { Button } from 'antd';
import { CalendarOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { stampText } from '../../shared/format/moment';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { Avatar } from '../../shared/kit/avatar';
import { Chip, type ChipTone } from '../../shared/kit/chip';
import { Confirm } from '../../shared/kit/controls/confirm';
import { EmptyState, useProblemText } from '../../shared/kit/waiting/states';
import type { Absence } from '../../shared/state/away';
import { useSettleAbsence } from './absence-query';
import styles from './absence.module.css';

const TONES: Record<Absence['state'], ChipTone> = {
  asked: 'amber',
  accepted: 'teal',
  running: 'green',
  over: 'plain',
  declined: 'cinnabar',
  lapsed: 'plain',
  cancelled: 'plain',
};

/** Absences of one's own, planned and past. */
export function AbsenceList({ absences }: { absences: readonly Absence[] }) {
  const { t } = useTranslation('absence');
  const roving = useRovingFocus<HTMLUListElement>();
  if (absences.length === 0) return null;
  return (
    <section className={styles.list} aria-labelledby="absences">
      <h2 id="absences">{t('listTitle')}</h2>
      <ul className="card" {...roving}>
        {absences.map((absence) => (
          <AbsenceRow key={absence.id} absence={absence} other={absence.standIn} />
        ))}
      </ul>
    </section>
  );
}

/** Absences in which one stands in, or is asked to. */
export function AskedOfMe({ absences }: { absences: readonly Absence[] }) {
  const { t } = useTranslation('absence');
  const roving = useRovingFocus<HTMLUListElement>();
  if (absences.length === 0) return <EmptyState icon={<CalendarOff size={28} />} title={t('othersNone')} hint={t('othersNoneHint')} />;
  return (
    <section className={styles.list}>
      <p className="hint">{t('othersLead')}</p>
      <ul className="card" {...roving}>
        {absences.map((absence) => (
          <AbsenceRow key={absence.id} absence={absence} other={absence.person} mine />
        ))}
      </ul>
    </section>
  );
}

/** `mine`: the reader stands in. */
function AbsenceRow({ absence, other, mine = false }: { absence: Absence; other: Absence['person']; mine?: boolean }) {
  const { t } = useTranslation('absence');
  const words = useWords();
  const language = useLanguage();
  const { from, to, reason, state, processes, enteredBy } = absence;
  const time = `${stampText(from, language)} – ${stampText(to, language)}`;
  return (
    <li className={styles.row} data-roving>
      <Avatar person={other} />
      <span className={styles.task}>
        <span>
          <b>{words(other.name)}</b> {time}
        </span>
        <span className="hint">
          {[
            t(`reason-${reason}`),
            processes.length === 0 ? t('processesAll') : processes.map(words).join(language === 'zh' ? '、' : ', '),
            ...(enteredBy ? [t('enteredBy', { name: words(enteredBy.name) })] : []),
          ].join(' · ')}
        </span>
      </span>
      <Chip tone={TONES[state]}>{t(mine && state === 'asked' ? 'state-asked-you' : `state-${state}`)}</Chip>
      <Ways absence={absence} mine={mine} />
    </li>
  );
}

function Ways({ absence: { id, state }, mine }: { absence: Absence; mine: boolean }) {
  const { t } = useTranslation(['absence', 'frame']);
  const problemText = useProblemText();
  const { mutate, isPending, error } = useSettleAbsence();
  if (!['asked', 'accepted', 'running'].includes(state)) return null;
  const answers = mine && state === 'asked';
  return (
    <span className={styles.ways}>
      {answers ? (
        <>
          <Button type="primary" loading={isPending} onClick={() => mutate({ id, how: 'accept' })}>
            {t('accept')}
          </Button>
          <Button loading={isPending} onClick={() => mutate({ id, how: 'decline' })}>
            {t('decline')}
          </Button>
        </>
      ) : (
        <Confirm
          title={t(state === 'running' ? 'endTitle' : 'cancelTitle')}
          description={t(state === 'running' ? 'endText' : 'cancelText')}
          okText={t(state === 'running' ? 'end' : 'cancel')}
          cancelText={t('frame:cancel')}
          onConfirm={() => mutate({ id, how: 'end' })}
        >
          <Button loading={isPending}>{t(mine ? 'noLonger' : state === 'running' ? 'end' : 'cancel')}</Button>
        </Confirm>
      )}
      {error ? (
        <span role="alert" className={styles.fault}>
          {problemText(error)}
        </span>
      ) : null}
    </span>
  );
}
