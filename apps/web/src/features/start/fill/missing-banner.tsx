import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProblemLine } from '../../../shared/form';
import { useLanguage } from '../../../shared/i18n/use-language';
import styles from './fill.module.css';

const SHOWN = 3;

interface MissingBannerProps {
  lines: ProblemLine[];
  /** False while nothing has been filled in: then it informs and does not warn. */
  urgent: boolean;
  onGo(line: ProblemLine): void;
}

/** What stands between the form and its submission, each leading to its field. */
export function MissingBanner({ lines, urgent, onGo }: MissingBannerProps) {
  const { t } = useTranslation('fill');
  const language = useLanguage();
  if (lines.length === 0) return null;
  const what = (
    <>
      {lines.slice(0, SHOWN).map((line, index) => (
        <span key={line.path}>
          {index === 0 ? '' : language === 'zh' ? '、' : ', '}
          <button type="button" className={`plain finger ${styles.missingItem}`} onClick={() => onGo(line)}>
            {line.text}
          </button>
        </span>
      ))}
    </>
  );
  const [before = '', after = ''] = t('missing', { count: lines.length, what: '|' }).split('|');
  const [moreBefore = '', moreAfter = ''] = lines.length > SHOWN ? t('missingMore', { what: '|' }).split('|') : ['', ''];
  return (
    <div className={styles.missing} data-urgent={urgent}>
      <CircleAlert size={16} aria-hidden />
      <p>
        {before}
        {moreBefore}
        {what}
        {moreAfter}
        {after}
      </p>
    </div>
  );
}
