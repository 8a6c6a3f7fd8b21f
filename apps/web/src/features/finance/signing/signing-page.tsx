import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFilterNames } from '../../../shared/filter/use-filter-names';
import { amountText } from '../../../shared/format/amount';
import { calendarDayText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { PhoneTop } from '../../../shared/kit/phone-top';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../../shared/kit/waiting/states';
import { useSayWhere } from '../../../shared/state/crumbs';
import { useViewport } from '../../../shared/state/viewport';
import { FinanceTabs } from '../finance-tabs';
import { NotSigning, SignerCard } from './signer-card';
import { SigningBar, type AskProps } from './signing-bar';
import { stepShown, useSigning, type Signing, type SigningStep } from './signing-query';
import type { SigningSearch } from './signing-search';
import { SigningSide } from './signing-side';
import styles from './signing.module.css';

function Finding({ answer, step, search }: { answer: Signing; step: SigningStep; search: SigningSearch }) {
  const { t } = useTranslation('signing');
  const words = useWords();
  const language = useLanguage();
  const day = calendarDayText(answer.date, language);
  const amount = answer.amount ? amountText(answer.amount, language, 'if-any') : '';
  const asked = {
    day,
    unit: words(answer.unit.name),
    amount,
    process: words(answer.process),
    step: words(step.title),
    count: step.may.length,
  };
  return (
    <header className={styles.finding}>
      <h1>
        {t(answer.amount ? 'finding' : 'findingPlain', asked)}{' '}
        {search.known === 'then' ? <small className={styles.asKnown}>{t('asKnown', { day })}</small> : null}
      </h1>
      <p>
        {answer.requester
          ? t(answer.assumed ? 'requesterAssumed' : 'requesterIs', { name: words(answer.requester.name) })
          : t('requesterNobody')}
        {answer.amount || step.ladder.length === 0 ? '' : t('noAmount')}
        {step.comes ? '' : t('doesNotCome')}
      </p>
    </header>
  );
}

function Answer({ answer, ...ask }: AskProps & { answer: Signing }) {
  const { t } = useTranslation('signing');
  const step = stepShown(answer, ask.search.step);
  if (step === undefined) return <EmptyState title={t('noSteps')} />;
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <Finding answer={answer} step={step} search={ask.search} />
        {step.may.length === 0 ? <EmptyState title={t('nobody')} hint={t('nobodyHint')} /> : null}
        <ul className={styles.signers}>
          {step.may.map((signer) => (
            <SignerCard key={signer.person?.id} signer={signer} />
          ))}
        </ul>
        {step.mayNot.length > 0 ? <NotSigning people={step.mayNot} more={step.more} /> : null}
      </div>
      <SigningSide answer={answer} step={step} {...ask} />
    </div>
  );
}

/** Who may sign a case of some kind, amount and unit, on which day; who not, and why. */
export function SigningPage() {
  const { t } = useTranslation('signing');
  const search = useSearch({ from: '/framed/finance/who-may-sign' });
  const navigate = useNavigate({ from: '/finance/who-may-sign' });
  const { processes } = useFilterNames();
  const query = useSigning(search, processes[0]?.value);
  const phone = useViewport() === 'phone';
  useSayWhere([{ text: t('finance'), to: '/finance' }, { text: t('title') }]);
  const onChange = (change: Partial<SigningSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop title={t('title')} /> : null}
      <FinanceTabs />
      <div className={styles.content}>
        <SigningBar search={search} onChange={onChange} answer={query.data} />
        {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
        {query.data && !query.isError ? <Answer answer={query.data} search={search} onChange={onChange} /> : null}
        {query.isPending ? <RowBones rows={4} /> : null}
      </div>
    </div>
  );
}
