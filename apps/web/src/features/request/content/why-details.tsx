import { Link } from '@tanstack/react-router';
import { Check, ChevronRight, CircleQuestionMark, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderRung, RequestView, WhyView } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useMe } from '../../../shared/state/session';
import { LadderCard } from './ladder-card';
import styles from './why-details.module.css';

type Candidate = WhyView['derivation']['rules'][number]['candidates'][number];

function CandidateLine({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const limit =
    candidate.limit === null
      ? ''
      : candidate.limit === 'no-limit'
        ? t('ladderNoLimit')
        : t('ladderUpTo', { amount: amountText(candidate.limit, language, 'if-any') });
  return (
    <li data-chosen={candidate.chosen}>
      {candidate.chosen ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
      <span>{candidate.person ? words(candidate.person.name) : t('nobody')}</span>
      {candidate.role ? <span className={styles.role}>{words(candidate.role)}</span> : null}
      {limit ? <span className={styles.role}>{limit}</span> : null}
      <span className={styles.verdict}>{candidate.chosen ? t('whyChosen') : candidate.removed ? words(candidate.removed) : ''}</span>
    </li>
  );
}

/** To whoever may sign such a request, beyond those whom the step has found: for readers who may know of authority. */
function WhoMaySign({ why, view }: { why: WhyView; view: RequestView }) {
  const { t } = useTranslation('request');
  const { rights } = useMe();
  if (!rights.includes('authority.read')) return null;
  const { amount, plan } = why.derivation;
  const asked = { process: view.definition.key, step: why.step, amount: amount?.amount, requester: view.requester.id };
  return (
    <Link to="/finance/who-may-sign" search={{ ...asked, plan: plan === 'over' ? plan : undefined }} className="finger">
      {t('whoMaySign')}
    </Link>
  );
}

/** How the step found its person: rules in order, everybody who was looked at, and why each was passed over. */
export function WhyDetails({ why }: { why: WhyView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  return (
    <div className={styles.details}>
      {why.derivation.rules.map((rule, index) => (
        <section key={index}>
          <h3 className={styles.rule}>
            {t('whyRule')} {index + 1} · {words(rule.rule)}
          </h3>
          <ul>
            {rule.candidates.map((candidate, place) => (
              <CandidateLine key={place} candidate={candidate} />
            ))}
          </ul>
        </section>
      ))}
      {why.derivation.plan ? <p className="hint">{t(why.derivation.plan === 'in' ? 'whyInPlan' : 'whyOverPlan')}</p> : null}
    </div>
  );
}

interface WhyLineProps {
  view: RequestView;
  why: WhyView;
  ladder?: LadderRung[] | null;
  short?: boolean;
}

/** “Why me?” as one line that opens. On a phone the line is short and the ladder of limits lives inside. */
export function WhyLine({ view, why, ladder = null, short = false }: WhyLineProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className={short ? styles.short : undefined}>
      <button type="button" className={`plain finger ${styles.line}`} aria-expanded={open} onClick={() => setOpen(!open)}>
        <CircleQuestionMark size={14} aria-hidden />
        <b>{t('whyMe')}</b>
        {short ? null : <span title={words(why.line)}>{words(why.line)}</span>}
        {short ? <ChevronRight size={16} aria-hidden className={styles.turn} /> : null}
      </button>
      {open ? (
        <>
          {short ? <p className={styles.said}>{words(why.line)}</p> : null}
          {ladder ? <LadderCard ladder={ladder} /> : null}
          <WhyDetails why={why} />
          <WhoMaySign why={why} view={view} />
        </>
      ) : null}
    </div>
  );
}
