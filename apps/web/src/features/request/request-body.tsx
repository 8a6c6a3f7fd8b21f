import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../shared/api/wire';
import { momentText } from '../../shared/format/moment';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { Moment, useNow } from '../../shared/kit/moment';
import { LineBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { Checklists } from './checklist/checklists';
import { DiscussionThread } from './discussion/discussion-thread';
import { OpinionNote } from './notes/opinion-note';
import { OverdueStrip } from './notes/overdue-strip';
import styles from './request-body.module.css';
import { RequestContent } from './content/request-content';
import { RequestHead } from './request-head';
import { TimelineList } from './path/timeline-list';
import { SupervisionStrip } from './notes/supervision-strip';
import { useTimelineAhead } from './use-outlook';

/** The history of a request, with what is expected next. */
export function HistorySection({ view, compact = false }: { view: RequestView; compact?: boolean }) {
  const timeline = useTimelineAhead(view);
  if (timeline.data) return <TimelineList timeline={timeline.data} compact={compact} stuck={view.status === 'blocked'} />;
  return timeline.error ? <ErrorState error={timeline.error} retry={() => void timeline.refetch()} /> : <LineBones />;
}

/** Which fields it was sent back for. */
function ToChange({ view }: { view: RequestView }) {
  const { t } = useTranslation(['supervision', 'request']);
  const words = useWords();
  const asked = view.form.fields.filter(({ key }) => view.lastReturn?.fields.includes(key));
  if (asked.length === 0) return null;
  return <small>{t('toChange', { fields: asked.map(({ label }) => words(label)).join(t('request:joiner')) })}</small>;
}

/** Why it came back: the first thing that whoever has it again must read. */
function ReturnNote({ view }: { view: RequestView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  if (!view.lastReturn || (view.status !== 'returned' && !view.lastReturn.toReader)) return null;
  return (
    <p className={styles.returned}>
      <b>{t('returned', { name: words(view.lastReturn.by.name) })}</b> {view.lastReturn.comment}
      <ToChange view={view} />
    </p>
  );
}

/** Nothing goes on before it is resumed: who holds it, since when, and why. */
function SuspendedNote({ view }: { view: RequestView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  if (!view.suspended) return null;
  const { by, at, reason } = view.suspended;
  return (
    <p className={styles.returned} role="status">
      <b>{t('suspendedBy', { name: words(by.name) })}</b> · <Moment at={at} />
      {reason ? ` · ${t('quote', { text: reason })}` : null}
      <small>{t('suspendedHint')}</small>
    </p>
  );
}

/** Its approval was revoked, and what followed from it is being called back: by whom, since when, and why. */
function RevokingNote({ view }: { view: RequestView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  if (!view.revoking) return null;
  const { by, at, reason } = view.revoking;
  return (
    <p className={styles.returned} role="status">
      <b>{t('revokingBy', { name: words(by.name) })}</b> · <Moment at={at} />
      {reason ? ` · ${t('quote', { text: reason })}` : null}
      <small>{t('revokingHint')}</small>
    </p>
  );
}

/** What the reader had pressed and an operator has given up: nobody else can do it again. */
function GivenUpNote({ given }: { given: RequestView['givenUp'] }) {
  const { t } = useTranslation('request');
  const words = useWords();
  if (!given) return null;
  return (
    <p className={styles.returned} role="status">
      <b>{t('givenUp', { what: words(given.pressed), name: words(given.by.name) })}</b> {given.reason}
    </p>
  );
}

/** Times that reach into a year whose holidays nobody knows yet. */
function ProvisionalNote({ view }: { view: RequestView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const now = useNow();
  const counted = view.current.filter(({ provisional }) => provisional);
  if (counted.length === 0) return null;
  const told = ({ title, dueAt }: (typeof counted)[number]): string =>
    t('provisionalOf', { step: words(title), when: dueAt === null ? '' : momentText(dueAt, language, now) }).trim();
  return (
    <p className={styles.note}>
      <b>{t('provisional', { names: counted.map(told).join(t('joiner')) })}</b> {t('provisionalHint')}
    </p>
  );
}

/** What the definition asks of whoever has this step. */
function StepNote({ view }: { view: RequestView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  if (!view.task?.note) return null;
  return (
    <p className={styles.note}>
      <b>{t('stepNote', { step: words(view.task.title) })}</b> {words(view.task.note)}
    </p>
  );
}

/** What one must have read before the content: what became of it so far, what is asked of the reader. */
export function RequestNotes({ view }: { view: RequestView }) {
  return (
    <>
      <GivenUpNote given={view.givenUp} />
      <SuspendedNote view={view} />
      <RevokingNote view={view} />
      <OverdueStrip view={view} />
      <SupervisionStrip view={view} />
      <ProvisionalNote view={view} />
      <ReturnNote view={view} />
      <OpinionNote view={view} />
      <StepNote view={view} />
      <Checklists view={view} />
    </>
  );
}

interface BodyProps {
  view: RequestView;
  phone: boolean;
  takesFocus: boolean;
}

/** What one must know to decide, from top to bottom: sentence, facts, ladder, changes, lines with their receipts, files, history, talk. */
export function RequestBody({ view, phone, takesFocus }: BodyProps) {
  const { t } = useTranslation('request');
  const Title = phone ? 'h2' : 'h3';
  return (
    <div className={styles.body}>
      <RequestHead view={view} beside={!phone} takesFocus={takesFocus} />
      <RequestNotes view={view} />
      <RequestContent view={view} phone={phone} />
      <section className={styles.section}>
        <Title>{t('history')}</Title>
        <HistorySection view={view} />
      </section>
      <section className={styles.section}>
        <Title>{t('tabDiscussion')}</Title>
        <DiscussionThread id={view.id} own={view.own && view.n > 0} />
      </section>
    </div>
  );
}
