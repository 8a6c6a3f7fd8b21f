import { isCalling, isPausing, isStarting } from '../../definition/flow';
import { kindOf } from '../../definition/step.schema';
import type { Bilingual } from '../../text/bilingual';
import { WITH_REQUESTER, type Undoable } from '../../request/request-state';
import type { OwnClosings } from '../../request/words/own-words';
import type { DroppedWhy, HouseEvent, OwnEvent, TaskClosing, TransitionEvent } from '../../request/transition';
import { conditionBrief, stanceText } from '../../wording/condition-text';
import type { Naming } from '../../operations/words/operation-words';
import { operationOf, OWN_CLOSINGS, OWN_EVENTS, saidBy } from '../../operations/registry';
import { upperFirst } from '../../text/upper-first';
import { samePersonText } from './merged-text';
import { lowerFirst } from '../../wording/names';
import { ownValue } from '../../text/own-value';
import { humanStepOf, itemTitle, laneTitle, personName, stepOf, stepTitle, whenText, type SentenceContext } from '../sentence-context';
import { OUTCOME_TEXT } from '../step-words';

type EventOf<T extends TransitionEvent['type']> = Extract<TransitionEvent, { type: T }>;

const HOUSE_CLOSINGS: Record<Exclude<TaskClosing, OwnClosings[keyof OwnClosings]>, Bilingual> = {
  'decided-by-other': { zh: '已由他人处理', en: 'Decided by somebody else' },
  settled: { zh: '结果已定，无需再表态', en: 'No longer needed: the others have settled it' },
  'branch-settled': { zh: '并行的其他分支已有结果，不再需要处理', en: 'No longer needed: the lanes beside it have settled it' },
  'asked-earlier': { zh: '先请前面的步骤重新确认，之后再请处理', en: 'Earlier steps are asked again first; it comes back afterwards' },
};

const DROPPED_BECAUSE: Record<DroppedWhy, Bilingual> = {
  'parent-ended': { zh: '本申请已结束', en: 'this request has ended' },
  'walked-again': { zh: '本申请退回重办', en: 'this request is asked anew from before' },
  'not-needed': { zh: '结果已定', en: 'it is settled without them' },
};

