import { Input } from 'antd';
import { ArrowRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, useCompanyDay } from '../../../shared/form';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { showToast } from '../../../shared/state/toasts';
import { useChangeLimits, type ChangedRoute, type LimitChange, type LimitsTrial } from './limits-query';
import { Faults } from '../../../shared/kit/waiting/faults';
import styles from './limits.module.css';

function Route({ route }: { route: ChangedRoute }) {
  const { t } = useTranslation('limits');
  const words = useWords();
  const language = useLanguage();
  const said = (money: ChangedRoute['above']): string => (money ? amountText(money, language, 'if-any') : '');
  const names = (people: ChangedRoute['before']): string => people.map(({ name }) => words(name)).join(t('comma')) || t('nobody');
  const band = !route.upTo
    ? t('bandAbove', { above: said(route.above) })
    : t('band', { above: said(route.above) || '0', upTo: said(route.upTo) });
  return (
    <li data-stuck={route.after.length === 0}>
      <b>
        {words(route.process)} · {words(route.step)}
      </b>
      <span>
        {band}
        {route.plan === 'over' ? ` · ${t('plan-over')}` : ''}
      </span>
      <span className={styles.move}>
        <s>{names(route.before)}</s> <ArrowRight size={14} aria-hidden /> {names(route.after)}
      </span>
      <small title={route.units.map((unit) => words(unit)).join(t('comma'))}>{t('units', { count: route.units.length })}</small>
    </li>
  );
}

function Found({ trial }: { trial: LimitsTrial }) {
  const { t } = useTranslation('limits');
  const words = useWords();
  const { routes, stuck, complete, openTasks } = trial;
  return (
    <div className={styles.found} role="status">
      <h3>{t('routes', { count: routes.length })}</h3>
      <ul>
        {routes.map((route, at) => (
          <Route key={at} route={route} />
        ))}
      </ul>
      <h3>{t('tasks', { count: openTasks?.moved ?? 0 })}</h3>
      <ul>
        {(openTasks?.items ?? []).map(({ request, number, step, from, to, blocked }) => (
          <li key={`${request} ${step.zh}`} data-stuck={blocked}>
            <b>{number}</b>
            <span>{words(step)}</span>
            <span className={styles.move}>
              <s>{from.map(({ name }) => words(name)).join(t('comma'))}</s> <ArrowRight size={14} aria-hidden />{' '}
              {to.map(({ name }) => words(name)).join(t('comma')) || t('nobody')}
            </span>
          </li>
        ))}
      </ul>
      <p data-good={stuck === 0}>{stuck === 0 ? t('allCovered') : t('stuck', { count: stuck })}</p>
      {complete ? null : <p>{t('someUnits')}</p>}
    </div>
  );
}

interface PanelProps {
  changes: LimitChange[];
  /** Something that was typed is no limit. */
  wrong: boolean;
  onDone: () => void;
}

/** What a set of changes would do, from when and why; nothing is saved before it was looked at. */
export function ChangePanel({ changes, wrong, onDone }: PanelProps) {
  const { t } = useTranslation('limits');
  const id = useId();
  const today = useCompanyDay();
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<{ of: string; trial: LimitsTrial } | null>(null);
  const { mutateAsync, isPending, error } = useChangeLimits();
  const asked = { changes, from: from === null || from === today() ? undefined : from, reason: reason.trim() };
  const fits = tried?.of === JSON.stringify(asked);
  const go = async (trial: boolean): Promise<void> => {
    const found = await mutateAsync({ ...asked, trial }).catch(() => null);
    if (found === null) return;
    if (trial) return setTried({ of: JSON.stringify(asked), trial: found });
    showToast({ id: 'limits-changed', tone: 'done', text: t('done') });
    onDone();
  };
  return (
    <aside className={styles.panel} aria-label={t('panel')}>
      <h2>{t('panel')}</h2>
      <p>{changes.length === 0 ? t('noChanges') : t('changes', { count: changes.length })}</p>
      {wrong ? <p role="alert">{t('wrong')}</p> : null}
      <label htmlFor={`${id}-from`}>
        {t('from')}
        <DayField id={`${id}-from`} value={from ?? today()} onChange={setFrom} takes={{ notBefore: 'today' }} />
      </label>
      <label htmlFor={`${id}-why`}>
        {t('reason')}
        <Input.TextArea id={`${id}-why`} rows={2} maxLength={180} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      {error ? <Faults error={error} className={styles.faults} /> : null}
      {tried && fits ? <Found trial={tried.trial} /> : null}
      {changes.length > 0 && !wrong && !fits ? <p className={styles.hint}>{t(reason.trim() === '' ? 'reasonFirst' : 'tryFirst')}</p> : null}
      <footer>
        <button type="button" className={`plain ${styles.press}`} disabled={changes.length === 0 && !wrong} onClick={onDone}>
          {t('giveUp')}
        </button>
        <button
          type="button"
          className={`plain ${styles.press}`}
          data-main={!fits}
          disabled={changes.length === 0 || wrong || reason.trim() === '' || isPending}
          onClick={() => void go(true)}
        >
          {t('try')}
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
    </aside>
  );
}
