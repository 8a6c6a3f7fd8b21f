import { CornerLeftUp, CornerUpLeft, RotateCcw, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpectedStep, PersonRef, Timeline, TimelineItem } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { Chip } from '../../../shared/kit/chip';
import { Moment } from '../../../shared/kit/moment';
import { useNamed } from '../../../shared/kit/named';
import { StepIcon } from '../../../shared/kit/step-icon';
import { ChangeList } from './change-list';
import styles from './timeline-list.module.css';
import { waitsOn } from '../../../shared/words/waits-on';

interface NodeProps {
  mark: ReactNode;
  tone?: 'past' | 'now' | 'future';
  children: ReactNode;
  time?: ReactNode;
  below?: ReactNode;
}

function Node({ mark, tone = 'past', children, time, below }: NodeProps) {
  return (
    <li className={styles.node} data-tone={tone} aria-current={tone === 'now' ? 'step' : undefined}>
      <span className={styles.mark}>{mark}</span>
      <div className={styles.head}>
        <span className={styles.words}>{children}</span>
        {time ? <span className={styles.time}>{time}</span> : null}
      </div>
      {below}
    </li>
  );
}

/** `of`: the people for whom the first stands. */
function Who({ person, compact, of = [] }: { person: PersonRef | null; compact: boolean; of?: readonly PersonRef[] }) {
  const words = useWords();
  const named = useNamed();
  if (!person) return null;
  if (of.length > 1) return <b title={of.map(({ name }) => words(name)).join(' · ')}>{named(of)}</b>;
  return (
    <>
      <b>{words(person.name)}</b>
      {person.title && !compact ? <i>{words(person.title)}</i> : null}
    </>
  );
}

const mark = (person: PersonRef | null): ReactNode =>
  person ? <Avatar person={person} /> : <span className={styles.machine} aria-hidden />;

/** Somebody has to see to it. */
const STOPPED: ReadonlySet<string> = new Set(['request.blocked', 'call.failed', 'call.misanswered']);

/** What turned the way is seen at a glance, also without colour. */
function verdictOf({ answer, undoes, action }: TimelineItem): { verdict: 'no' | 'back'; icon: LucideIcon } | null {
  if (answer === 'no') return { verdict: 'no', icon: X };
  if (answer === 'back') return { verdict: 'back', icon: CornerUpLeft };
  if (undoes !== null) return { verdict: 'back', icon: RotateCcw };
  return STOPPED.has(action) ? { verdict: 'back', icon: TriangleAlert } : null;
}

function PastNode({ item, compact }: { item: TimelineItem; compact: boolean }) {
  const { t } = useTranslation(['request', 'audit']);
  const words = useWords();
  const language = useLanguage();
  const { verdict, icon: Verdict } = verdictOf(item) ?? { verdict: undefined, icon: undefined };
  const below = (
    <>
      {item.why && item.answer === 'yes' ? <p className={styles.why}>{words(item.why)}</p> : null}
      {item.token ? (
        <p className={styles.why}>{t('audit:auditToken', { name: item.token.name, by: words(item.token.issuedBy.name) })}</p>
      ) : null}
      {item.changes.length > 0 ? <ChangeList changes={item.changes} /> : null}
      {item.comment ? <p className={styles.quote}>{compact ? item.comment : t('quote', { text: item.comment })}</p> : null}
    </>
  );
  return (
    <Node mark={mark(item.person)} time={<Moment at={item.at} />} below={below} tone={item.skipped ? 'future' : 'past'}>
      <Who person={item.person} compact={compact} />
      <span className={styles.action} data-verdict={verdict}>
        {Verdict ? <Verdict size={14} aria-hidden /> : null}
        {words(item.text)}
        {item.amount ? ` ${amountText(item.amount, language)}` : ''}
      </span>
    </Node>
  );
}

function Expected({ step, compact, stuck }: { step: ExpectedStep; compact: boolean; stuck: boolean }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const why = step.merged ?? step.why;
  const reason = step.skipped ? t('skippedBecause', { reason: words(step.skipped) }) : why && words(why);
  // Of those who work through a list, each with their own items, the first stands for all.
  const several = step.kind === 'checklist' && step.people.length > 2;
  const [first = null] = step.people;
  const people = several || first === null ? [first] : step.people;
  const off = step.skipped !== null;
  const on = waitsOn(step.kind);
  return (
    <>
      {step.passedOver.map((passed, index) => (
        <Node key={passed.person?.id ?? index} mark={<CornerLeftUp size={14} aria-hidden className={styles.passed} />} tone="future">
          <small>
            {t('passedOver', {
              who: [passed.person ? words(passed.person.name) : t('nobody'), ...(passed.role ? [words(passed.role)] : [])].join(
                t('beforePost'),
              ),
              why: words(passed.why),
            })}
          </small>
        </Node>
      ))}
      {people.map((person, index) => (
        <Node
          key={person?.id ?? index}
          mark={
            step.current && person ? (
              <Avatar person={person} />
            ) : (
              <span className={styles.hollow}>
                {off ? null : person ? <Avatar person={person} /> : on ? <StepIcon kind={step.kind} /> : null}
              </span>
            )
          }
          tone={step.current ? 'now' : 'future'}
          time={
            step.current ? (
              stuck ? (
                <span className={styles.stuck}>{t('pathStuck')}</span>
              ) : (
                t(on && person === null ? `waitsOn-${on}` : 'waiting')
              )
            ) : off ? undefined : (
              t('expected')
            )
          }
          below={reason && index === people.length - 1 ? <p className={styles.why}>{reason}</p> : undefined}
        >
          <Who person={person} compact={compact} of={several ? step.people : []} />
          <span>{words(step.asks ?? step.title)}</span>
          {step.blocked && !step.current && person === null ? <Chip tone="cinnabar">{t('nobodyFits')}</Chip> : null}
        </Node>
      ))}
    </>
  );
}

/** Past, now and expected next in one line of people; `stuck`: nobody can move it where it stands. `compact` = the narrow column of the request page. */
export function TimelineList({ timeline, compact = false, stuck = false }: { timeline: Timeline; compact?: boolean; stuck?: boolean }) {
  const { t } = useTranslation('request');
  return (
    <ol className={styles.list} aria-label={t('history')}>
      {timeline.items.map((item, index) => (
        <PastNode key={`${item.n ?? 'note'}-${index}`} item={item} compact={compact} />
      ))}
      {timeline.expected.map((step, index) => (
        <Expected key={`${step.step}-${index}`} step={step} compact={compact} stuck={stuck || step.blocked} />
      ))}
    </ol>
  );
}