const HOUSE_WORDS: { [T in HouseEvent['type']]: (event: EventOf<T>, context: SentenceContext) => Bilingual } = {
  'request.submitted': ({ round }) => (round === 1 ? { zh: '提交', en: 'Submitted' } : { zh: '重新提交', en: 'Resubmitted' }),
  'task.opened': ({ step }, context) => {
    const title = stepTitle(context, step);
    return { zh: `收到待办「${title.zh}」`, en: `Received “${title.en}”` };
  },
  'task.closed': ({ reason }) => OWN_CLOSINGS[reason] ?? HOUSE_CLOSINGS[reason as keyof typeof HOUSE_CLOSINGS],
  'task.decided': decided,
  'step.passed': ({ step }, context) => {
    const title = stepTitle(context, step);
    return { zh: `「${title.zh}」已通过`, en: `“${title.en}” passed` };
  },
  'step.merged': ({ step }, context) => {
    const title = stepTitle(context, step);
    const why = samePersonText(step, context);
    return { zh: `「${title.zh}」${why.zh}，自动通过`, en: `“${title.en}” passed automatically: ${why.en}` };
  },
  'step.skipped': skipped,
  'lane.rejected': ({ step, lane }, context) => {
    const [title, way] = [stepTitle(context, step), laneTitle(context, step, lane)];
    if (repeats(context, step)) return { zh: `「${title.zh}」这一轮未同意`, en: `“${title.en}”: no consent in this round` };
    if (endsAsByAYes(context, step, lane))
      return {
        zh: `「${title.zh}」的分支「${way.zh}」未通过，由后面的步骤处理`,
        en: `The lane “${way.en}” of “${title.en}” was rejected; what follows sees to it`,
      };
    return {
      zh: `「${title.zh}」的分支「${way.zh}」未通过，其他分支继续`,
      en: `The lane “${way.en}” of “${title.en}” was rejected; the others go on`,
    };
  },
  'lanes.settled': ({ step, passed, of }, context) => {
    const title = stepTitle(context, step);
    if (repeats(context, step))
      return passed > 0
        ? { zh: `「${title.zh}」已同意，循环结束`, en: `“${title.en}”: agreed, no further round` }
        : { zh: `「${title.zh}」轮数已满，仍未同意`, en: `“${title.en}”: no rounds are left, and no consent` };
    return {
      zh: `「${title.zh}」汇合：${of} 条分支中 ${passed} 条通过`,
      en: `“${title.en}” came together: ${passed} of ${of} lanes passed`,
    };
  },
  'loop.again': ({ step, round }, context) => {
    const title = stepTitle(context, step);
    return { zh: `「${title.zh}」第 ${round} 轮开始`, en: `“${title.en}”: round ${round} begins` };
  },
  'walk.went-back': () => ({
    zh: '关键内容有改动，先请前面的步骤重新确认',
    en: 'Something material changed, so earlier steps are asked again first',
  }),
  'step.asks-others': ({ dropped: [step = ''] }, context) => {
    const title = stepTitle(context, step);
    return { zh: `内容有改动，「${title.zh}」的处理人随之重新确定`, en: `What was changed decides anew who is asked at “${title.en}”` };
  },
  'children.started': ({ step, children }, context) => {
    const title = stepTitle(context, step);
    return children.length === 1
      ? { zh: `发起子申请「${title.zh}」`, en: `Started the child request “${title.en}”` }
      : { zh: `发起 ${children.length} 份子申请「${title.zh}」`, en: `Started ${children.length} child requests “${title.en}”` };
  },
  'children.dropped': ({ step, children, why }, context) => {
    const [title, because] = [step === null ? null : stepTitle(context, step), DROPPED_BECAUSE[why]];
    return {
      zh: `${because.zh}，撤回${title ? `「${title.zh}」的` : ''} ${children.length} 份子申请`,
      en: `Withdrew ${children.length === 1 ? 'a child request' : `${children.length} child requests`}${title ? ` of “${title.en}”` : ''}: ${because.en}`,
    };
  },
  'pause.begun': ({ step, until }, context) => {
    const [title, when] = [stepTitle(context, step), whenText(context, until)];
    return { zh: `「${title.zh}」等到 ${when.zh}`, en: `“${title.en}” waits until ${when.en}` };
  },
  'pause.over': ({ step }, context) => {
    const title = stepTitle(context, step);
    return { zh: `「${title.zh}」时间已到，申请继续`, en: `“${title.en}” is over; the request goes on` };
  },
  'pause.moved': ({ step, is }, context) => {
    const [title, when] = [stepTitle(context, step), whenText(context, is)];
    return { zh: `「${title.zh}」改为等到 ${when.zh}`, en: `“${title.en}” now waits until ${when.en}` };
  },
  'call.sent': ({ step }, context) => {
    const title = stepTitle(context, step);
    return { zh: `「${title.zh}」：已交外部系统办理`, en: `“${title.en}”: passed to another system` };
  },
  'copy.sent': () => ({ zh: '收到抄送', en: 'Received a copy' }),
  'request.blocked': ({ step, kind }, context) => {
    const title = stepTitle(context, step);
    if (kind === 'poisoned') return { zh: '流程运行出错，申请已停住', en: 'The process ran into an error and the request was stopped' };
    if (step === WITH_REQUESTER)
      return {
        zh: '申请人已停用，不能修改，已请管理员处理',
        en: 'The requester has left and cannot change it; an administrator has been asked to sort it out',
      };
    const found = stepOf(context, step);
    if (found && isStarting(found))
      return {
        zh: `「${title.zh}」的子申请不能继续，已请管理员解决`,
        en: `The child requests of “${title.en}” cannot go on; an administrator has been asked to sort it out`,
      };
    if (found && isCalling(found))
      return {
        zh: `「${title.zh}」没有办成，已请管理员解决`,
        en: `“${title.en}” has failed; it is with an administrator to be sorted out`,
      };
    if (found && isPausing(found))
      return {
        zh: `「${title.zh}」算不出等到什么时候，已请管理员解决`,
        en: `Nobody can tell until when “${title.en}” waits; it is with an administrator to be sorted out`,
      };
    return {
      zh: `「${title.zh}」没有可以处理的人，已请管理员解决`,
      en: `Nobody can act on “${title.en}”; it is with an administrator to be sorted out`,
    };
  },
  'request.unblocked': ({ step }, context) => {
    if (step === WITH_REQUESTER) return { zh: '申请人可以继续修改', en: 'The requester can change it again' };
    const title = stepTitle(context, step);
    const found = stepOf(context, step);
    if (found && isStarting(found)) return { zh: `「${title.zh}」的子申请可以继续`, en: `The child requests of “${title.en}” can go on` };
    if (found && (isPausing(found) || isCalling(found))) return { zh: `「${title.zh}」可以继续`, en: `“${title.en}” can go on` };
    return { zh: `已重新查找「${title.zh}」的处理人`, en: `People for “${title.en}” were looked for again` };
  },
  'choice.changed': ({ step, from, to }, context) => {
    const title = stepTitle(context, step);
    const [was, is] = [personName(context, from), personName(context, to)];
    return { zh: `「${title.zh}」改选${is.zh}处理，原为${was.zh}`, en: `Chose ${is.en} for “${title.en}” instead of ${was.en}` };
  },
  'request.finished': ({ outcome }) => OUTCOME_TEXT[outcome],
};

