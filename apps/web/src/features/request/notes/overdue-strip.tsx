import { Button } from 'antd';
import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { dueText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useSendCommand } from '../../../shared/state/sending/send-command';
import { useMe } from '../../../shared/state/session';
import { showToast } from '../../../shared/state/toasts';
import { commandOf } from '../decision/command-of';
import styles from './overdue-strip.module.css';

/** Steps that are late, by how much and whom they wait for; whoever may reminds the others here, or reads when they may again. */
export function OverdueStrip({ view }: { view: RequestView }) {
  const { t } = useTranslation(['request', 'kit']);
  const words = useWords();
  const language = useLanguage();
  const me = useMe().person.id;
  const now = new Date();
  // The reader stands first; of many, the first is named.
  const whom = (people: RequestView['current'][number]['people']): string => {
    const [own, others] = [people.filter(({ id }) => id === me), people.filter(({ id }) => id !== me)];
    const names = [...own.map(() => t('overdueYou')), ...others.map(({ name }) => words(name))];
    return names.length > 3 ? t('kit:severalPeople', { name: names[0] ?? '', others: names.length - 1 }) : names.join(t('joiner'));
  };
  const late = view.current.filter(({ dueAt }) => dueAt !== null && new Date(dueAt) < now);
  if (late.length === 0) return null;
  const othersHaveIt = late.some(({ people }) => people.some(({ id }) => id !== me));
  return (
    <section className={styles.strip} aria-label={t('overdueStrip')}>
      <AlarmClock size={14} aria-hidden />
      <div className={styles.said}>
        {late.map(({ step, title, people, dueAt }) => (
          <p key={step}>
            <b>{words(title)}</b> {dueText(dueAt ?? '', language, now).text}
            {people.length === 0 ? '' : ` · ${t('overdueWaits', { names: whom(people) })}`}
          </p>
        ))}
      </div>
      {othersHaveIt ? <Remind view={view} /> : null}
    </section>
  );
}

function Remind({ view }: { view: RequestView }) {
  const words = useWords();
  const { busy, send } = useSendCommand();
  const [sent, setSent] = useState(false);
  const option = view.allowed.find(({ command }) => command === 'urge');
  if (!option) return null;
  const reason = option.reason ? words(option.reason.text) : '';
  const press = async (): Promise<void> => {
    const { end } = await send(commandOf(view, option, { comment: '', stance: null, fields: {} }));
    if (end !== 'done') return;
    setSent(true);
    showToast({ id: 'decision', tone: 'done', text: words(option.past) });
  };
  return (
    <div className={styles.remind}>
      <Button
        size="small"
        className="finger"
        disabled={!option.enabled || sent}
        loading={busy}
        aria-description={reason || undefined}
        onClick={() => void press()}
      >
        {words(option.label)}
      </Button>
      {reason === '' ? null : <small className="hint">{reason}</small>}
    </div>
  );
}
