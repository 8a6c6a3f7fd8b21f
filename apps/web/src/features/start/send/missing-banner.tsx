import { CircleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemLine } from '../../../shared/form';
import { useLanguage } from '../../../shared/i18n/use-language';
import styles from '../fill/fill.module.css';

const SHOWN = 8;

interface MissingBannerProps {
  lines: ProblemLine[];
  /** False while nothing has been filled in: then it informs and does not warn. */
  urgent: boolean;
  onGo(line: ProblemLine): void;
}

/** What stands between the form and its submission, each leading to its field: first what is missing, then what is wrong. */
export function MissingBanner({ lines, urgent, onGo }: MissingBannerProps) {
  if (lines.length === 0) return null;
  const of = (kind: ProblemLine['kind']) => lines.filter((line) => line.kind === kind);
  return (
    <div className={styles.missing} data-urgent={urgent}>
      <CircleAlert size={16} aria-hidden />
      <div>
        <Lines lines={of('missing')} text="missing" onGo={onGo} />
        <Lines lines={of('wrong')} text="wrong" onGo={onGo} />
      </div>
    </div>
  );
}

function Lines({ lines, text, onGo }: { lines: ProblemLine[]; text: 'missing' | 'wrong'; onGo: (line: ProblemLine) => void }) {
  const { t } = useTranslation('fill');
  const language = useLanguage();
  if (lines.length === 0) return null;
  const [before = '', after = ''] = t(text, { count: lines.length, what: '|' }).split('|');
  const [moreBefore = '', moreAfter = ''] = lines.length > SHOWN ? t('missingMore', { what: '|' }).split('|') : ['', ''];
  const between = text === 'wrong' ? (language === 'zh' ? '；' : '; ') : language === 'zh' ? '、' : ', ';
  return (
    <p>
      {before}
      {moreBefore}
      {lines.slice(0, SHOWN).map((line, index) => (
        <Fragment key={`${line.path} ${line.text}`}>
          {index === 0 ? '' : between}
          <button
            type="button"
            className={`plain finger ${styles.missingItem}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onGo(line)}
          >
            {line.text}
          </button>
        </Fragment>
      ))}
      {moreAfter}
      {after}
    </p>
  );
}
