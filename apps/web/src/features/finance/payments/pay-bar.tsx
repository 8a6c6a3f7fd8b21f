import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../shared/export/export-button';
import { largestOf, sumText } from '../../../shared/format/money-sum';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';
import { usePay, type Payment } from './payments-query';
import styles from './payments.module.css';

const LONGEST_SLIP = 60;
const AMOUNT = /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/;
const wrongPart = (amount: string | null): boolean => amount !== null && !AMOUNT.test(amount);

interface PayBarProps {
  payments: readonly Payment[];
  /** Why payments were not taken, by their tasks. */
  onReasons: (reasons: ReadonlyMap<string, string>) => void;
  /** Requests that were paid. */
  onPaid: (requests: readonly string[]) => void;
}

/** What is chosen, its file for the bank, and the press that says it was paid. */
export function PayBar({ payments, onReasons, onPaid }: PayBarProps) {
  const { t } = useTranslation('payments');
  const language = useLanguage();
  const words = useWords();
  const problemText = useProblemText();
  const [slip, setSlip] = useState('');
  const [part, setPart] = useState('');
  const [one, another] = payments;
  const parting = one && !another && one.inParts && one.left ? one.left : null;
  const amount = parting && part.trim() !== '' ? part.trim() : null;
  const { mutateAsync, isPending } = usePay();
  const amounts = payments.map(({ left }) => left);
  const largest = largestOf(payments.map(({ left }) => ({ amount: left })))?.amount;
  const whyNot = payments.length === 0 ? t('needsChoice') : slip.trim() === '' ? t('needsSlip') : wrongPart(amount) ? t('wrongPart') : null;
  const press = async (): Promise<void> => {
    try {
      const { items } = await mutateAsync({ payments, slip: slip.trim(), amount });
      const refused = items.filter(({ status }) => status === 'refused' || status === 'not-begun');
      const rest = new Map(refused.map(({ task, reason }) => [task, reason ? words(reason.text) : t('openYet')]));
      onReasons(rest);
      const done = items.filter(({ task }) => !rest.has(task));
      onPaid(done.flatMap(({ requestId }) => requestId ?? []));
      if (refused.length === 0) {
        setSlip('');
        setPart('');
      }
      showToast({
        id: 'payments',
        tone: refused.length > 0 ? 'problem' : 'done',
        text: refused.length > 0 ? t('refused', { count: refused.length }) : t('paid', { count: done.length }),
      });
    } catch (error) {
      showToast({ id: 'payments', tone: 'problem', text: problemText(error) });
    }
  };
  return (
    <footer className={styles.bar}>
      <p>
        {t('chosen', { count: payments.length })} <b>{payments.length > 0 ? t('sum', { amount: sumText(amounts, language) }) : ''}</b>{' '}
        <small>{largest ? t('largest', { amount: sumText([largest], language, 'if-any') }) : ''}</small>
      </p>
      <span className={styles.space} />
      {payments.length > 0 ? (
        <ExportButton list="payments" filters={{ only: payments.map(({ requestId }) => requestId).join(',') }} />
      ) : null}
      {parting ? (
        <Input
          className={styles.partSum}
          value={part}
          maxLength={20}
          inputMode="decimal"
          aria-label={t('partOf', { amount: sumText([parting], language) })}
          placeholder={t('partOf', { amount: sumText([parting], language) })}
          onChange={({ target }) => setPart(target.value)}
        />
      ) : null}
      <Input
        className={styles.slip}
        value={slip}
        maxLength={LONGEST_SLIP}
        aria-label={t('slipHint')}
        placeholder={t('slipHint')}
        onChange={({ target }) => setSlip(target.value)}
      />
      <small>{whyNot}</small>
      <Button type="primary" disabled={whyNot !== null} loading={isPending} onClick={() => void press()}>
        {t('pay')}
      </Button>
    </footer>
  );
}
