import { Button, Checkbox, Input, Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../shared/form';
import { useProblemText } from '../../shared/kit/waiting/states';
import { useMe } from '../../shared/state/session';
import styles from './account.module.css';
import { useIssueToken, type IssuedToken, type Scope } from './tokens-query';

interface IssueFormProps {
  onIssued(token: IssuedToken): void;
  onCancel(): void;
}

const SCOPES: readonly Scope[] = ['read', 'act', 'admin'];
const DAYS = [7, 30, 90, 180, 365] as const;
const USUAL_DAYS = 90;

/** What a token is for, what it may do and for how long, and whose it is where one may issue them for others. */
export function IssueForm({ onIssued, onCancel }: IssueFormProps) {
  const { t } = useTranslation(['account', 'frame']);
  const problemText = useProblemText();
  const id = useId();
  const mayIssueForOthers = useMe().rights.includes('tokens.issue-others');
  const [name, setName] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [days, setDays] = useState<number>(USUAL_DAYS);
  const issue = useIssueToken(onIssued);
  const ready = name.trim() !== '' && scopes.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) issue.mutate({ name: name.trim(), scopes, expiresInDays: days, ...(person ? { personId: person } : {}) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div>
        <label htmlFor={`${id}-name`}>{t('tokenName')}</label>
        <Input
          id={`${id}-name`}
          autoFocus
          maxLength={80}
          placeholder={t('tokenNameHint')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {mayIssueForOthers ? (
        <div>
          <label id={`${id}-label`} htmlFor={`${id}-person`}>
            {t('tokenFor')} <span className="hint">{person === null ? t('tokenForMe') : ''}</span>
          </label>
          <PersonPicker id={`${id}-person`} labelId={`${id}-label`} value={person} onChange={setPerson} />
        </div>
      ) : null}
      <div>
        <label htmlFor={`${id}-days`}>{t('tokenDays')}</label>
        <Select
          id={`${id}-days`}
          className={styles.full ?? ''}
          value={days}
          onChange={setDays}
          suffixIcon={<ChevronDown size={16} aria-hidden />}
          options={DAYS.map((count) => ({ value: count, label: t('days', { count }) }))}
        />
      </div>
      <Scopes value={scopes} onChange={setScopes} />
      <p role="alert" className={styles.problem}>
        {issue.error ? problemText(issue.error) : scopes.length === 0 ? t('tokenScopesNeeded') : null}
      </p>
      {name.trim() === '' ? <p className="hint">{t('tokenNameNeeded')}</p> : null}
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={issue.isPending}>
          {t('issue')}
        </Button>
        <Button type="text" onClick={onCancel}>
          {t('frame:cancel')}
        </Button>
      </div>
    </form>
  );
}

function Scopes({ value, onChange }: { value: Scope[]; onChange: (scopes: Scope[]) => void }) {
  const { t } = useTranslation('account');
  return (
    <fieldset className={styles.scopes}>
      <legend>{t('tokenScopes')}</legend>
      {SCOPES.map((scope) => (
        <Checkbox
          key={scope}
          checked={value.includes(scope)}
          onChange={({ target }) => onChange(SCOPES.filter((each) => (each === scope ? target.checked : value.includes(each))))}
        >
          {t(`scope-${scope}`)} <span className="hint">{t(`scopeHint-${scope}`)}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
