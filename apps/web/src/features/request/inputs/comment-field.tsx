import { useTranslation } from 'react-i18next';
import type { AllowedCommand } from '../../../shared/api/wire';
import { inSentence } from '../../../shared/format/in-sentence';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import styles from '../decision/decision.module.css';
import { Phrases } from './phrases';
import type { DecisionControls } from '../decision/use-decision';

interface FieldProps {
  decision: DecisionControls;
  roomy?: boolean;
  /** The one button that it goes with, where there is one. */
  goesWith?: AllowedCommand | null;
  /** Ctrl+Enter. */
  onSend: (() => void) | undefined;
}

/** The comment, with the phrases that are often used here one press away. */
export function CommentField({ decision, roomy = false, goesWith = null, onSend }: FieldProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const { draft, view } = decision;
  // What stands behind “more” asks for its words in its own dialog.
  const offered = goesWith === null ? view.allowed.filter(({ place }) => place !== 'menu') : [goesWith];
  const asking = offered.filter(({ task, needsComment }) => task !== null && task === view.task?.id && needsComment);
  const always = asking.includes(goesWith ?? (decision.places.main as AllowedCommand));
  const what = inSentence(
    asking.map(({ label }) => words(label)),
    useLanguage(),
  );
  const answers = ['answer', 'answer-demand'].includes(decision.places.main?.command ?? '');
  const placeholder = answers
    ? t('commentAnswer')
    : always
      ? t('commentAlways')
      : what === ''
        ? t('commentOptional')
        : t('comment', { what });
  const lacking = decision.lacking.comment;
  return (
    <div>
      <div className={styles.comment} data-roomy={roomy} data-lacking={lacking !== null}>
        <textarea
          ref={decision.commentRef}
          rows={roomy ? 3 : 1}
          value={draft.comment}
          placeholder={placeholder}
          aria-label={t('commentLabel')}
          aria-invalid={lacking !== null}
          aria-describedby={lacking === null ? undefined : 'decision-lacking'}
          onChange={(event) => decision.change({ comment: event.target.value })}
          onKeyDown={onSendKeys(onSend)}
        />
        <Phrases
          view={view}
          comment={draft.comment}
          most={roomy ? 8 : 3}
          onAdded={(comment) => {
            decision.change({ comment });
            decision.commentRef.current?.focus();
          }}
        />
      </div>
      {decision.waiting && !roomy ? (
        <p className={styles.waiting}>{t('commentGoesWith', { what: words(decision.waiting.label) })}</p>
      ) : null}
      {lacking === null ? null : (
        <p id="decision-lacking" className={styles.lacking} role="alert">
          {lacking}
        </p>
      )}
    </div>
  );
}
