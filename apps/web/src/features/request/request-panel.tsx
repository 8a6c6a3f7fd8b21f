import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp, Maximize2, Printer, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../shared/api/wire';
import { PageBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { useViewport } from '../../shared/state/viewport';
import { DecisionBar } from './decision/decision-bar';
import { ThumbBar } from './decision/thumb-bar';
import { useDecision } from './decision/use-decision';
import { openSheet, PhoneBar, type ListPlace } from './phone-bar';
import { RequestBody } from './request-body';
import styles from './request-panel.module.css';
import { useRequest } from './use-request';

export interface RequestPanelProps extends ListPlace {
  id: string;
  onClose: () => void;
  onDecided: () => void;
  takesFocus: boolean;
}

function Tool({ label, onClick, children }: { label: string; onClick: (() => void) | undefined; children: ReactNode }) {
  return (
    <button
      type="button"
      className={`plain ${styles.tool}`}
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={onClick === undefined}
    >
      {children}
    </button>
  );
}

function useOpeners(id: string): { page: () => void; sheet: () => void } {
  const navigate = useNavigate();
  return { page: () => void navigate({ to: '/requests/$id', params: { id }, search: {} }), sheet: () => openSheet(id) };
}

function DeskBar({ number, ...props }: RequestPanelProps & { number: string | null }) {
  const { t } = useTranslation('request');
  const { t: inbox } = useTranslation('inbox');
  const { t: frame } = useTranslation('frame');
  const openers = useOpeners(props.id);
  const narrow = useViewport() === 'narrow';
  return (
    <div className={styles.top}>
      <span className={styles.number}>{number}</span>
      <span className={styles.space} />
      {props.position ? <span>{inbox('position', props.position)}</span> : null}
      <Tool label={inbox('previous')} onClick={props.onPrevious}>
        <ChevronUp size={18} />
      </Tool>
      <Tool label={inbox('next')} onClick={props.onNext}>
        <ChevronDown size={18} />
      </Tool>
      <Tool label={t('print')} onClick={openers.sheet}>
        <Printer size={18} />
      </Tool>
      <Tool label={t('expand')} onClick={openers.page}>
        <Maximize2 size={16} />
      </Tool>
      {narrow ? (
        <Tool label={frame('close')} onClick={props.onClose}>
          <X size={18} />
        </Tool>
      ) : null}
    </div>
  );
}

function Loaded({ view, ...props }: RequestPanelProps & { view: RequestView }) {
  const phone = useViewport() === 'phone';
  const decision = useDecision(view, props.onDecided);
  const openers = useOpeners(props.id);
  return (
    <>
      {phone ? <PhoneBar {...props} number={view.number} onExpand={openers.page} /> : <DeskBar {...props} number={view.number} />}
      <div
        className={styles.scroll}
        data-waiting={decision.held === 'pending' || decision.busy}
        tabIndex={0}
        role="region"
        aria-label={view.number ?? view.definition.key}
      >
        <RequestBody view={view} phone={phone} takesFocus={props.takesFocus} />
      </div>
      {phone ? <ThumbBar decision={decision} /> : <DecisionBar decision={decision} />}
    </>
  );
}

/** One request beside the list, or as a whole screen on a phone. */
export function RequestPanel(props: RequestPanelProps) {
  const phone = useViewport() === 'phone';
  const query = useRequest(props.id);
  const openers = useOpeners(props.id);
  const bar = phone ? <PhoneBar {...props} number={null} onExpand={openers.page} /> : <DeskBar {...props} number={null} />;
  return (
    <article className={styles.panel}>
      {query.data ? (
        <Loaded {...props} view={query.data} />
      ) : (
        <>
          {bar}
          {query.error ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : <PageBones />}
        </>
      )}
    </article>
  );
}
