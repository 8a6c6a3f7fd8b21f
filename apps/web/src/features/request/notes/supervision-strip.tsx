import { Binoculars } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { momentText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useNow } from '../../../shared/kit/moment';
import { useMe } from '../../../shared/state/session';
import styles from './supervision-strip.module.css';

type Supervision = RequestView['supervision'];

type Person = Supervision['people'][number];

/** People as the reader is told of them: by name, and themselves as that. */
function useNameOf(): (person: Person) => string {
  const { t } = useTranslation('supervision');
  const words = useWords();
  const me = useMe().person.id;
  return ({ id, name }) => (id === me ? t('you') : words(name));
}

/** An answer that is owed: by whom, to whom, until when, and what was asked. */
function Owed({ demand }: { demand: Supervision['demands'][number] }) {
  const { t } = useTranslation(['supervision', 'request']);
  const words = useWords();
  const language = useLanguage();
  const now = useNow();
  const me = useMe().person.id;
  const { by, of, due, late, question } = demand;
  const until = due === null ? '' : momentText(due, language, now);
  return (
    <p className={styles.owed} data-late={late}>
      <b>
        {t(of.id === me ? 'demandedOfYou' : by.id === me ? 'demandedByYou' : 'demanded', { by: words(by.name), of: words(of.name) })}
        {until === '' ? '' : ` · ${t(late ? 'demandLate' : 'demandDue', { when: until })}`}
      </b>{' '}
      {question ? t('request:quote', { text: question }) : null}
    </p>
  );
}

/** Who has confirmed that they have read it, and who has not. */
function Receipts({ receipts }: Pick<Supervision, 'receipts'>) {
  const { t } = useTranslation(['supervision', 'request']);
  const nameOf = useNameOf();
  if (receipts.length === 0) return null;
  const unread = receipts.filter(({ at }) => at === null).map(({ person }) => nameOf(person));
  return (
    <p>
      {t('receipts', { read: receipts.length - unread.length, all: receipts.length })}
      {unread.length === 0 ? '' : ` · ${t('receiptsOpen', { names: unread.join(t('request:joiner')) })}`}
    </p>
  );
}

/** Who sees to a request besides those who have it, which answers they wait for, and who is still to read it. */
export function SupervisionStrip({ view }: { view: RequestView }) {
  const { t } = useTranslation(['supervision', 'request']);
  const nameOf = useNameOf();
  const { people, demands, receipts } = view.supervision;
  if (people.length === 0 && receipts.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t('supervision')}>
      <Binoculars size={14} aria-hidden />
      <div className={styles.said}>
        {people.length === 0 ? null : <p>{t('supervisedBy', { names: people.map(nameOf).join(t('request:joiner')) })}</p>}
        {demands.map((demand) => (
          <Owed key={`${demand.of.id} ${demand.by.id} ${demand.at}`} demand={demand} />
        ))}
        <Receipts receipts={receipts} />
      </div>
    </section>
  );
}
