import { farMomentText } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { momentText, spanText, withoutThisYear } from '../../../shared/format/moment';
import { useNamed } from '../../../shared/kit/named';
import { useNow } from '../../../shared/kit/moment';
import { useMe } from '../../../shared/state/session';
import { objectionsOf } from '../buttons/amount-threshold';
import styles from './decision.module.css';
import { useOutlook } from '../use-outlook';
import type { DecisionControls } from './use-decision';

/** Who has it now and for how long, or what it waits for where nobody has it: what its requester wants to know first. */
function useWaitsFor(decision: DecisionControls): string {
  const { t } = useTranslation('request');
  const first = useFirstWait(decision);
  const others = decision.view.current.length - 1;
  return first === '' || others < 1 ? first : `${first}${t('waitsAlso', { count: others })}`;
}

/** The same of the step that it waits for first. */
function useFirstWait({ view }: DecisionControls): string {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const now = useNow();
  const { timeZone } = useMe();
  const named = useNamed();
  const [current] = view.current;
  if (!current || view.status !== 'running') return '';
  const posts = current.people.map(({ name, title }) => (title ? t('namedPost', { name: words(name), post: words(title) }) : words(name)));
  const names = posts.length > 2 ? named(current.people) : posts.join(t('postJoiner'));
  const waited = now.getTime() - new Date(current.since).getTime();
  const said = { names, step: words(current.title) };
  if (current.kind === 'call')
    return current.dueAt
      ? t('waitsForSystemUntil', { ...said, when: momentText(current.dueAt, language, now) })
      : t('waitsForSystem', said);
  // Until a day of the company's, mostly: its midnight is nobody's hour.
  if (current.kind === 'delay' && current.dueAt)
    return t('waitsUntil', { ...said, when: withoutThisYear(words(farMomentText(current.dueAt, timeZone)), now) });
  if (names === '') return '';
  return waited < 60_000 ? t('waitsForNow', said) : t('waitsFor', { ...said, span: spanText(waited, language) });
}

/** Why the first button is off or a decision beside it, what happens when it is pressed, or whom it waits for. */
export function NextLine({ decision }: { decision: DecisionControls }) {
  const words = useWords();
  const waits = useWaitsFor(decision);
  const { view, places } = decision;
  // What has to be said or taken first is the button then, and what it holds up stands off beside it.
  const heldUp = places.main?.enabled === false ? places.main : places.beside.find(({ place, enabled }) => place === 'main' && !enabled);
  const why = heldUp?.reason ?? null;
  // What has stopped the whole request stands above the buttons.
  const off = why?.code === view.blocked?.kind ? null : why;
  const next = useOutlook(view)?.next ?? view.next;
  // What its requester is likely to want stands beside it: where it is off, a thumb cannot ask why by pointing at it.
  const wanted = view.own && !view.task ? places.menu.flatMap(({ likely, reason }) => (likely && reason ? words(reason.text) : [])) : [];
  const text = off ? words(off.text) : next ? words(next.text) : view.task ? '' : waits;
  const objections = places.main ? objectionsOf(view).map((opinion) => words(opinion.text)) : [];
  return (
    <p className={styles.next} data-off={off !== null}>
      {[...objections, text, ...new Set(wanted)].filter((each) => each !== '').join(' · ')}
    </p>
  );
}
