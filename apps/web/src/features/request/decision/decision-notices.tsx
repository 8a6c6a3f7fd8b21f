import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  CircleAlert,
  CircleCheck,
  GitCompareArrows,
  History,
  Hourglass,
  LifeBuoy,
  MessageCircleQuestionMark,
  UserRoundCheck,
  UsersRound,
  WifiOff,
} from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { useMe } from '../../../shared/state/session';
import { forgetRefusal, useLateRefusal, usePendingOf } from '../../../shared/state/sending/pending';
import styles from './decision.module.css';
import type { DecisionControls } from './use-decision';

function Notice({
  icon,
  tone,
  title,
  children,
  end,
}: {
  icon: ReactNode;
  tone: 'bad' | 'wait' | 'plain';
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

/** What answers a press that was refused: the focus goes there, for whoever does not see that something has appeared. `text`: what it says. */
function Answer({ text, children }: { text: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [text]);
  return (
    <div ref={place} tabIndex={-1} className={styles.focused}>
      {children}
    </div>
  );
}

/** What the server said no to. */
function RefusedNotice({ text }: { text: string }) {
  return (
    <Answer text={text}>
      <Notice tone="bad" icon={<CircleAlert size={18} aria-hidden />} title={text} />
    </Answer>
  );
}

/** Somebody else was faster, or it was taken back from its reader: who and when, and what they had written is not lost. */
function TakenAwayNotice({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  const { taken, refusal } = decision;
  if (taken === null) return null;
  const { comment } = decision.draft;
  const notice = (
    <Notice tone="plain" icon={<CircleCheck size={18} aria-hidden />} title={taken}>
      {comment === '' ? null : (
        <>
          {t('yourWords')}
          <q>{comment}</q>
        </>
      )}
    </Notice>
  );
  return refusal ? <Answer text={taken}>{notice}</Answer> : notice;
}

/** What was carried out is not to be done a second time: who did it, when, and what is asked now. */
function DoneNotice({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const done = decision.view.task?.done ?? null;
  if (done === null) return null;
  return (
    <Notice tone="wait" icon={<History size={18} aria-hidden />} title={t('doneBefore')}>
      {words(done)}
    </Notice>
  );
}

function ChangedNotice({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  if (decision.held !== 'changed') return null;
  return (
    <Notice
      tone="wait"
      icon={<GitCompareArrows size={18} aria-hidden />}
      title={t('changedUnderYou')}
      end={
        <Button size="small" className="finger" onClick={decision.acknowledge}>
          {t('changedSeen')}
        </Button>
      }
    >
      {t('changedUnderYouHint')}
    </Notice>
  );
}

function PendingNotice({ requestId }: { requestId: string }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const pending = usePendingOf(requestId);
  // While the first answer is still on its way the button itself shows it.
  if (!pending || pending.stage === 'leaving') return null;
  const unsent = pending.stage === 'unsent';
  return (
    <Notice tone="wait" icon={<Hourglass size={18} aria-hidden />} title={t(unsent ? 'unsent' : 'pending')}>
      {t(unsent ? 'unsentHint' : 'pendingHint', { what: words(pending.label) })}
    </Notice>
  );
}

function LateRefusalNotice({ decision }: { decision: DecisionControls }) {
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
        <Button size="small" className="finger" onClick={dismiss}>
          {t('lateDismiss')}
        </Button>
      }
    >
      {refusal.problem.detail ?? refusal.problem.title}
      {refusal.comment ? <q>{refusal.comment}</q> : null}
    </Notice>
  );
}

/** Its reader is to sort it out and does not hold the right: who gives it, and the way there where that is they themselves. */
function Wanting({ wanting }: { wanting: NonNullable<NonNullable<DecisionControls['view']['blocked']>['wanting']> }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { to } = ADMINISTRATION.directory;
  return (
    <>
      {words(wanting.text)} {wanting.params['gives'] === true ? <Link to={to}>{t('giveRight')}</Link> : null}
    </>
  );
}

function BlockedNotice({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const me = useMe().person.id;
  const { blocked } = decision.view;
  if (!blocked) return null;
  const reason = words(blocked.reason);
  // The reason mostly names them itself, and speaks to the reader.
  const unsaid = blocked.owners.filter(({ id }) => id !== me).flatMap(({ name }) => (reason.includes(words(name)) ? [] : words(name)));
  return (
    <Notice tone="bad" icon={<LifeBuoy size={18} aria-hidden />} title={t('blocked')}>
      {reason} {unsaid.length > 0 ? t('blockedOwners', { names: unsaid.join(t('joiner')) }) : null}
      {blocked.wanting ? <Wanting wanting={blocked.wanting} /> : null}
    </Notice>
  );
}

const HANDED = { advice: 'handedAdvice', answer: 'handedAnswer', decision: 'handedDecision' } as const;

/** Why it is with its reader though no rule found them, and what they were told. */
function HandedOnNotice({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const handedOn = decision.view.task?.handedOn;
  if (!handedOn) return null;
  const name = handedOn.by ? words(handedOn.by.name) : '';
  return (
    <Notice tone="plain" icon={<MessageCircleQuestionMark size={18} aria-hidden />} title={t(HANDED[handedOn.wants], { name })}>
      {handedOn.comment === '' ? null : <q>{handedOn.comment}</q>}
    </Notice>
  );
}

/** In whose place its reader is asked, while that one is away. */
function ActingForNotice({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { actingFor: absent, insteadOfNamed } = decision.view.task ?? {};
  if (!absent) return null;
  return (
    <Notice tone="plain" icon={<UserRoundCheck size={18} aria-hidden />} title={t('actingFor', { name: words(absent.name) })}>
      {insteadOfNamed
        ? t('actingForInstead', { why: words(insteadOfNamed), name: words(absent.name) })
        : t('actingForHint', { name: words(absent.name) })}
    </Notice>
  );
}

/** Whoever has several places among those who sign answers for one of them. */
function SeatNotice({ decision }: { decision: DecisionControls }) {
  const words = useWords();
  const signsAs = decision.view.task?.signsAs;
  return signsAs ? <Notice tone="plain" icon={<UsersRound size={18} aria-hidden />} title={words(signsAs)} /> : null;
}

/** Everything that stands in the way, in words, right over the buttons that it concerns. `asking`: a dialog is open, which says itself what was refused. */
export function DecisionNotices({ decision, asking }: { decision: DecisionControls; asking: boolean }) {
  const { t } = useTranslation('request');
  const problemText = useProblemText();
  const saidAlready = asking || decision.taken !== null || decision.error?.problem.code === decision.view.blocked?.kind;
  return (
    <>
      <BlockedNotice decision={decision} />
      <DoneNotice decision={decision} />
      <HandedOnNotice decision={decision} />
      <ActingForNotice decision={decision} />
      <SeatNotice decision={decision} />
      <TakenAwayNotice decision={decision} />
      <ChangedNotice decision={decision} />
      <PendingNotice requestId={decision.view.id} />
      <LateRefusalNotice decision={decision} />
      {decision.error && !saidAlready ? <RefusedNotice text={problemText(decision.error)} /> : null}
      {decision.held === 'offline' ? <Notice tone="bad" icon={<WifiOff size={18} aria-hidden />} title={t('offlineButtons')} /> : null}
    </>
  );
}
