import type { Json } from '@countersign/domain';
import { Button, Input, Modal } from 'antd';
import { CircleAlert, Stamp, Wrench } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, RequestView } from '../../../shared/api/wire';
import { PersonPicker, sendablePart, type WireForm } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import { useProblemText } from '../../../shared/kit/states';
import { useOnline } from '../../../shared/state/online';
import { useMe } from '../../../shared/state/session';
import { useTimeline } from '../use-request';
import type { Brought } from '../decision/command-of';
import type { Decision } from '../decision/use-decision';
import { AfterPane } from './after-pane';
import { checkCorrection, CorrectionForm } from './correction-form';
import styles from './operation.module.css';
import { useRebuild } from './use-rebuild';
import { useTrial, type Trial } from './use-trial';

type Asked = AllowedCommand['asks'][number];

/** What stands in the dialog, and what of it a press would bring; `null` while something is still missing for it. */
function useBrought(view: RequestView, { asks, step }: AllowedCommand) {
  const [person, setPerson] = useState<string | null>(null);
  const [wire, setWire] = useState(view.form.values as WireForm);
  const asksFor = (what: Asked): boolean => asks.includes(what);
  const check = asksFor('form') ? checkCorrection(view, wire) : null;
  const faults = check ? check.missing.length + check.invalid.length : 0;
  const brought: Brought = {
    ...(asksFor('step') && step !== null ? { step } : {}),
    ...(person === null ? {} : { person }),
    ...(check ? { form: sendablePart(wire, check) } : {}),
  };
  const unready = (asksFor('person') && person === null ? 'person' : null) ?? (faults > 0 ? 'form' : null);
  const write = (key: string, value: Json): void => setWire((before) => ({ ...before, [key]: value }));
  return { asksFor, person, setPerson, wire, write, check, faults, unready, brought: unready === null ? brought : null } as const;
}

/** Why the button is off, in words; null when it is not. */
function useLack({ decision, option, trial, content }: DialogState): string | null {
  const { t } = useTranslation('request');
  const words = useWords();
  const online = useOnline();
  const { held, draft } = decision;
  if (!online || held === 'offline') return t('operationOffline');
  if (!option.enabled && option.reason) return words(option.reason.text);
  if (content.unready === 'person') return t('operationNeedsPerson');
  if (content.unready === 'form') return t('operationFaults', { count: content.faults });
  if (option.needsComment && draft.comment.trim() === '') return t('operationNeedsReason');
  if (trial.data?.refusal && trial.fresh) return words(trial.data.refusal.text);
  return trial.fresh || trial.error ? null : t('operationNeedsTrial');
}

interface DialogState {
  decision: Decision;
  option: AllowedCommand;
  trial: Trial;
  content: ReturnType<typeof useBrought>;
}

/** What is asked: a person, the form, the reason. */
function Asks({ decision, option, trial, content, onSend }: DialogState & { onSend: (() => void) | undefined }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const id = useId();
  const { view, draft } = decision;
  const step = useTimeline(view.id).data?.expected.find((each) => each.step === option.step);
  const mustSay = option.needsComment;
  return (
    <div className={styles.asks}>
      {content.asksFor('person') ? (
        <div>
          <label id={`${id}-person-label`} htmlFor={`${id}-person`}>
            {step ? t('operationPerson', { step: words(step.title) }) : t('operationPersonAny')}
          </label>
          <PersonPicker id={`${id}-person`} labelId={`${id}-person-label`} value={content.person} onChange={content.setPerson} />
        </div>
      ) : null}
      {content.check ? (
        <section aria-label={t('operationForm')}>
          <CorrectionForm
            view={view}
            check={content.check}
            wire={content.wire}
            said={trial.fresh ? (trial.data?.problems ?? []) : []}
            disabled={decision.busy}
            onChange={content.write}
          />
        </section>
      ) : null}
      {content.asksFor('comment') ? (
        <div>
          <label htmlFor={`${id}-why`}>
            {t(mustSay ? 'operationReason' : 'operationComment')}
            {mustSay ? <small>{t('operationReasonHint')}</small> : null}
          </label>
          <Input.TextArea
            id={`${id}-why`}
            rows={3}
            maxLength={2000}
            value={draft.comment}
            aria-required={mustSay}
            onChange={(event) => decision.change({ comment: event.target.value })}
            onKeyDown={onSendKeys(onSend)}
          />
        </div>
      ) : null}
    </div>
  );
}

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

interface DialogProps {
  decision: Decision;
  option: AllowedCommand;
  confirm: NonNullable<AllowedCommand['confirm']>;
  onClose: () => void;
}

/** The question before an operation: what it asks for, what would be open afterwards, and that it stays on record. */
export function OperationDialog({ decision, option, confirm, onClose }: DialogProps) {
  const { t } = useTranslation('request');
  const { t: frame } = useTranslation('frame');
  const words = useWords();
  const problemText = useProblemText();
  const me = useMe().person;
  const rebuild = useRebuild();
  const id = useId();
  const { view } = decision;
  const content = useBrought(view, option);
  const trial = useTrial(view, option, content.brought);
  const state = { decision, option, trial, content };
  const lack = useLack(state);
  const repairs = option.scope === 'operator';
  const send = async (): Promise<void> => {
    if (option.command === 'rebuild') return void (await rebuild(view).then(onClose));
    const sent = await decision.send(option.command, content.brought ? { brought: content.brought } : {});
    if (sent && sent.end !== 'refused') onClose();
  };
  const press = lack === null && !decision.busy ? () => void send() : undefined;
  const foretold = option.command !== 'rebuild';
  return (
    <Modal
      open
      centered
      title={words(confirm.title)}
      onCancel={onClose}
      width={content.check ? 980 : foretold ? 760 : 460}
      className={styles.dialog ?? ''}
      footer={
        <div className={styles.footer}>
          <span id={`${id}-lack`} className={styles.lack} role="status">
            {lack}
          </span>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button
            type="primary"
            danger={option.tone === 'danger'}
            className={repairs && option.tone !== 'danger' ? styles.repair : undefined}
            disabled={press === undefined}
            loading={decision.busy}
            onClick={press}
            aria-describedby={`${id}-lack`}
          >
            {words(option.label)}
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        <p className={styles.consequence} data-repairs={repairs}>
          {repairs ? <Wrench size={16} aria-hidden /> : null}
          {words(confirm.consequence)}
        </p>
        <div className={styles.columns} data-wide={content.check !== null}>
          <Asks {...state} onSend={press} />
          {foretold ? (
            <AfterPane
              view={view}
              trial={trial}
              waits={content.unready === null ? null : t(content.unready === 'person' ? 'afterAsk' : 'afterFaults')}
            />
          ) : null}
        </div>
        <Refused text={decision.problem ? problemText(decision.problem) : null} />
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
