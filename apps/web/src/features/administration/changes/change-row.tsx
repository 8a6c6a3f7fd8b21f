import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Terminal } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stampText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { LineBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import styles from './changes.module.css';
import { changeQuery, type RuleChange, type WordedRule } from './changes-query';

/** Rows that are drawn before somebody asks for all of them. */
const AT_FIRST = 20;

/** What differs in one row: as it was, and as it is. */
function Rule({ rule }: { rule: WordedRule }) {
  const { t } = useTranslation('changes');
  const words = useWords();
  return (
    <li className={styles.rule}>
      <p>
        <span className={styles.part}>{words(rule.section)}</span> <b>{words(rule.what)}</b>
        {rule.how === 'changed' ? null : <span className={styles.how}>{t(`changes-${rule.how as 'added' | 'removed'}`)}</span>}
      </p>
      <dl className={styles.members}>
        {rule.members.map((member) => (
          <div key={words(member.label)}>
            <dt>{words(member.label)}</dt>
            <dd>
              {rule.how === 'added' ? null : <del>{words(member.before)}</del>}
              {rule.how === 'changed' ? <span aria-hidden> → </span> : null}
              {rule.how === 'removed' ? null : <ins>{words(member.after)}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Rules({ id, changed }: { id: string; changed: number }) {
  const { t } = useTranslation('changes');
  const { data, error, refetch } = useQuery(changeQuery(id));
  const [all, setAll] = useState(false);
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <LineBones />;
  const shown = all ? data.rows : data.rows.slice(0, AT_FIRST);
  return (
    <>
      <ul className={styles.rules}>
        {shown.map((row) => (
          <Rule key={`${row.section} ${row.key}`} rule={row.words} />
        ))}
      </ul>
      {shown.length < data.rows.length ? (
        <Button type="link" onClick={() => setAll(true)}>
          {t('changesAll', { count: data.rows.length })}
        </Button>
      ) : changed > data.rows.length ? (
        <p className="hint">{t('changesCut', { count: data.rows.length })}</p>
      ) : null}
    </>
  );
}

/** One change: who, when, what it was about; all of it on demand. */
export function ChangeRow({ change }: { change: RuleChange }) {
  const { t } = useTranslation('changes');
  const words = useWords();
  const language = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { by, first, changed, token } = change;
  const name = by ? words(by.name) : t('changesCommandLine');
  const what = t(`changes-${change.kind}`);
  return (
    <li className={styles.change} data-roving>
      {by ? <Avatar person={by} /> : <Terminal size={24} aria-hidden />}
      <div className={styles.said}>
        <p>
          <b>{name}</b> {what}
        </p>
        {first ? (
          <p className={styles.first}>
            {words(first.section)} {words(first.what)}
            {changed > 1 ? <span className="hint"> {t('changesAnd', { count: changed - 1 })}</span> : null}
          </p>
        ) : null}
        {token ? (
          <p className="hint">{t(token.link ? 'changesLink' : 'changesToken', { name: token.name, by: words(token.issuedBy.name) })}</p>
        ) : null}
        <p className="hint">{stampText(change.at, language)}</p>
        <div id={id} hidden={!open}>
          {open ? <Rules id={change.id} changed={changed} /> : null}
        </div>
      </div>
      <Button
        type="text"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t(open ? 'changesHideOf' : 'changesShowOf', { name, what })}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'changesHide' : 'changesShow')}
      </Button>
    </li>
  );
}
