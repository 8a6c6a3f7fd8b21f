import { ownValue } from '@countersign/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../../shared/api/request-query';
import type { InboxRow, InboxTab } from '../../../shared/api/wire';
import { clockOrMoment } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { Chip, DueChip, type ChipTone } from '../../../shared/kit/chip';
import { Moment } from '../../../shared/kit/moment';
import { MoneyText } from '../../../shared/kit/money';
import { usePendingOf } from '../../../shared/state/sending/pending';
import { useMe } from '../../../shared/state/session';
import { lastWord } from '../../../shared/words/last-word';
import styles from './inbox-row.module.css';
import { ClaimButton } from './claim-button';
import { isPressing } from '../filter/inbox-search';
import type { StuckRow } from './stuck-rows';

const chipTones: Record<string, ChipTone> = {
  round: 'teal',
  returned: 'amber',
  blocked: 'cinnabar',
  for: 'green',
  against: 'cinnabar',
  conditional: 'amber',
  'over-plan': 'amber',
  'acting-for': 'amber',
};
const statusTones: Record<string, ChipTone> = { returned: 'amber', blocked: 'cinnabar', approved: 'green', rejected: 'cinnabar' };

/** Who took it away, and when: from the request's own history. */
function GoneNote({ row }: { row: InboxRow }) {
  const { t } = useTranslation('inbox');
  const words = useWords();
  const language = useLanguage();
  const me = useMe().person.id;
  const { data } = useQuery({ ...timelineQuery(row.requestId), retry: false });
  const last = data && lastWord(data, row.waitingSince);
  if (!last?.person) return <>{t('gone')}</>;
  const said = { time: clockOrMoment(last.at, language), what: words(last.text) };
  return <>{last.person.id === me ? t('decidedByYou', said) : t('decidedBy', { ...said, name: words(last.person.name) })}</>;
}

type Waiting = 'leaving' | 'pending' | 'unsent' | null;

function Meta({ row, gone, waiting, tab, card }: { row: InboxRow; gone: boolean; waiting: Waiting; tab: InboxTab; card: boolean }) {
  const { t } = useTranslation('inbox');
  const words = useWords();
  const unit = row.requester.unit ? ` · ${words(row.requester.unit)}` : '';
  const ownTab = tab === 'mine' || tab === 'drafts';
  const who = ownTab ? '' : `${words(row.requester.name)}${unit} · `;
  if (waiting)
    return (
      <>
        {who}
        {t(waiting)}
      </>
    );
  if (gone)
    return (
      <>
        {who}
        <GoneNote row={row} />
      </>
    );
  // A card has room for who and how urgent; how long it waits follows from that.
  if (card && row.dueAt !== null && !ownTab) return <>{words(row.requester.name) + unit}</>;
  const [nearest] = row.waitingFor;
  if (ownTab && nearest) {
    const known = row.waitingFor.map((person) =>
      person.title && !card ? t('namedPost', { name: words(person.name), post: words(person.title) }) : words(person.name),
    );
    const [one = '', ...rest] = known;
    const name = words(nearest.name);
    // A row has room for one with their post, or for one and how many more; all stand in its title. The time is never cut.
    return (
      <span className={styles.waits} title={known.join(t('postJoiner'))}>
        <span>{rest.length > 0 ? t('waitingForSeveral', { name, number: rest.length }) : t('waitingFor', { names: one })}</span>
        <span>
          {' · '}
          <Moment at={row.waitingSince} as="ago" />
        </span>
      </span>
    );
  }
  const did = tab === 'done' && row.decided ? `${words(row.decided.past)} · ` : '';
  const time = <Moment at={row.waitingSince} as={isPressing(tab) ? 'wait' : 'ago'} />;
  if (ownTab) return time;
  return (
    <span className={styles.waits} title={words(row.requester.name) + unit}>
      <span>{words(row.requester.name) + unit}</span>
      <span>
        {' · '}
        {did}
        {time}
      </span>
    </span>
  );
}

function Chips({ row, tab }: { row: InboxRow; tab: InboxTab }) {
  const { t } = useTranslation('inbox');
  const words = useWords();
  const todo = isPressing(tab);
  return (
    <span className={styles.chips}>
      {row.toClaim && tab === 'todo' ? <Chip tone="amber">{t('tab-pool')}</Chip> : null}
      {row.unread ? <Chip tone="teal">{t('unread')}</Chip> : null}
      {row.chips.map((chip) => (
        <Chip key={chip.kind + chip.text.zh} tone={ownValue(chipTones, chip.kind) ?? 'plain'}>
          {words(chip.text)}
        </Chip>
      ))}
      {todo || row.status === 'running' || row.chips.some(({ kind }) => kind === row.status) ? null : (
        <Chip tone={statusTones[row.status] ?? 'plain'}>{t(`status-${row.status}`)}</Chip>
      )}
      {row.dueAt && todo ? <DueChip at={row.dueAt} /> : null}
    </span>
  );
}

/** The box by which a row is selected; what cannot be is shown without one. */
export interface Tick {
  on: boolean;
  /** `range`: everything from the row pressed last. */
  press: (range: boolean) => void;
}

interface RowProps {
  item: StuckRow;
  selected: boolean;
  card: boolean;
  tab: InboxTab;
  onOpen: () => void;
  /** While several are being selected: null where this one cannot be. */
  tick?: Tick | null;
}

/** One request in the list: what and how much; who, where, how long; how urgent. */
export function InboxRowCard({ item, selected, card, tab, onOpen, tick }: RowProps) {
  const { t } = useTranslation('bulk');
  const words = useWords();
  const { row } = item;
  const own = usePendingOf(row.requestId);
  const waiting = own ? (own.stage === 'sent' ? 'pending' : own.stage) : row.pending && !item.gone ? 'pending' : null;
  const faint = item.gone || waiting !== null;
  return (
    <li
      className={card ? styles.card : styles.row}
      data-selected={tick === undefined && selected}
      data-faint={faint}
      data-choosing={tick !== undefined}
      data-ticked={tick?.on === true}
      data-roving
    >
      {tick ? (
        <input
          type="checkbox"
          className={styles.tick}
          checked={tick.on}
          aria-label={t('select', { title: words(row.rowTitle) })}
          onClick={(event) => tick.press(event.shiftKey)}
          onChange={() => undefined}
        />
      ) : null}
      <button
        type="button"
        className={`plain ${styles.press}`}
        aria-current={selected ? 'true' : undefined}
        onClick={(event) => (tick ? tick.press(event.shiftKey) : onOpen())}
        data-row={item.key}
      >
        <span className={styles.line}>
          <span className={styles.title} title={words(row.rowTitle)}>
            {words(row.rowTitle)}
          </span>
          {row.amount ? (
            <span className={styles.amount}>
              <MoneyText amount={row.amount} />
            </span>
          ) : null}
        </span>
        <span className={styles.meta}>
          <Avatar person={row.requester} />
          <span className={styles.who}>
            <Meta row={row} gone={item.gone} waiting={waiting} tab={tab} card={card} />
          </span>
          {faint ? null : <Chips row={row} tab={tab} />}
        </span>
      </button>
      {tab === 'pool' && !faint ? <ClaimButton row={row} /> : null}
    </li>
  );
}
