import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { Moment } from '../../../shared/kit/moment';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import { ReasonDialog } from '../../../shared/kit/controls/reason-dialog';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { useMe } from '../../../shared/state/session';
import { showToast } from '../../../shared/state/toasts';
import styles from './lease-panel.module.css';
import { useRemoval, type LeaseDetail } from '../stores-queries';

/** The right to keep the register. */
const KEEPS = 'leases.manage';

/** Takes a lease that should not be there out of the register, with a reason. */
export function TakeOut({ lease }: { lease: LeaseDetail }) {
  const { t } = useTranslation('stores');
  const keeps = useMe().rights.includes(KEEPS);
  const words = useWords();
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const { mutateAsync, isPending } = useRemoval(lease.id);
  const held = lease.held ? words(lease.held.text) : undefined;
  const send = async (why: string): Promise<void> => {
    try {
      await mutateAsync(why);
      setAsking(false);
      showToast({ id: 'lease-out', tone: 'done', text: t('outDone', { number: lease.number }) });
    } catch (error) {
      showToast({ id: 'lease-out', tone: 'problem', text: problemText(error) });
    }
  };
  if (!keeps) return null;
  return (
    <div className={styles.removal}>
      <Button type="text" danger disabled={held !== undefined} aria-describedby="lease-held" onClick={() => setAsking(true)}>
        {t('takeOut')}
      </Button>
      <p id="lease-held" className={styles.hint}>
        {held ?? t('takeOutHint')}
      </p>
      {asking ? (
        <ReasonDialog
          danger
          title={t('outTitle', { number: lease.number, store: words(lease.unit) })}
          hint={[t('outHint', { count: lease.terms.length }), ...(lease.state === 'begun' ? [t('outDraft')] : [])].join(' ')}
          words={{ reason: t('outReason'), needed: t('outReasonNeeded'), send: t('takeOut') }}
          busy={isPending}
          onSend={(why) => void send(why)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

/** Who took it out, when and why; for those who keep the register, the way back. */
export function TakenOut({ lease }: { lease: LeaseDetail }) {
  const keeps = useMe().rights.includes(KEEPS);
  const { t } = useTranslation('stores');
  const words = useWords();
  const problemText = useProblemText();
  const { mutateAsync, isPending } = useRemoval(lease.id);
  const back = async (): Promise<void> => {
    try {
      await mutateAsync(null);
      showToast({ id: 'lease-out', tone: 'done', text: t('backDone', { number: lease.number }) });
    } catch (error) {
      showToast({ id: 'lease-out', tone: 'problem', text: problemText(error) });
    }
  };
  const { out } = lease;
  if (!out) return null;
  return (
    <>
      <p>
        {t('outBy', { name: words(out.by.name) })} <Moment at={out.at} />
      </p>
      <blockquote className={styles.why}>{out.why}</blockquote>
      {keeps ? (
        <PlainButton onClick={() => void back()} busy={isPending}>
          {t('putBack')}
        </PlainButton>
      ) : null}
    </>
  );
}
