import type { StepKind } from '@countersign/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Stamp, Wrench } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, PersonRef, RequestView } from '../../../shared/api/wire';
import { useWords } from '../../../shared/i18n/use-language';
import { PageBones } from '../../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState, useProblemText } from '../../../shared/kit/waiting/states';
import { useSayWhere } from '../../../shared/state/crumbs';
import { useMe } from '../../../shared/state/session';
import { keyOf, namesStep } from '../buttons/buttons';
import { OperationIcon } from '../buttons/operation-icon';
import { useDecision, type DecisionControls } from '../decision/use-decision';
import { AfterPane } from '../after/after-pane';
import { Asks, CommentAsk } from '../asks/asks';
import type { AsksProps } from '../asks/asks-props';
import { useAnswers } from '../asks/use-answers';
import { useLack, useSend } from '../operation/use-ready';
import { useTrial } from '../operation/use-trial';
import { TimelineList } from '../path/timeline-list';
import { useRequest, useTimeline } from '../use-request';
import { waitsOn } from '../../../shared/words/waits-on';
import { Checks } from './repair-checks';
import styles from './repair-page.module.css';

const repairsOf = ({ allowed }: RequestView): AllowedCommand[] => allowed.filter(({ scope }) => scope === 'operator');

function Tiles({ decision, chosen, onChoose }: { decision: DecisionControls; chosen: string | null; onChoose: (key: string) => void }) {
  const { t } = useTranslation(['repair', 'request']);
  const words = useWords();
  const { view } = decision;
  const nameOf = (option: AllowedCommand): string => {
    const step = namesStep(view, option) ? view.current.find((each) => each.step === option.step) : undefined;
    return step ? t('request:actionOnStep', { what: words(option.label), step: words(step.title) }) : words(option.label);
  };
  return (
    <div className={styles.tiles} role="radiogroup" aria-label={t('choose')}>
      {repairsOf(view).map((option) => (
        <button
          key={keyOf(option)}
          type="button"
          role="radio"
          aria-checked={chosen === keyOf(option)}
          className={`plain ${styles.tile}`}
          disabled={!option.enabled}
          data-command={option.command}
          onClick={() => onChoose(keyOf(option))}
        >
          <b>
            <OperationIcon command={option.command} />
            {nameOf(option)}
          </b>
          <small>{option.reason ? words(option.reason.text) : option.confirm ? words(option.confirm.consequence) : ''}</small>
        </button>
      ))}
    </div>
  );
}

