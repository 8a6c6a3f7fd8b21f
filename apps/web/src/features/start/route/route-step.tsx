import { CircleDashed, CornerRightDown, CornerRightUp, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExpectedStep, PersonRef } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { useNamed } from '../../../shared/kit/named';
import styles from './route.module.css';

/** One expected step: first whoever was looked at and passed over, then the people that it will be with. */
export function RouteStep({ step }: { step: ExpectedStep }) {
  return (
    <>
      {step.passedOver.map((passed, index) => (
        <PassedOver key={index} passed={passed} />
      ))}
      {step.awaits ? <AwaitingStep step={step} /> : step.skipped || step.merged ? <SkippedStep step={step} /> : <OpenStep step={step} />}
    </>
  );
}

function PassedOver({ passed }: { passed: ExpectedStep['passedOver'][number] }) {
  const { t } = useTranslation('fill');
  const words = useWords();
  const who = passed.person ? words(passed.person.name) : null;
  const role = passed.role ? words(passed.role) : null;
  return (
    <li className={`${styles.node} ${styles.passed}`}>
      <span className={styles.mark}>
        <CornerRightUp size={16} aria-hidden />
      </span>
      {who ?? role}
      <span className={styles.reason}>{who && role ? t('passedWhy', { role, why: words(passed.why) }) : words(passed.why)}</span>
    </li>
  );
}

function SkippedStep({ step }: { step: ExpectedStep }) {
  const { t } = useTranslation('fill');
  const words = useWords();
  const why = step.skipped ?? step.merged;
  return (
    <li className={`${styles.node} ${styles.passed}`}>
      <span className={styles.mark}>
        <CornerRightDown size={16} aria-hidden />
      </span>
      {words(step.title)}
      <span className={styles.reason}>
        {t(step.skipped ? 'skipped' : 'merged')}
        {why ? ` · ${words(why)}` : ''}
      </span>
    </li>
  );
}

/** A step that names nobody before something is filled in. */
function AwaitingStep({ step }: { step: ExpectedStep }) {
  const words = useWords();
  return (
    <li className={styles.node}>
      <span className={styles.mark}>
        <CircleDashed size={18} aria-hidden className={styles.awaits} />
      </span>
      <span>{words(step.title)}</span>
      {step.why ? <p className={styles.why}>{words(step.why)}</p> : null}
    </li>
  );
}

/** Steps for which the word of one is not enough. */
const TOGETHER: ReadonlySet<ExpectedStep['kind']> = new Set(['checklist', 'countersign']);

function OpenStep({ step }: { step: ExpectedStep }) {
  const { t } = useTranslation('fill');
  const words = useWords();
  const named = useNamed();
  const [first] = step.people;
  // Of those who work through a list, each with their own items, the first stands for all.
  const several = step.kind === 'checklist' && step.people.length > 2;
  return (
    <li className={styles.node}>
      <span className={styles.mark}>{first ? <Avatar person={first} /> : <UserX size={18} aria-hidden className={styles.nobody} />}</span>
      {step.people.length === 0 ? <span className={styles.nobody}>{t('nobody')}</span> : null}
      {several ? <span className={styles.name}>{named(step.people)}</span> : null}
      {several ? null : step.people.map((person) => <PersonWords key={person.id} person={person} />)}
      {step.people.length > 1 && !TOGETHER.has(step.kind) ? <span className="hint">{t('anyOf')}</span> : null}
      <p className={styles.why}>
        <span>{words(step.title)}</span>
        {step.why ? <span>{words(step.why)}</span> : null}
      </p>
    </li>
  );
}

function PersonWords({ person }: { person: PersonRef }) {
  const words = useWords();
  return (
    <span className={styles.person}>
      <span className={styles.name}>{words(person.name)}</span>
      {person.title ? <span className={styles.role}>{words(person.title)}</span> : null}
    </span>
  );
}
