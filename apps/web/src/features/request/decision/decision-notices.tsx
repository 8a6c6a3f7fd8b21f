import { Button } from 'antd';
import { CircleAlert, Hourglass, LifeBuoy, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/states';
import { forgetRefusal, useLateRefusal, usePendingOf } from '../../../shared/state/pending';
import type { Decision } from './use-decision';
import styles from './decision.module.css';

function Notice({
  icon,
  tone,
  title,
  children,
  end,
}: {
  icon: ReactNode;
  tone: 'bad' | 'wait';
  title: string;
  children?: ReactNode;
  end?: ReactNode;
}) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      {icon}
      <div>
        <b>{title}</b>
        {children ? <p>{children}</p> : null}
      </div>
      {end}
    </div>
  );
}

function PendingNotice({ requestId }: { requestId: string }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const pending = usePendingOf(requestId);
  // While the first answer is still on its way the button itself shows it.
  if (!pending?.ask) return null;
  return (
    <Notice tone="wait" icon={<Hourglass size={18} aria-hidden />} title={t('pending')}>
      {t('pendingHint', { what: words(pending.label) })}
    </Notice>
  );
}

function LateRefusalNotice({ decision }: { decision: Decision }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const refusal = useLateRefusal(decision.view.id);
  if (!refusal) return null;
  const dismiss = (): void => {
    if (decision.draft.comment === '' && refusal.comment !== '') decision.change({ comment: refusal.comment });
    forgetRefusal(decision.view.id);
  };
  return (
    <Notice
      tone="bad"
      icon={<CircleAlert size={18} aria-hidden />}
      title={t('lateRefused', { what: words(refusal.label) })}
      end={
        <Button size="small" onClick={dismiss}>
          {t('lateDismiss')}
        </Button>
      }
    >
      {refusal.problem.detail ?? refusal.problem.title}
      {refusal.comment ? <q>{refusal.comment}</q> : null}
    </Notice>
  );
}

function BlockedNotice({ decision }: { decision: Decision }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { blocked } = decision.view;
  if (!blocked) return null;
  const names = blocked.owners.map((owner) => words(owner.name)).join(t('joiner'));
  return (
    <Notice tone="bad" icon={<LifeBuoy size={18} aria-hidden />} title={t('blocked')}>
      {words(blocked.reason)} {names ? t('blockedOwners', { names }) : null}
    </Notice>
  );
}

/** Everything that stands in the way, in words, right over the buttons that it concerns. */
export function DecisionNotices({ decision }: { decision: Decision }) {
  const { t } = useTranslation('request');
  const problemText = useProblemText();
  return (
    <>
      <BlockedNotice decision={decision} />
      <PendingNotice requestId={decision.view.id} />
      <LateRefusalNotice decision={decision} />
      {decision.problem ? <Notice tone="bad" icon={<CircleAlert size={18} aria-hidden />} title={problemText(decision.problem)} /> : null}
      {decision.held === 'offline' ? <Notice tone="bad" icon={<WifiOff size={18} aria-hidden />} title={t('offlineButtons')} /> : null}
    </>
  );
}