function Footer({
  state,
  lack,
  onApply,
  onDiscard,
}: {
  state: AsksProps;
  lack: string | null;
  onApply: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation(['repair', 'request']);
  const words = useWords();
  const me = useMe().person;
  const { decision, option, trial } = state;
  const after = trial.fresh && trial.data && !trial.data.refusal ? trial.data : null;
  const changes = after ? after.steps.filter(({ current }) => current).slice(0, 3) : [];
  const whoOf = (people: PersonRef[], kind: StepKind): string => {
    const on = waitsOn(kind);
    return people.map(({ name }) => words(name)).join(t('request:joiner')) || t(on ? `request:waitsOn-${on}` : 'request:nobody');
  };
  return (
    <footer className={styles.footer}>
      <div className={styles.line}>
        {lack === null ? <b>{t('pending')}</b> : null}
        <span className={styles.change}>{words(option.label)}</span>
        {changes.map(({ step, title, people, kind }) => (
          <span key={step} className={styles.change}>
            {words(title)} → {whoOf(people, kind)}
          </span>
        ))}
        <span className={styles.space} />
        <span className={styles.mark}>
          <Stamp size={14} aria-hidden />
          {t('request:operationMark', { name: words(me.name) })}
        </span>
      </div>
      <div className={styles.line}>
        <span id="repair-lack" role="status" className={styles.mark}>
          {lack}
        </span>
        <span className={styles.space} />
        <Button onClick={onDiscard}>{t('discard')}</Button>
        <Button
          type="primary"
          className={styles.apply ?? ''}
          icon={<Wrench size={16} />}
          disabled={lack !== null || decision.held !== null}
          loading={decision.busy}
          onClick={onApply}
          aria-describedby="repair-lack"
        >
          {t('apply')}
        </Button>
      </div>
    </footer>
  );
}

interface ChosenProps {
  decision: DecisionControls;
  option: AllowedCommand;
  tiles: React.ReactNode;
  onDiscard: () => void;
}

/** What the chosen way asks, what would be open afterwards, and the press. */
function Chosen({ decision, option, tiles, onDiscard }: ChosenProps) {
  const { t } = useTranslation('request');
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { view } = decision;
  const answers = useAnswers(decision, option);
  const trial = useTrial(view, option, answers.body);
  const state: AsksProps = { decision, option, trial, answers };
  const lack = useLack(state);
  const send = useSend(
    { decision, option, onDone: () => void navigate({ to: '/requests/$id', params: { id: view.id }, search: {} }) },
    answers,
  );
  const discard = (): void => {
    answers.setComment('');
    onDiscard();
  };
  return (
    <>
      <div className={styles.middle}>
        {tiles}
        <Asks {...state} />
        <Checks {...state} />
        {option.asks.includes('comment') ? <CommentAsk {...state} onSend={lack === null ? send : undefined} /> : null}
        {decision.error ? (
          <p role="alert" className={styles.refused}>
            {problemText(decision.error)}
          </p>
        ) : null}
      </div>
      <div className={styles.right}>
        {option.foretold ? (
          <AfterPane view={view} trial={trial} back={null} waits={answers.unready === null ? null : t(`afterAsk-${answers.unready}`)} />
        ) : null}
      </div>
      <Footer state={state} lack={lack} onApply={send} onDiscard={discard} />
    </>
  );
}

/** Which request it is, and how it came to where it stands: beside the ways on a desk, around them where there is no room beside. */
function Way({ view }: { view: RequestView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const timeline = useTimeline(view.id).data;
  return (
    <section className={styles.left} aria-label={t('history')} tabIndex={0}>
      <header className={styles.which}>
        <h1>{words(view.rowTitle)}</h1>
        <p className={styles.mark}>{[view.number, words(view.requester.name), words(view.definition.title)].filter(Boolean).join(' · ')}</p>
        {view.blocked ? <p className={styles.why}>{words(view.blocked.reason)}</p> : null}
      </header>
      <div className={styles.way}>{timeline ? <TimelineList timeline={timeline} compact stuck={view.blocked !== null} /> : null}</div>
    </section>
  );
}

function Loaded({ view }: { view: RequestView }) {
  const { t } = useTranslation(['repair', 'request']);
  const words = useWords();
  const decision = useDecision(view, undefined);
  const repairs = repairsOf(view);
  const [first] = repairs.filter(({ enabled }) => enabled);
  const [chosen, setChosen] = useState<string | null>(first ? keyOf(first) : null);
  const option = repairs.find((each) => keyOf(each) === chosen && each.enabled);
  useSayWhere([
    { text: t('track'), to: '/track' },
    { text: words(view.definition.title) },
    { text: view.number ?? words(view.rowTitle) },
    { text: t('title') },
  ]);
  const tiles = (
    <>
      <h2>{t('choose')}</h2>
      <Tiles decision={decision} chosen={chosen} onChoose={setChosen} />
    </>
  );
  return (
    <div className={styles.page}>
      <div className={styles.banner} role="note">
        <Wrench size={16} aria-hidden />
        <b>{t('title')}</b>
        <span>{t(view.outcome === null ? 'banner' : 'bannerOver')}</span>
        <span className={styles.space} />
        <Link to="/requests/$id" params={{ id: view.id }} search={{}} className="finger">
          {t('leave')}
        </Link>
      </div>
      <div className={styles.columns}>
        <Way view={view} />
        {repairs.length === 0 ? (
          <EmptyState title={t('none')} hint={t('noneHint')} />
        ) : option ? (
          <Chosen key={`${keyOf(option)} ${view.n}`} decision={decision} option={option} tiles={tiles} onDiscard={() => setChosen(null)} />
        ) : (
          <div className={styles.middle}>{tiles}</div>
        )}
      </div>
    </div>
  );
}

/** Repairs a request: one place for all that an operator may do to it. Nothing changes before it is applied, and what was applied stays marked. */
export function RepairPage({ id }: { id: string }) {
  const query = useRequest(id);
  if (query.data) return <Loaded key={id} view={query.data} />;
  return query.error ? <ErrorState page error={query.error} retry={() => void query.refetch()} /> : <PageBones />;
}
