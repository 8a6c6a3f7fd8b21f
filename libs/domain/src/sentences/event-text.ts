import type { Bilingual } from '../text/bilingual';
import { WITH_REQUESTER } from '../request/request-state';
import type { TaskClosing, TransitionEvent } from '../request/transition';
import { conditionBrief, stanceText } from '../wording/condition-text';
import { operationOf, saidBy } from '../operations/registry';
import { lowerFirst } from '../wording/names';
import { humanStepOf, personName, stepOf, stepTitle, type SentenceContext } from './sentence-context';
import { OUTCOME_TEXT } from './step-words';

type EventOf<T extends TransitionEvent['type']> = Extract<TransitionEvent, { type: T }>;

const CLOSINGS: Record<TaskClosing, Bilingual> = {
  'decided-by-other': { zh: '已由他人处理', en: 'Decided by somebody else' },
  returned: { zh: '申请已退回', en: 'The request was returned' },
  withdrawn: { zh: '申请已撤回', en: 'The request was withdrawn' },
  undone: { zh: '上一步已撤销', en: 'The previous step was undone' },
  rejected: { zh: '申请已驳回', en: 'The request was rejected' },
  'resolved-again': { zh: '已重新查找处理人', en: 'People were looked for again' },
  assigned: { zh: '已指定处理人', en: 'Somebody was assigned' },
  'no-longer-entitled': { zh: '任职或授权已变更，不再由此人处理', en: 'Posts or grants changed, so it is no longer with them' },
  lapsed: { zh: '申请内容已更正', en: 'The request was corrected' },
  terminated: { zh: '申请已终止', en: 'The request was terminated' },
  blocked: { zh: '申请受阻', en: 'The request got stuck' },
};

const EVENT_WORDS: { [T in TransitionEvent['type']]: (event: EventOf<T>, context: SentenceContext) => Bilingual } = {
  'request.submitted': ({ round }) => (round === 1 ? { zh: '提交', en: 'Submitted' } : { zh: '重新提交', en: 'Resubmitted' }),
  'task.opened': ({ step }, context) => {
    const title = stepTitle(context, step);
    return { zh: `收到待办「${title.zh}」`, en: `Received “${title.en}”` };
  },
  'task.closed': ({ reason }) => CLOSINGS[reason],
  'task.decided': decided,
  'step.passed': ({ step }, context) => {
    const title = stepTitle(context, step);
    return { zh: `「${title.zh}」已通过`, en: `“${title.en}” passed` };
  },
  'step.merged': ({ step }, context) => {
    const title = stepTitle(context, step);
    return { zh: `「${title.zh}」与上一步为同一人，自动通过`, en: `“${title.en}” passed automatically: same person as the previous step` };
  },
  'step.skipped': skipped,
  'copy.sent': () => ({ zh: '收到抄送', en: 'Received a copy' }),
  'request.returned': ({ to, resume }, context) => {
    const title = stepTitle(context, to);
    const back = resume === 'straight-back' ? { zh: '，改好后直接回到退回人', en: ', then straight back' } : { zh: '', en: '' };
    if (to === 'requester') return { zh: `退回申请人修改${back.zh}`, en: `Returned to the requester${back.en}` };
    return { zh: `退回至「${title.zh}」${back.zh}`, en: `Returned to “${title.en}”${back.en}` };
  },
  'request.blocked': ({ step, kind }, context) => {
    const title = stepTitle(context, step);
    if (kind === 'poisoned') return { zh: '流程运行出错，申请已停住', en: 'The process ran into an error and the request was stopped' };
    if (step === WITH_REQUESTER)
      return {
        zh: '申请人已停用，不能修改，已请管理员处理',
        en: 'The requester has left and cannot change it; an administrator has been asked to sort it out',
      };
    return {
      zh: `「${title.zh}」没有可以处理的人，已请管理员解决`,
      en: `Nobody can act on “${title.en}”; it is with an administrator to be sorted out`,
    };
  },
  'request.unblocked': ({ step }, context) => {
    if (step === WITH_REQUESTER) return { zh: '申请人可以继续修改', en: 'The requester can change it again' };
    const title = stepTitle(context, step);
    return { zh: `已重新查找「${title.zh}」的处理人`, en: `People for “${title.en}” were looked for again` };
  },
  'decision.undone': ({ what }) => operationOf(what).undone ?? operationOf(what).button,
  'step.assigned': ({ step, person }, context) => {
    if (step === WITH_REQUESTER) {
      const name = personName(context, person);
      return { zh: `指定${name.zh}代申请人修改`, en: `Assigned ${name.en} to change it for the requester` };
    }
    const title = stepTitle(context, step);
    const name = personName(context, person);
    return { zh: `指定${name.zh}处理「${title.zh}」`, en: `Assigned “${title.en}” to ${name.en}` };
  },
  'choice.changed': ({ step, from, to }, context) => {
    const title = stepTitle(context, step);
    const [was, is] = [personName(context, from), personName(context, to)];
    return { zh: `「${title.zh}」改选${is.zh}处理，原为${was.zh}`, en: `Chose ${is.en} for “${title.en}” instead of ${was.en}` };
  },
  'request.corrected': () => ({ zh: '更正内容并继续', en: 'Corrected and resumed' }),
  'request.finished': ({ outcome }) => OUTCOME_TEXT[outcome],
  'request.closed': () => ({ zh: '已办结', en: 'Closed' }),
};

/** What happened, for the timeline, without its subject: 审核通过 / Reviewed. Pure. */
export function eventText(event: TransitionEvent, context: SentenceContext): Bilingual {
  return (EVENT_WORDS[event.type] as (event: TransitionEvent, context: SentenceContext) => Bilingual)(event, context);
}

function decided({ step: id, decision, stance }: EventOf<'task.decided'>, context: SentenceContext): Bilingual {
  const done = saidBy(decision, humanStepOf(context, id) ?? undefined) ?? operationOf(decision).past;
  if (stance === null) return done;
  const signed = stanceText(stance);
  return { zh: `${done.zh}：${signed.zh}`, en: `${done.en}: ${signed.en}` };
}

function skipped({ step: id, reason }: EventOf<'step.skipped'>, context: SentenceContext): Bilingual {
  const step = stepOf(context, id);
  const title = stepTitle(context, id);
  if (reason === 'nobody')
    return {
      zh: `「${title.zh}」没有可以处理的人，按流程规定跳过`,
      en: `“${title.en}” skipped: nobody can act on it, and the process allows that`,
    };
  const why = skipReason(id, context);
  return step?.when
    ? { zh: `「${title.zh}」跳过：${why.zh}`, en: `“${title.en}” skipped: ${lowerFirst(why.en)}` }
    : { zh: `「${title.zh}」跳过`, en: `“${title.en}” skipped` };
}

/** Why a step's condition left it out: 不高于 ¥5,000 / Not above ¥5,000. Pure. */
export function skipReason(step: string, context: SentenceContext): Bilingual {
  const condition = stepOf(context, step)?.when;
  return (condition && conditionBrief(condition, context, true)) ?? { zh: '这种情况不需要', en: 'Not needed in this case' };
}
