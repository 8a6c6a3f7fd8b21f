import { CHOSEN_TOPICS, MAIL_WAYS, USUAL_MAIL, type MailWay } from '@countersign/domain';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import styles from './account.module.css';
import { mailQuery, useMailWishes, type MailWishes } from './mail-query';
import { TimeOfDay } from '../../shared/form/day/time-of-day';

/** The night, for whoever turns quiet hours on. */
const NIGHT = { from: '21:00', to: '08:00' };

/** What comes by mail, and when: by kind of notice, at once or once a day, and never at night. The bell has everything. */
export function MailSection() {
  const { t } = useTranslation('account');
  const { data, error, refetch } = useQuery(mailQuery);
  return (
    <section className={`card ${styles.section}`} aria-label={t('mail')}>
      <div>
        <h2>{t('mail')}</h2>
        <p className="hint">{data ? leadOf(data, t) : t('mailLead')}</p>
      </div>
      {data ? <Wishes wishes={data} /> : error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={4} />}
    </section>
  );
}

/** Where mail goes, or why none comes. */
function leadOf(
  { sending, address }: MailWishes,
  t: (key: 'mailOff' | 'mailNoAddress' | 'mailTo', values?: { address: string }) => string,
): string {
  if (!sending) return t('mailOff');
  return address === null ? t('mailNoAddress') : t('mailTo', { address });
}

function Wishes({ wishes }: { wishes: MailWishes }) {
  const { t } = useTranslation('account');
  const keep = useMailWishes();
  const change = (part: Partial<MailWishes>): void => keep.mutate({ ...wishes, ...part });
  const { quiet } = wishes;
  return (
    <>
      {CHOSEN_TOPICS.map((topic) => (
        <div key={topic} className={styles.row}>
          <div className={styles.grow}>
            <h3 id={`mail-${topic}`}>{t(`mail-${topic}`)}</h3>
            <p className="hint">{t(`mailHint-${topic}`)}</p>
          </div>
          <Segmented
            aria-labelledby={`mail-${topic}`}
            name={`mail-${topic}`}
            value={wishes[topic]}
            options={MAIL_WAYS.map((way) => ({ value: way, label: t(`mailWay-${way}`) }))}
            onChange={(way) => change({ [topic]: way as MailWay })}
          />
        </div>
      ))}
      <div className={styles.row}>
        <div className={styles.grow}>
          <h3 id="mail-digest">{t('mailDigestAt')}</h3>
          <p className="hint">{t('mailDigestHint')}</p>
        </div>
        <TimeOfDay label={t('mailDigestAt')} value={wishes.digestAt} onChange={(digestAt) => change({ digestAt })} />
      </div>
      <div className={styles.row}>
        <div className={styles.grow}>
          <h3 id="mail-quiet">{t('mailQuiet')}</h3>
          <p className="hint">{t('mailQuietHint')}</p>
        </div>
        {quiet ? (
          <span className={styles.actions}>
            <TimeOfDay label={t('mailQuietFrom')} value={quiet.from} onChange={(from) => change({ quiet: { ...quiet, from } })} />
            <span aria-hidden>–</span>
            <TimeOfDay label={t('mailQuietTo')} value={quiet.to} onChange={(to) => change({ quiet: { ...quiet, to } })} />
          </span>
        ) : null}
        <Switch
          className="finger"
          checked={quiet !== null}
          onChange={(on) => change({ quiet: on ? NIGHT : USUAL_MAIL.quiet })}
          aria-labelledby="mail-quiet"
        />
      </div>
    </>
  );
}
