import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestQuery, timelineQuery } from '../../../shared/api/request-query';
import type { RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { PhoneTop } from '../../../shared/kit/phone-top';
import { PageBones } from '../../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../../shared/kit/waiting/states';
import { useSayWhere } from '../../../shared/state/crumbs';
import { useMe } from '../../../shared/state/session';
import { useViewport } from '../../../shared/state/viewport';
import { planOf, type Plan, type PlanShown } from './plan';
import { PlanChart } from './plan-chart';
import { PlanSide } from './plan-side';
import styles from './plan-page.module.css';

function Headline({ view, plan }: { view: RequestView; plan: Plan }) {
  const { t } = useTranslation(['stores', 'list']);
  const words = useWords();
  const label = words(plan.label);
  const count = Math.abs(plan.today);
  const until =
    plan.today === 0
      ? t('list:untilToday', { label })
      : plan.today < 0
        ? t('list:until', { label, count })
        : t('list:since', { label, count });
  const items = plan.groups.flatMap(({ rows }) => rows);
  const settled = items.filter(({ item }) => item.state !== 'open').length;
  const late = items.filter(({ state }) => state === 'late').length;
  return (
    <header className={styles.head}>
      <h1>
        {words(view.rowTitle)} <b>{until}</b>
      </h1>
      <p>
        {t('planSum', { all: items.length, settled })}
        {late > 0 ? <span className={styles.hot}>{t('planLate', { count: late })}</span> : null}
        <span className={styles.faint}> · {view.number}</span>{' '}
        <Link to="/requests/$id" params={{ id: view.id }} className={styles.link}>
          {t('toRequest')}
        </Link>
      </p>
    </header>
  );
}

function Afterwards({ id }: { id: string }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const ahead = useQuery(timelineQuery(id)).data?.expected.filter(({ current, skipped }) => !current && skipped === null) ?? [];
  if (ahead.length === 0) return null;
  return (
    <section className={styles.afterwards}>
      <h2>{t('afterwards')}</h2>
      <ol>
        {ahead.map(({ step, title, people }) => (
          <li key={step}>
            {words(title)} <span className={styles.faint}>{people.map(({ name }) => words(name)).join(t('joiner'))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Early({ view }: { view: RequestView }) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const [step] = view.current;
  return (
    <EmptyState
      page
      title={t(view.lists.length > 0 ? 'planNoDay' : 'planEarly')}
      hint={step ? t('planEarlyHint', { step: words(step.title) }) : undefined}
      action={
        <Link to="/requests/$id" params={{ id: view.id }}>
          {t('toRequest')}
        </Link>
      }
    />
  );
}

/** A request’s lists as a plan in T-days: what is done, what waits for what, who is late, and what moves with the day. */
export function PlanPage() {
  const { t } = useTranslation('stores');
  const words = useWords();
  const { id } = useParams({ from: '/framed/stores/plans/$id' });
  const navigate = useNavigate();
  const phone = useViewport() === 'phone';
  const hasDesk = useMe().desks.includes('stores');
  const [shown, show] = useState<PlanShown>('open');
  const { data: view, error, refetch } = useQuery(requestQuery(id));
  const title = view ? words(view.rowTitle) : '';
  useSayWhere([{ text: t('title'), ...(hasDesk ? { to: '/stores' } : {}) }, { text: title === '' ? t('crumbPlan') : title }]);
  if (!view) return error ? <ErrorState page error={error} retry={() => void refetch()} /> : <PageBones />;
  const plan = planOf(view.lists);
  const back = () => void navigate(hasDesk ? { to: '/stores', search: {} } : { to: '/requests/$id', params: { id } });
  if (!plan)
    return (
      <>
        {phone ? <PhoneTop quiet={t('crumbPlan')} onBack={back} /> : null}
        <Early view={view} />
      </>
    );
  return (
    <>
      {phone ? <PhoneTop quiet={t('crumbPlan')} onBack={back} /> : null}
      <div className={styles.page}>
        <div className={styles.column}>
          <Headline view={view} plan={plan} />
          <PlanChart plan={plan} shown={shown} onShow={show} />
          <Afterwards id={id} />
        </div>
        <PlanSide plan={plan} lists={view.lists} />
      </div>
    </>
  );
}