/** Whether a no in a lane ends it as a yes would. */
function endsAsByAYes(context: SentenceContext, id: string, lane: number): boolean {
  const step = stepOf(context, id);
  const lanes = step?.kind === 'parallel' || step?.kind === 'inclusive' ? step.lanes : [];
  return lanes[lane]?.onReject === 'pass';
}

/** Whether a step repeats its own, so that it has rounds and no lanes. */
function repeats(context: SentenceContext, id: string): boolean {
  const step = stepOf(context, id);
  return step !== undefined && kindOf(step).repeats === true;
}

/** What happened, for the timeline, without its subject: 审核通过 / Reviewed. Pure. */
export function eventText(event: TransitionEvent, context: SentenceContext): Bilingual {
  const own = ownValue(OWN_EVENTS, event.type);
  if (own) return own.text(event as OwnEvent, namingOf(context));
  return (HOUSE_WORDS[event.type as HouseEvent['type']] as (event: TransitionEvent, context: SentenceContext) => Bilingual)(event, context);
}

/** What is said where people were looked for again by hand and nobody was found: whoever looked is no news to themselves. Pure. */
export function inVainText(step: string, context: SentenceContext): Bilingual | null {
  if (humanStepOf(context, step) === undefined) return null;
  const title = stepTitle(context, step);
  return {
    zh: `重新查找「${title.zh}」的处理人，仍没有可以处理的人`,
    en: `Looked again for somebody to act on “${title.en}”; still nobody can`,
  };
}

function namingOf(context: SentenceContext): Naming {
  return {
    step: (id) => stepTitle(context, id),
    item: (step, id) => itemTitle(context, step, id),
    field: (key) => context.definition.form.fields.find((field) => field.key === key)?.label ?? { zh: key, en: key },
    person: (id) => personName(context, id),
    undone: (type, step) => undoneText(type, step, context),
  };
}

/** What is said of a decision once it was taken back: in the words of its step, where that has its own. */
function undoneText(type: Undoable['type'], id: string | null, context: SentenceContext): Bilingual {
  const { undone, undoneOn, button } = operationOf(type);
  const step = id === null ? null : humanStepOf(context, id);
  return (step && undoneOn?.(step)) ?? undone ?? button;
}

function decided({ step: id, decision, stance, actingFor }: EventOf<'task.decided'>, context: SentenceContext): Bilingual {
  const said = saidBy(decision, humanStepOf(context, id) ?? undefined) ?? operationOf(decision).past;
  const own = { zh: said.zh, en: upperFirst(said.en) };
  const done = actingFor === undefined ? own : inPlaceOf(own, personName(context, actingFor));
  if (stance === null) return done;
  const signed = stanceText(stance);
  return { zh: `${done.zh}：${signed.zh}`, en: `${done.en}: ${signed.en}` };
}

/** A word given for somebody who is away: 代周岩同意 / Approved, for Zhou Yan. */
function inPlaceOf(said: Bilingual, absent: Bilingual): Bilingual {
  return { zh: `代${absent.zh}${said.zh.replace(/^已/, '')}`, en: `${said.en}, for ${absent.en}` };
}

function skipped({ step: id, reason }: EventOf<'step.skipped'>, context: SentenceContext): Bilingual {
  const step = stepOf(context, id);
  const title = stepTitle(context, id);
  if (reason === 'nobody')
    return {
      zh: `「${title.zh}」没有可以处理的人，按流程规定跳过`,
      en: `“${title.en}” skipped: nobody can act on it, and the process allows that`,
    };
  if (reason === 'waived') return { zh: `「${title.zh}」由管理员跳过`, en: `“${title.en}” passed over by an administrator` };
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
