import { Button, Drawer } from 'antd';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { ActionButton } from '../buttons/action-button';
import { taskOf } from '../buttons/buttons';
import { asksOf } from './command-of';
import { CommentField } from '../inputs/comment-field';
import { OpenedDialogs } from './decision-bar';
import styles from './decision.module.css';
import { DecisionNotices } from './decision-notices';
import { isSilent } from '../buttons/is-silent';
import { MoreSheet } from '../buttons/more-menu';
import { NextLine } from './next-line';
import { TaskInputs } from '../inputs/task-inputs';
import { useActions, type Action, type Actions } from './use-actions';
import type { DecisionControls } from './use-decision';
import { usePresses } from './use-presses';

/** What the thumb cannot do with one press: a comment, a stance, fields to fill in. */
function WriteSheet({ decision, option, onClose }: { decision: DecisionControls; option: AllowedCommand | null; onClose: () => void }) {
  const words = useWords();
  const send = async (): Promise<void> => {
    if (option && (await decision.send(option))) onClose();
  };
  const asks = option !== null && asksOf(option, taskOf(decision.view, option)).length > 0;
  return (
    <Drawer
      open={option !== null}
      onClose={onClose}
      afterOpenChange={(open) => open && decision.commentRef.current?.focus()}
      placement="bottom"
      size="auto"
      title={option ? words(option.label) : ''}
    >
      <div className={styles.form}>
        {asks ? <TaskInputs decision={decision} /> : null}
        <CommentField decision={decision} roomy goesWith={option} onSend={() => void send()} />
        {option?.place === 'main' ? <NextLine decision={decision} /> : null}
        <Button
          type="primary"
          size="large"
          danger={option?.tone === 'danger'}
          loading={decision.busy}
          disabled={decision.held !== null}
          onClick={() => void send()}
        >
          {option ? words(option.label) : ''}{' '}
          {option?.place === 'main' ? <MainAmount decision={decision} label={words(option.label)} /> : null}
        </Button>
      </div>
    </Drawer>
  );
}

/** How much is agreed to, beside a label that does not say so itself. */
function MainAmount({ decision: { view }, label }: { decision: DecisionControls; label: string }) {
  const language = useLanguage();
  return view.amount && !/\d/.test(label) ? <span>{amountText(view.amount, language, 'if-any')}</span> : null;
}

/** What was written and put away: in sight, until it goes out with a press that shows it. */
function WrittenLine({ decision, onChange }: { decision: DecisionControls; onChange: () => void }) {
  const { t } = useTranslation('writing');
  const comment = decision.draft.comment.trim();
  if (comment === '') return null;
  return (
    <p className={styles.written}>
      <button type="button" onClick={onChange}>
        {t('written', { comment })}
      </button>
      <Button size="small" type="text" onClick={() => decision.change({ comment: '' })}>
        {t('writtenAway')}
      </Button>
    </p>
  );
}

/** What is agreed to stands on the button itself, whole, on a line of its own where one is too narrow. */
function MainButton({ decision, action }: { decision: DecisionControls; action: Action }) {
  return (
    <ActionButton action={action} type="primary" loading={decision.busy} icon={<Check size={18} />} className={styles.main}>
      <span className={styles.label}>
        <span>{action.label}</span> <MainAmount decision={decision} label={action.label} />
      </span>
    </ActionButton>
  );
}

/** What has room at the thumb, and what is behind the dots: first what has a letter, as it is pressed most; what ends a request is not pressed by a slip. */
function thumbsOf({ beside, side, more }: Actions, write: Action[]): { aside: Action[]; more: Action[] } {
  const [first, ...others] = beside
    .filter(({ danger }) => !danger)
    .sort((one, other) => Number(one.letter === null) - Number(other.letter === null));
  const aside = [...(first ? [first] : []), ...side];
  return { aside, more: [...write, ...beside.filter(({ danger }) => danger), ...others, ...more] };
}

/** The bar at the thumb: back, more, yes with the amount on it. */
export function ThumbBar({ decision }: { decision: DecisionControls }) {
  const { t } = useTranslation('request');
  const presses = usePresses(decision, true);
  const actions = useActions(decision, presses);
  const { main, form } = actions;
  const option = decision.places.main;
  const plain = {
    key: 'write',
    command: 'write',
    label: t('commentLabel'),
    reason: '',
    hint: '',
    danger: false,
    likely: false,
    letter: null,
    group: null,
  };
  const write = option ? [{ ...plain, press: () => presses.write(option) }] : [];
  const { aside, more } = thumbsOf(actions, write);
  if (isSilent(decision, actions)) return null;
  return (
    <section className={styles.thumb}>
      <DecisionNotices decision={decision} asking={presses.opened('asks') !== null} />
      <NextLine decision={decision} />
      {option ? <WrittenLine decision={decision} onChange={() => presses.write(option)} /> : null}
      <div className={styles.thumbs}>
        {aside.map((action) => (
          <ActionButton key={action.key} action={action} />
        ))}
        <MoreSheet actions={more} />
        {main ? <MainButton decision={decision} action={main} /> : null}
        {form.map((action) => (
          <ActionButton key={action.key} action={action} type="primary" className={styles.main} />
        ))}
      </div>
      <WriteSheet decision={decision} option={presses.opened('sheet')} onClose={presses.close} />
      <OpenedDialogs decision={decision} presses={presses} />
    </section>
  );
}
