import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { amountText } from '../format/amount';
import { useLanguage, useWords } from '../i18n/use-language';
import styles from './found-changes.module.css';

export type Found = components['schemas']['LimitsView'];
type ChangedRoute = Found['routes'][number];

function Route({ route }: { route: ChangedRoute }) {
  const { t } = useTranslation('authority');
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

/** What a change of authority would do: cases and open tasks that go to somebody else, and where nobody is left. */
export function FoundChanges({ found }: { found: Found }) {
  const { t } = useTranslation('authority');
  const words = useWords();
  const { routes, stuck, complete, openTasks } = found;
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
