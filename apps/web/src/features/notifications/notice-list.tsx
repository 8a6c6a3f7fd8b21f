import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  AtSign,
  Bell,
  BellOff,
  BellRing,
  CalendarOff,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleX,
  Hourglass,
  Inbox,
  KeyRound,
  MessageSquare,
  RotateCcw,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { Chip } from '../../shared/kit/chip';
import { Moment } from '../../shared/kit/moment';
import { MoneyText } from '../../shared/kit/money';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../shared/kit/waiting/states';
import styles from './notices.module.css';
import { noticesQuery, useMarkRead, type Notice } from './notices-query';

/** What has no picture of its own is a message like any other. */
const PLAIN = { icon: Bell, tone: 'ink-3' };

const icons: Partial<Record<Notice['notice'], { icon: LucideIcon; tone: string }>> = {
  'task-opened': { icon: Inbox, tone: 'teal' },
  'request-returned': { icon: Undo2, tone: 'amber' },
  'request-approved': { icon: CircleCheck, tone: 'green' },
  'request-rejected': { icon: CircleX, tone: 'cinnabar' },
  'request-withdrawn': { icon: Undo2, tone: 'ink-3' },
  'request-terminated': { icon: CircleX, tone: 'ink-3' },
  'decision-undone': { icon: RotateCcw, tone: 'amber' },
  'request-blocked': { icon: Hourglass, tone: 'cinnabar' },
  'copy-received': { icon: AtSign, tone: 'ink-3' },
  mentioned: { icon: AtSign, tone: 'teal' },
  'comment-added': { icon: MessageSquare, tone: 'ink-3' },
  'token-issued': { icon: KeyRound, tone: 'amber' },
  'link-issued': { icon: KeyRound, tone: 'amber' },
  'rights-changed': { icon: KeyRound, tone: 'amber' },
  'absence-asked': { icon: CalendarOff, tone: 'amber' },
  'absence-accepted': { icon: CircleCheck, tone: 'green' },
  'absence-declined': { icon: CircleX, tone: 'cinnabar' },
  'absence-ended': { icon: CalendarOff, tone: 'ink-3' },
  'command-undelivered': { icon: Hourglass, tone: 'cinnabar' },
  'request-stuck': { icon: Hourglass, tone: 'cinnabar' },
  'draft-expires': { icon: Hourglass, tone: 'amber' },
  'advice-recalled': { icon: Undo2, tone: 'ink-3' },
  'question-answered': { icon: MessageSquare, tone: 'teal' },
  'request-urged': { icon: BellRing, tone: 'amber' },
  'answer-demanded': { icon: BellRing, tone: 'amber' },
  'demand-unanswered': { icon: Hourglass, tone: 'cinnabar' },
  'demand-answered': { icon: MessageSquare, tone: 'teal' },
  'request-escalated': { icon: BellRing, tone: 'cinnabar' },
  'signer-gone': { icon: CircleX, tone: 'amber' },
  'request-suspended': { icon: CirclePause, tone: 'amber' },
  'request-resumed': { icon: CirclePlay, tone: 'teal' },
  'task-jumped': { icon: Undo2, tone: 'ink-3' },
  'task-reassigned': { icon: Undo2, tone: 'ink-3' },
  'command-given-up': { icon: CircleX, tone: 'cinnabar' },
  'signature-not-needed': { icon: Undo2, tone: 'ink-3' },
};

/** Messages, newest first; opening one marks it as read. */
export function NoticeList({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('notices');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(noticesQuery);
  const roving = useRovingFocus<HTMLUListElement>();
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <RowBones rows={5} />;
  const notices = data.pages.flatMap((page) => page.items);
  if (notices.length === 0) return <EmptyState icon={<BellOff size={28} />} title={t('none')} hint={t('noneHint')} />;
  return (
    <>
      <ul className={styles.list} aria-label={t('title')} {...roving}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button type="link" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation('notices');
  const words = useWords();
  const markRead = useMarkRead();
  const { icon: Icon, tone } = icons[notice.notice] ?? PLAIN;
  // What is over asks for nobody's attention: the number on the bell leaves it out too.
  const unread = notice.readAt === null && notice.supersededAt === null;
  const open = () => {
    if (unread) markRead.mutate([notice.id]);
    onOpen();
  };
  const inside = (
    <>
      <Icon size={18} aria-hidden style={{ color: `var(--${tone})` }} />
      <span className={styles.text}>
        <span className={unread ? styles.unread : undefined}>{words(notice.title)}</span>
        {notice.reason === null ? null : (
          <span className={styles.reason}>
            {notice.pressed ? t('reasonOf', { what: words(notice.pressed), reason: notice.reason }) : notice.reason}
          </span>
        )}
        <span className="hint">
          {notice.number === null ? null : `${notice.number} · `}
          {notice.amount === null ? null : (
            <>
              <MoneyText amount={notice.amount} /> ·{' '}
            </>
          )}
          <Moment at={notice.createdAt} />
        </span>
      </span>
      {notice.supersededAt ? <Chip>{t(notice.decided ? 'decided' : 'superseded')}</Chip> : null}
      {unread ? <span className={styles.mark} role="img" aria-label={t('isUnread')} /> : null}
    </>
  );
  return (
    <li className={notice.supersededAt ? styles.gone : undefined} data-roving>
      <NoticeTarget notice={notice} open={open}>
        {inside}
      </NoticeTarget>
    </li>
  );
}

/** A turn of one's own opens in the inbox, where the next one follows; what was not delivered where it can be sent again; everything else as a page. */
function NoticeTarget({ notice, open, children }: { notice: Notice; open: () => void; children: ReactNode }) {
  if (notice.notice.startsWith('absence-')) {
    const search = notice.notice === 'absence-asked' || notice.notice === 'absence-ended' ? { tab: 'others' as const } : {};
    return (
      <Link to="/me/absence" search={search} className={styles.row} onClick={open}>
        {children}
      </Link>
    );
  }
  if (notice.notice === 'scheduled-not-started') {
    return (
      <Link to="/admin/recurring" className={styles.row} onClick={open}>
        {children}
      </Link>
    );
  }
  if (notice.notice === 'year-unknown') {
    return (
      <Link to="/admin/calendars" className={styles.row} onClick={open}>
        {children}
      </Link>
    );
  }
  if (notice.requestId === null) {
    return (
      <button type="button" className={`plain ${styles.row}`} onClick={open}>
        {children}
      </button>
    );
  }
  if (notice.notice === 'command-undelivered') {
    return (
      <Link to="/admin/dead-letters" className={styles.row} onClick={open}>
        {children}
      </Link>
    );
  }
  if (notice.notice === 'task-opened' && notice.supersededAt === null) {
    return (
      <Link to="/inbox" search={{ open: notice.requestId }} className={styles.row} onClick={open}>
        {children}
      </Link>
    );
  }
  return (
    <Link to="/requests/$id" params={{ id: notice.requestId }} search={{}} className={styles.row} onClick={open}>
      {children}
    </Link>
  );
}
