import type { Resume } from '@countersign/domain';
import { Input, Radio } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCommand, RequestView } from '../../../shared/api/wire';
import { PersonPicker } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { onSendKeys } from '../../../shared/keyboard/send-keys';
import type { AskedPart } from '../decision/command-of';
import { Phrases } from '../inputs/phrases';
import { Avatar } from '../../../shared/kit/avatar';
import { Moment } from '../../../shared/kit/moment';
import { StanceInput } from '../inputs/task-inputs';
import { FormAsk, StepFieldsAsk } from './form-asks';
import { useTooLong } from '../../../shared/words/too-long';
import styles from '../operation/operation.module.css';
import { alongTheWay } from './along-the-way';
import { fitnessFor } from './fitness-for';
import { peopleOn } from './use-answers';
import type { AsksProps } from './asks-props';
import { ChangeAsk } from './change-ask';
import { DueAsk } from './due-ask';

function PersonAsk({ decision, option, answers }: AsksProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const id = useId();
  const step = decision.view.current.find((each) => each.step === option.step);
  const fitness = fitnessFor(decision.view, option, answers.from);
  return (
    <div>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {option.scope === 'task'
          ? t('operationPersonPlain')
          : step && !decision.view.blocked
            ? t('operationPerson', { step: words(step.title) })
            : t('operationPersonAny')}
      </label>
      <PersonPicker id={id} labelId={`${id}-label`} value={answers.person} onChange={answers.setPerson} fitness={fitness} />
    </div>
  );
}

/** Whose task it is, where several people have one. */
function FromAsk({ decision, option, answers }: AsksProps) {
  const { t } = useTranslation('request');
  const words = useWords();
  const id = useId();
  const people = peopleOn(decision.view, option);
  if (people.length < 2) return null;
  return (
    <div>
      <span id={id} className={styles.label}>
        {t('operationFrom')}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={answers.from}
        onChange={(event) => answers.setFrom(event.target.value as string)}
        options={people.map((person) => ({ value: person.id, label: words(person.name) }))}
        vertical
      />
    </div>
  );
}

/** Of several people who decided together, the first and how many more. */
function Target({ target, view }: { target: AllowedCommand['targets'][number]; view: RequestView }) {
  const { t } = useTranslation('request');
  const words = useWords();
  const [person] = target.people;
  const round = person?.id === view.requester.id && view.round > 1 ? t('targetRound', { round: view.round }) : '';
  return (
    <span className={styles.target}>
      {person ? <Avatar person={person} /> : <span className={styles.hollow} aria-hidden />}
      <span>
        {person ? <b>{words(person.name)}</b> : null} {person?.title ? <i>{words(person.title)}</i> : null}
        <small data-alone={!person}>
          {[words(target.title), round].filter(Boolean).join(t('listComma'))}
          {target.people.length > 1 ? t('targetOthers', { count: target.people.length - 1 }) : null}
        </small>
        {target.reason ? <small>{words(target.reason.text)}</small> : null}
      </span>
      {target.at ? (
        <small className={styles.when}>
          <Moment at={target.at} />
        </small>
      ) : null}
    </span>
  );
}

function TargetAsk({ decision, option, answers }: AsksProps) {
  const words = useWords();
  const id = useId();
  const [only, ...others] = option.targets;
  if (!only) return null;
  return (
    <div>
      <span id={id} className={styles.label}>
        {option.whereTo ? words(option.whereTo) : null}
      </span>
      {others.length === 0 ? (
        <Target target={only} view={decision.view} />
      ) : (
        <Radio.Group
          aria-labelledby={id}
          className={`${styles.choices} ${styles.way}`}
          value={answers.to}
          onChange={(event) => answers.setTo(event.target.value as string)}
          options={alongTheWay(option.targets).map((target) => ({
            value: target.to,
            disabled: target.reason !== null,
            label: <Target target={target} view={decision.view} />,
          }))}
          vertical
        />
      )}
    </div>
  );
}

const resumes: Resume[] = ['walk-again', 'straight-back', 'only-changed'];

function ResumeAsk({ answers }: AsksProps) {
  const { t } = useTranslation('request');
  const id = useId();
  const back = (answers.to ?? 'requester') === 'requester';
  return (
    <div>
      <span id={id} className={styles.label}>
        {t(back ? 'resume' : 'resumeStep')}
      </span>
      <Radio.Group
        aria-labelledby={id}
        className={styles.choices}
        value={answers.resume}
        onChange={(event) => answers.setResume(event.target.value as Resume)}
        options={resumes.map((choice) => ({
          value: choice,
          label: (
            <span>
              {t(`resume-${choice}`)}
              <small>{t(choice === 'walk-again' && !back ? 'resumeHint-from-step' : `resumeHint-${choice}`)}</small>
            </span>
          ),
        }))}
        vertical
      />
    </div>
  );
}

/** How each thing that a press may bring is asked. A new one is asked here; null: it comes with the button, or is asked below. */
const INPUTS: Record<AskedPart, ((props: AsksProps) => ReactNode) | null> = {
  from: FromAsk,
  person: PersonAsk,
  to: TargetAsk,
  resume: ResumeAsk,
  change: ChangeAsk,
  due: DueAsk,
  stance: ({ answers }) => <StanceInput value={answers.stance} lacking={null} onChange={answers.setStance} />,
  fields: StepFieldsAsk,
  form: FormAsk,
  comment: null,
  step: null,
  item: null,
  seen: null,
  again: null,
  bulk: null,
  choices: null,
};

/** In the order in which they are asked. */
const ORDER = Object.keys(INPUTS) as AskedPart[];

interface CommentProps extends AsksProps {
  onSend: (() => void) | undefined;
}

/** The reason, or what else is to be said. */
export function CommentAsk({ decision, option, answers, onSend }: CommentProps) {
  const { t } = useTranslation('request');
  const id = useId();
  const must = option.needsComment;
  const over = useTooLong()(answers.comment);
  const back = option.task !== null && answers.asks.includes('to');
  const text = useRef<TextAreaRef>(null);
  return (
    <div>
      <div className={styles.said}>
        <label htmlFor={id} className={styles.label}>
          {back ? t('returnComment') : t(must ? 'operationReason' : 'operationComment')}
          {must ? (
            <span className={styles.star} aria-hidden>
              {' *'}
            </span>
          ) : null}
          {must && !back ? <small>{t('operationReasonHint')}</small> : null}
        </label>
        {back ? (
          <Phrases
            view={decision.view}
            comment={answers.comment}
            most={5}
            back
            onAdded={(comment) => {
              answers.setComment(comment);
              text.current?.focus();
            }}
          />
        ) : null}
      </div>
      <Input.TextArea
        ref={text}
        id={id}
        rows={3}
        status={over === null ? '' : 'error'}
        aria-invalid={over !== null}
        data-first={back}
        value={answers.comment}
        aria-required={must}
        onChange={(event) => answers.setComment(event.target.value)}
        onKeyDown={onSendKeys(onSend)}
      />
    </div>
  );
}

/** What is asked before a press: a person, where to, an opinion, fields, the form. */
export function Asks(props: AsksProps) {
  const { answers } = props;
  return (
    <div className={styles.asks}>
      {ORDER.filter((asked) => answers.asks.includes(asked)).map((asked) => {
        const Ask = INPUTS[asked];
        return Ask ? <Ask key={asked} {...props} /> : null;
      })}
    </div>
  );
}
