import { Input, Select } from 'antd';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, PersonPicker } from '../../../shared/form';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { typedLimit } from './limits-table';
import type { Grant, LimitChange } from './limits-query';
import styles from './limits.module.css';

interface ExceptionsProps {
  grants: readonly Grant[];
  matters: readonly { matter: string; title: Grant['title'] }[];
  /** Null: they are only read. */
  onAdd: ((change: LimitChange) => void) | null;
}

function NewException({ matters, onAdd }: { matters: ExceptionsProps['matters']; onAdd: (change: LimitChange) => void }) {
  const { t } = useTranslation('limits');
  const words = useWords();
  const id = useId();
  const [person, setPerson] = useState<string | null>(null);
  const [matter, setMatter] = useState(matters[0]?.matter ?? '');
  const [amount, setAmount] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const limit = amount.trim() === '' ? null : typedLimit(amount);
  const whole = person !== null && matter !== '' && limit?.amount != null && until !== null;
  const add = (): void => {
    if (person === null || limit?.amount == null) return;
    onAdd({ person, matter, plan: 'in', amount: limit.amount, validTo: until });
    setPerson(null);
    setAmount('');
  };
  return (
    <div className={styles.fresh}>
      <label id={`${id}-person`} htmlFor={`${id}-who`}>
        {t('toWhom')}
      </label>
      <PersonPicker id={`${id}-who`} labelId={`${id}-person`} value={person} onChange={setPerson} />
      <Select
        aria-label={t('matter')}
        value={matter}
        options={matters.map((each) => ({ value: each.matter, label: words(each.title) }))}
        onChange={setMatter}
        popupMatchSelectWidth={false}
      />
      <Input
        aria-label={t('limit')}
        prefix="¥"
        inputMode="decimal"
        maxLength={24}
        value={amount}
        onChange={({ target }) => setAmount(target.value)}
      />
      <label htmlFor={`${id}-until`}>
        {t('until')}
        <DayField id={`${id}-until`} value={until} onChange={setUntil} takes={{ notBefore: 'today' }} />
      </label>
      <button type="button" className={`plain ${styles.press}`} disabled={!whole} onClick={add}>
        <Plus size={16} aria-hidden /> {t('addException')}
      </button>
      {whole ? null : <p className={styles.hint}>{t('exceptionNeeds')}</p>}
    </div>
  );
}

/** Limits of single people, each with its end. */
export function Exceptions({ grants, matters, onAdd }: ExceptionsProps) {
  const { t } = useTranslation('limits');
  const words = useWords();
  const language = useLanguage();
  const own = grants.filter(({ person }) => person !== null);
  return (
    <section className={styles.all} aria-label={t('exceptions')}>
      <h2>
        {t('exceptions')} <small>{t('exceptionsHint')}</small>
      </h2>
      {own.length === 0 ? <p className={styles.hint}>{t('noExceptions')}</p> : null}
      <ul className="card" hidden={own.length === 0}>
        {own.map(({ id, person, title, limit, source, validTo, inForce }) =>
          person === null ? null : (
            <li key={id} className={styles.exception} data-over={!inForce}>
              <Avatar person={person} />
              <b>{words(person.name)}</b>
              <span>{words(title)}</span>
              <span className={styles.figure}>
                {limit === null ? t('upward') : limit === 'no-limit' ? t('unlimited') : amountText(limit, language, 'if-any')}
              </span>
              <span>{source}</span>
              <span className={styles.figure}>{validTo ? t(inForce ? 'till' : 'tillOver', { day: validTo }) : t('open')}</span>
            </li>
          ),
        )}
      </ul>
      {onAdd ? <NewException matters={matters} onAdd={onAdd} /> : null}
    </section>
  );
}
