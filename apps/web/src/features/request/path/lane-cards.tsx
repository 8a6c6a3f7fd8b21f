import type { StepKind } from '@countersign/domain';
import { Check, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Fork, Lane, RequestView, Timeline } from '../../../shared/api/wire';
import { dayText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { StepIcon } from '../../../shared/kit/step-icon';
import styles from './lane-cards.module.css';
import { useNamed } from '../../../shared/kit/named';
import { partsOf, pathOf, type PathLane, type PathStop } from './path';
import { waitsOn } from '../../../shared/words/waits-on';

/** Whoever waits in a lane stands for it; else its last step. */
function standsAt(stops: readonly PathStop[]): PathStop | undefined {
  return (
    stops.find(({ state }) => state === 'now' || state === 'stuck') ??
    stops.findLast(({ state }) => state !== 'next' && state !== 'skipped')
  );
}

function Progress({ stops }: { stops: readonly PathStop[] }) {
  const { t } = useTranslation('request');
  const counted = stops.filter(({ state }) => state !== 'skipped');
  const counts = { done: counted.filter(({ state }) => state === 'done').length, all: counted.length };
  return (
    <>
      <span className={styles.count} aria-label={t('laneDone', counts)}>
        {t('laneCount', counts)}
      </span>
      <span className={styles.bar} aria-hidden>
        {counted.map(({ key, state }) => (
          <i key={key} data-state={state} />
        ))}
      </span>
    </>
  );
}

/** Where a lane stands: whom it waits for and since when, or by whom it came to its end. */
function LaneNote({ lane, stops }: PathLane) {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const named = useNamed();
  const open = stops.filter(({ state }) => state === 'now' || state === 'stuck');
  if (lane.state === 'running' && open.length > 0) {
    const people = open.flatMap((stop) => (stop.people.length > 0 ? [named(stop.people)] : []));
    const steps = open.flatMap(({ title }) => (title ? [words(title)] : [])).join(t('joiner'));
    const others = open.flatMap(({ kind, reason, state }) => {
      if (state === 'stuck') return [t('pathStuck')];
      const on = waitsOn(kind);
      return reason ? [words(reason)] : on ? [t(`waitsOn-${on}`)] : [];
    });
    const waits = people.length > 0 ? [t('laneWaits', { people: people.join(t('joiner')) })] : others.slice(0, 1);
    return <small>{[...waits, steps].join(' · ')}</small>;
  }
  const last = standsAt(stops);
  if (!last || last.people.length === 0 || lane.state === 'ahead' || lane.state === 'left') {
    const [first] = stops;
    return <small>{first?.title ? words(first.title) : null}</small>;
  }
  return (
    <small>
      {named(last.people)} {last.at ? dayText(new Date(last.at), language, new Date()) : ''}
    </small>
  );
}

function badgeOf({ state }: Lane, stops: readonly PathStop[]): 'stuck' | Lane['state'] {
  return state === 'running' && stops.some((stop) => stop.state === 'stuck') ? 'stuck' : state;
}

/** A tick is of what has passed: a step that is to be approved is one of a person. */
function LaneIcon({ kind, passed }: { kind: StepKind | null; passed: boolean }) {
  if (passed) return <Check size={14} aria-hidden />;
  if (kind === 'approve') return <UserRound size={14} aria-hidden />;
  return kind ? <StepIcon kind={kind} /> : null;
}

function LaneCard({ lane, stops }: PathLane) {
  const { t } = useTranslation('request');
  const words = useWords();
  const at = standsAt(stops) ?? stops[0];
  const badge = badgeOf(lane, stops);
  return (
    <li className={styles.lane} data-state={badge}>
      <span className={styles.icon}>
        <LaneIcon kind={at?.kind ?? null} passed={badge === 'passed'} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <b>{words(lane.title)}</b>
          {stops.length > 0 ? <Progress stops={stops} /> : null}
        </span>
        <LaneNote lane={lane} stops={stops} />
      </span>
      <span className={styles.badge}>{badge === 'stuck' ? t('pathStuck') : t(`lane-${badge}`)}</span>
    </li>
  );
}

/** Lanes beside each other, one card each: how far it is, whom it waits for, how it ended. */
export function LaneCards({ fork, lanes }: { fork: Fork; lanes: readonly PathLane[] }) {
  const words = useWords();
  return (
    <section className={styles.fork} aria-label={words(fork.title)}>
      <p className={styles.rule}>
        <b>{words(fork.title)}</b> {words(fork.rule)}
      </p>
      <ul className={styles.lanes}>
        {lanes.map((each, index) => (
          <LaneCard key={index} {...each} />
        ))}
      </ul>
    </section>
  );
}

/** The lanes of a request by themselves, where its whole way has no room. */
export function ForkCards({ timeline, view }: { timeline: Timeline; view: RequestView }) {
  const parts = partsOf(pathOf(timeline, view), timeline.forks);
  return parts.flatMap((part) =>
    'fork' in part
      ? [
          <div key={part.fork.step} className={`card ${styles.alone}`}>
            <LaneCards fork={part.fork} lanes={part.lanes} />
          </div>,
        ]
      : [],
  );
}
