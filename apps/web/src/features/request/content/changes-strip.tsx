import { GitCompareArrows } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import styles from './changes-strip.module.css';

/** A dash stands for what was not there before: only what came is said. */
const isBlank = (text: { zh: string }): boolean => /^[—–-]?$/.test(text.zh.trim());

interface StripProps {
  changes: NonNullable<RequestView['changes']>;
  correctedBy: RequestView['correctedBy'];
}

/** What the requester changed since the last round, or somebody corrected in their place; nothing else needs reading again. That nothing was changed is told too. */
export function ChangesStrip({ changes, correctedBy }: StripProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  if (changes.length === 0 && correctedBy) return null;
  const title = correctedBy
    ? t('changesCorrected', { name: words(correctedBy.name) })
    : t(changes.length === 0 ? 'changesNone' : 'changes');
  return (
    <section className={styles.strip} aria-label={title}>
      <GitCompareArrows size={14} aria-hidden />
      <p>
        <span className={styles.title}>{title}</span>
        {changes.map((change, index) => (
          <Fragment key={change.field + index}>
            {index > 0 ? <span className={styles.dot}>·</span> : null}
            <span className={styles.change}>
              {words(change.label)} {isBlank(change.before) ? '' : `${words(change.before)} → `}
              <b>{words(change.after)}</b>
            </span>
          </Fragment>
        ))}
      </p>
    </section>
  );
}
