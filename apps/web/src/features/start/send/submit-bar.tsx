import type { Definition } from '@countersign/domain';
import { Button } from 'antd';
import type { MouseEvent } from 'react';
import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import type { FormCheck, ProblemLine } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { Confirm } from '../../../shared/kit/controls/confirm';
import type { Preview } from '../route/use-route-preview';
import styles from '../fill/fill.module.css';
import { isPick } from './use-form-problems';
import type { Sending } from './use-submit';

/** Everything that the buttons under a form need to know. */
export interface Submission {
  sending: Sending;
  definition: Definition;
  check: FormCheck;
  online: boolean;
  busy: boolean;
  /** Sent, and nobody knows yet how it ended. */
  waiting: boolean;
  /** What is missing or wrong; empty where nothing is. */
  lines: readonly ProblemLine[];
  /** Says everything that stands in the way, each at its field, and goes to the first. */
  sayAll(): void;
  preview: Preview | undefined;
  save(): void;
  send(): Promise<void>;
  /** What else its requester may want of a request that came back. */
  aside: { option: AllowedCommand; press: () => Promise<void> } | null;
}

/** So many people of the first step are named; of more their number is told. */
const NAMED = 3;

/** Whether it may be sent, and the words beside the button that say why not, or what comes next. */
export function useReadiness({ lines, online, waiting, preview }: Submission): { ready: boolean; reason: string } {
  const { t } = useTranslation('fill');
  const words = useWords();
  if (waiting) return { ready: false, reason: t('sent') };
  if (!online) return { ready: false, reason: t('offlineSubmit') };
  const [first] = lines;
  if (first && lines.every(isPick)) return { ready: false, reason: t('chooseFirst', { step: first.text }) };
  if (first) return { ready: false, reason: t(lines.some(({ kind }) => kind === 'missing') ? 'afterFilling' : 'afterMending') };
  if (preview?.submittable === false) {
    const why = preview.refusal?.text ?? preview.problems[0]?.message;
    return { ready: false, reason: why ? words(why) : t('blockedSubmit') };
  }
  const next = preview?.steps.find(({ people, skipped, merged }) => people.length > 0 && !skipped && !merged)?.people ?? [];
  const names = next
    .slice(0, NAMED)
    .map(({ name }) => words(name))
    .join(t('comma'));
  return { ready: true, reason: next.length === 0 ? '' : t(next.length > NAMED ? 'readyMore' : 'ready', { names, count: next.length }) };
}

/** A press on an incomplete form says at once, field by field, what is missing or wrong: the button looks as if it waits, and does not. */
export function pressOf(submission: Submission, ready: boolean) {
  const asks = !ready && submission.lines.length > 0 && submission.online && !submission.waiting;
  return {
    disabled: !ready && !asks,
    className: asks ? (styles.asks ?? '') : '',
    // A field that is left says what is wrong with it, and that moves the button from under the finger: the field keeps the focus meanwhile.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: () => (ready ? void submission.send() : submission.sayAll()),
  };
}

/** Submit, with the reason beside it; save, or what else may be wanted of what came back. */
export function SubmitBar(submission: Submission) {
  const { t } = useTranslation('fill');
  const words = useWords();
  const { ready, reason } = useReadiness(submission);
  return (
    <div className={styles.submit}>
      <Button
        type="primary"
        size="large"
        icon={<Send size={16} aria-hidden />}
        {...pressOf(submission, ready)}
        loading={submission.busy}
        aria-describedby="submit-reason"
      >
        {words(submission.sending.label)}
      </Button>
      <span id="submit-reason" className={`hint ${styles.grow}`}>
        {reason}
      </span>
      {submission.aside ? <AsideButton submission={submission} {...submission.aside} /> : null}
      <Button type="text" size="large" onClick={submission.save} disabled={submission.waiting}>
        {t('saveDraft')}
      </Button>
    </div>
  );
}

/** Something else than sending it again: asked once more, with what follows and how long it can be undone. */
export function AsideButton({ submission, option, press }: { submission: Submission } & NonNullable<Submission['aside']>) {
  const { t } = useTranslation('fill');
  const words = useWords();
  const { confirm, label, tone, undoable } = option;
  const undo = undoable ? t('undoFor', { count: submission.definition.graceSeconds }) : '';
  return (
    <Confirm
      title={words(confirm?.title ?? label)}
      description={`${confirm ? words(confirm.consequence) : ''} ${undo}`.trim()}
      okText={words(label)}
      okButtonProps={{ danger: tone === 'danger' }}
      onConfirm={() => void press()}
    >
      <Button type="text" size="large" danger={tone === 'danger'} disabled={submission.waiting || submission.busy || !submission.online}>
        {words(label)}
      </Button>
    </Confirm>
  );
}
