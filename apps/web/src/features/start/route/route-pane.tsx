import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { Avatar } from '../../../shared/kit/avatar';
import { Bone } from '../../../shared/kit/waiting/skeleton';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { useMe } from '../../../shared/state/session';
import { BudgetEffect } from '../../../shared/words/budget-effect';
import styles from './route.module.css';
import { RouteStep } from './route-step';
import type { Preview, RoutePreview } from './use-route-preview';

interface RoutePaneProps {
  preview: RoutePreview;
  resubmit: boolean;
}

/** “Who will decide”: the people in order, each with the reason, and what the answer takes for granted. */
export function RoutePane({ preview, resubmit }: RoutePaneProps) {
  const { t } = useTranslation('fill');
  const problemText = useProblemText();
  const { data, error, isFetching } = preview;
  return (
    <section className={styles.pane} aria-label={t('route')} aria-busy={isFetching}>
      <header className={styles.head}>
        <h2>{t('route')}</h2>
        <span className="hint" role="status">
          {isFetching ? t('routeUpdating') : t('routeLive')}
        </span>
      </header>
      {error ? (
        <p className={styles.notice} data-tone="quiet">
          {t('routeFailed', { reason: problemText(error) })}
        </p>
      ) : null}
      {data ? <Route preview={data} resubmit={resubmit} /> : error ? null : <RouteBones />}
    </section>
  );
}

/** Values that say nothing without the name of their field. */
const PLAIN: ReadonlySet<string> = new Set(['是', '否']);

function Route({ preview, resubmit }: { preview: Preview; resubmit: boolean }) {
  const { t } = useTranslation('fill');
  const words = useWords();
  const { requester } = preview;
  const own = requester.id === useMe().person.id;
  return (
    <>
      <ol className={styles.line}>
        <li className={styles.node}>
          <span className={styles.mark}>
            <Avatar person={requester} />
          </span>
          <span className={styles.name}>{words(requester.name)}</span>
          <span className={styles.role}>{t(resubmit ? 'youResubmit' : own ? 'youSubmit' : 'othersSubmit')}</span>
        </li>
        {preview.steps.map((step) => (
          <RouteStep key={step.step} step={step} />
        ))}
      </ol>
      {preview.budget ? <BudgetEffect effect={preview.budget} /> : null}
      {preview.blocked ? (
        <p className={styles.notice} data-tone="blocked">
          <TriangleAlert size={16} aria-hidden /> {words(preview.blocked)}
        </p>
      ) : null}
      {preview.assumptions.length > 0 ? (
        <ul className={`card ${styles.assumptions}`}>
          {preview.assumptions.map((assumption) => (
            <li key={assumption.field}>
              <p>
                {t(PLAIN.has(assumption.value.zh) ? 'assumingOf' : 'assuming', {
                  label: words(assumption.label),
                  value: words(assumption.value),
                })}
              </p>
              {assumption.otherwise ? <p className="hint">{words(assumption.otherwise)}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function RouteBones() {
  const { t } = useTranslation('frame');
  return (
    <div role="status" aria-label={t('loading')} className={styles.line}>
      {[64, 48, 56, 40].map((width) => (
        <div key={width} className={styles.node}>
          <span className={styles.mark}>
            <span className={styles.blank} />
          </span>
          <Bone width={`${width}%`} />
          <Bone width={`${width - 16}%`} height={10} />
        </div>
      ))}
    </div>
  );
}
