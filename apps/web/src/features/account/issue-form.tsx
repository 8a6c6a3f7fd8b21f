import { Button, Input } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../shared/form';
import { useProblemText } from '../../shared/kit/states';
import { useMe } from '../../shared/state/session';
import styles from './account.module.css';
import { useIssueToken, type IssuedToken } from './tokens-query';

interface IssueFormProps {
  onIssued(token: IssuedToken): void;
  onCancel(): void;
}

/** What a token is for, and for whom where one may issue them for others. */
export function IssueForm({ onIssued, onCancel }: IssueFormProps) {
  const { t } = useTranslation(['account', 'frame']);
  const problemText = useProblemText();
  const id = useId();
  const mayIssueForOthers = useMe().rights.includes('tokens.issue-others');
  const [name, setName] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const issue = useIssueToken(onIssued);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') issue.mutate({ name: name.trim(), ...(person ? { personId: person } : {}) });
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
      <p role="alert" className={styles.problem}>
        {issue.error ? problemText(issue.error) : null}
      </p>
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={issue.isPending}>
          {t('issue')}
        </Button>
        <Button type="text" onClick={onCancel}>
          {t('frame:cancel')}
        </Button>
      </div>
    </form>
  );
}
