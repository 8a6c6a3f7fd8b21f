import { Button, Modal } from 'antd';
import { CircleAlert, Stamp, Wrench } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { Chip } from '../../../shared/kit/chip';
import { useMe } from '../../../shared/state/session';
import type { DecisionControls } from '../decision/use-decision';
import { AfterPane } from '../after/after-pane';
import { Asks, CommentAsk } from '../asks/asks';
import styles from './operation.module.css';
import { resumeOf, targetOf, useAnswers } from '../asks/use-answers';
import { useLack, useSend } from './use-ready';
import { useTrial } from './use-trial';

/** What the server said no to: the focus goes there. */
function Refused({ text }: { text: string | null }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), [text]);
  if (text === null) return null;
  return (
    <p ref={place} tabIndex={-1} role="alert" className={styles.refused}>
      <CircleAlert size={16} aria-hidden />
      {text}
    </p>
  );
}

/** Where writing begins: the comment where it is all that must be said, else what is asked first. */
const FIRST = 'textarea[data-first=true], input:not([type=radio]), textarea';

interface DialogProps {
  decision: DecisionControls;
  option: AllowedCommand;
  onClose: () => void;
}

/** How often it was sent back already, and how often it may be. */
function Rounds({ rounds }: { rounds: AllowedCommand['rounds'] }) {
  const { t } = useTranslation('supervision');
  if (rounds === null || (rounds.made === 0 && rounds.most === null)) return null;
  const { made, most } = rounds;
  return <Chip>{most === null ? t('returnsMade', { made }) : t('returnsOfMost', { made, most })}</Chip>;
}

interface FooterProps extends DialogProps {
  lack: string | null;
  press: (() => void) | undefined;
  /** Whom it goes back to. */
  name: string | null;
}

function Footer({ decision, option, onClose, lack, press, name }: FooterProps) {
  const { t: frame } = useTranslation('frame');
  const { t } = useTranslation('request');
  const words = useWords();
  const id = useId();
  const danger = option.tone === 'danger';
  return (
    <div className={styles.footer}>
      <span id={id} className={styles.lack} role="status">
        {lack}
      </span>
      <Button onClick={onClose}>{frame('cancel')}</Button>
      <Button
        type="primary"
        danger={danger}
        className={option.scope === 'operator' && !danger ? styles.repair : undefined}
        disabled={press === undefined}
        loading={decision.busy}
        onClick={press}
        aria-describedby={id}
      >
        {name === null ? words(option.label) : t('returnToName', { name })}
      </Button>
    </div>
  );
}

/** The question before an operation: what it asks for, what would be open afterwards, and that it stays on record. */
export function OperationDialog({ decision, option, onClose }: DialogProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const problemText = useProblemText();
  const me = useMe().person;
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const { view } = decision;
  const answers = useAnswers(decision, option);
  const trial = useTrial(view, option, answers.body);
  const state = { decision, option, trial, answers };
  const lack = useLack(state);
  const repairs = option.scope === 'operator';
  const send = useSend({ decision, option, onDone: onClose }, answers);
  const press = lack === null && !decision.busy && decision.held === null ? send : undefined;
  // What happens to the request meanwhile takes the answer away only where it can be pressed again.
  const refusal = decision.error ?? (option.enabled ? null : decision.refusal);
  const comment = option.asks.includes('comment');
  // Who it goes to stands beside what follows from it; what is said to them has a line of its own.
  const apart = answers.asks.includes('to');
  const back = answers.to !== null && apart ? { resume: resumeOf(option, answers.resume), change: answers.change } : null;
  const [goesTo] = targetOf(option, answers.to)?.people ?? [];
  const name = apart && option.task !== null && goesTo ? words(goesTo.name) : null;
  const about = [words(view.rowTitle), view.amount ? amountText(view.amount, language) : ''].filter(Boolean).join(' ');
  const note = answers.task && answers.task.id !== view.task?.id ? answers.task.note : null;
  return (
    <Modal
      open
      centered
      title={
        <>
          {words(option.confirm?.title ?? option.label)}{' '}
          {apart ? (
            <small className={styles.about}>
              {about} <span className={styles.number}>{view.number}</span>
            </small>
          ) : null}{' '}
          {apart ? <Rounds rounds={option.rounds} /> : null}
        </>
      }
      onCancel={onClose}
      afterOpenChange={(open) => (open ? place.current?.querySelector<HTMLElement>(FIRST)?.focus() : undefined)}
      width={answers.check ? 1120 : option.foretold || option.rows ? 760 : 460}
      className={styles.dialog ?? ''}
      footer={<Footer {...{ decision, option, onClose, lack, press, name }} />}
    >
      <div ref={place} className={styles.body}>
        {option.confirm ? (
          <p className={styles.consequence} data-repairs={repairs}>
            {repairs ? <Wrench size={16} aria-hidden /> : null}
            {words(option.confirm.consequence)}
          </p>
        ) : null}
        {note ? <p>{words(note)}</p> : null}
        <div className={styles.columns} data-wide={answers.check !== null}>
          <div className={styles.asks}>
            <Asks {...state} />
            {comment && !apart ? <CommentAsk {...state} onSend={press} /> : null}
          </div>
          {option.foretold ? (
            <AfterPane view={view} trial={trial} back={back} waits={answers.unready === null ? null : t(`afterAsk-${answers.unready}`)} />
          ) : null}
        </div>
        {comment && apart ? <CommentAsk {...state} onSend={press} /> : null}
        <Refused text={refusal ? problemText(refusal) : null} />
        {repairs ? (
          <p className={styles.markLine}>
            <Stamp size={14} aria-hidden />
            {t('operationMark', { name: words(me.name) })}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}
