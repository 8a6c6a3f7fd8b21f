import { EARLIER_TEXTS } from './earlier-text';
import { fieldLabel } from '../../wording/field-label';
import { overlaps } from '../../wording/in-force-text';
import { linkedDiffers, linkedNotApproved } from '../../wording/linked-text';
import type { Bilingual, Json } from '../../text/bilingual';
import type { Definition } from '../../definition/definition.schema';
import type { HouseRefusal, Refusal } from '../../request/refusal';
import { fieldList } from '../../wording/field-label';
import { OWN_REFUSALS, saidBy } from '../../operations/registry';
import { ownValue } from '../../text/own-value';
import { inBoth, lowerFirst, NO_NAMES, wordList, type Names } from '../../wording/names';
import { noAuthority, overLimit, ownAuthority } from './authority-refusal-text';
import { noApprover, notOwner, poisoned, rightNotHeldText } from './blocked-text';
import { lacksRoleText, notHeldText, tooOldText, valueTakenText } from './check-refusal-text';
import { doneWords } from './done-before-text';
import { notAssignable } from './not-assignable-text';
import { itemTitle, stepList, stepTitle } from '../sentence-context';

/** A step whose definition nobody knows. */
const NAMELESS = { zh: '—', en: '—' };

/** What a refusal is worded with; everything may be left out, and the text then names nobody. */
export interface RefusalContext {
  names?: Names;
  definition?: Definition | null;
  /** Writes a moment in the reader's time zone. */
  time?: (iso: string) => Bilingual;
}

interface RefusalCase {
  params: Record<string, Json>;
  names: Names;
  definition: Definition | null;
  time: (iso: string) => Bilingual;
}

type Words = (told: RefusalCase) => Bilingual;

const plain =
  (zh: string, en: string): Words =>
  () => ({ zh, en });

const HOUSE_WORDS: Record<HouseRefusal, Words> = {
  'already-decided': alreadyDecided,
  'not-assignee': onStep(
    (step) => `「${step}」不由您处理，只有这一步的处理人可以决定`,
    (step) => `“${step}” is not with you; only the people it is with can decide it`,
  ),
  'not-requester': plain('只有申请人本人可以这样做', 'Only the requester can do this'),
  'own-request': ({ params: { above } }) =>
    above === true
      ? {
          zh: '这份申请由您自己的申请发起，须由其他人处理',
          en: 'Your own request started this one, so somebody else has to decide it',
        }
      : { zh: '不能处理自己的申请，须由其他人处理', en: 'You cannot decide your own request; somebody else has to' },
  'own-correction': plain('这份申请的内容由您更正过，须由其他人处理', 'You corrected this request, so somebody else has to decide it'),
  'own-edit': onStep(
    (step) => `您在「${step}」更正过申请内容，这一步须由其他人处理`,
    (step) => `You corrected the form at “${step}”, so somebody else has to decide this step`,
  ),
  'own-assignment': plain(
    '这份申请与您本人有关，请由其他管理员指定处理人',
    'This request concerns you, so another administrator has to name who decides it',
  ),
  'own-benefit': ({ params: { above } }) =>
    above === true
      ? {
          zh: '发起这份申请的上级申请以您为受益人，须由其他人处理',
          en: 'You benefit from the request that started this one, so somebody else has to decide it',
        }
      : { zh: '您是这份申请的受益人，须由其他人处理', en: 'You benefit from this request, so somebody else has to decide it' },
  'own-authority': ownAuthority,
  'decided-before': onStep(
    (step) => `您已处理「${step}」，这一步须由其他人处理`,
    (step) => `You decided “${step}”, so somebody else has to decide this step`,
  ),
  'no-authority': noAuthority,
  'over-limit': overLimit,
  'required-fields': fields(
    (list) => `尚未填写${list}`,
    (list) => `Still to be filled in: ${list}`,
  ),
  'choice-required': ({ params, definition }) => {
    const list = definition && stepList(definition, strings(params.steps));
    return {
      zh: `请先为${list?.zh ?? '由您指定处理人的步骤'}选择处理人`,
      en: `Please choose who handles ${list?.en ?? 'the steps for which that is up to you'} first`,
    };
  },
  'lacks-role': lacksRoleText,
  'invalid-field': fields(
    (list) => `${list}填写有误，请改正后再提交`,
    (list) => `Please correct ${list}, then submit again`,
  ),
  'comment-required': plain('请先写意见', 'Please write a comment first'),
  'opinion-unsigned': plain(
    '请先选择意见：同意、反对或有条件同意',
    'Please choose your opinion first: in favour, against, or in favour with conditions',
  ),
  'stale-content': plain(
    '申请内容已有变化，请看过最新内容再决定',
    'The request has changed since you opened it; please read it as it stands now before you decide',
  ),
  'return-target': plain(
    '不能退回到这一步，请从列出的步骤中选择',
    'It cannot be returned to that step; please choose one of those offered',
  ),
  'too-many-rounds': ({ params }) => ({
    zh: `这份申请最多提交 ${String(params.max)} 次，不能再退回，请同意或驳回`,
    en: `A request goes through at most ${String(params.max)} ${params.max === 1 ? 'round' : 'rounds'}, so it cannot be returned again; please approve or reject it`,
  }),
  'may-not-start': mayNotStart,
  'too-old': tooOldText,
  ...EARLIER_TEXTS,
  'must-hold': notHeldText,
  'value-taken': valueTakenText,
  'one-in-force': ({ params: { request, day } }) =>
    typeof day === 'string'
      ? overlaps(request, day)
      : typeof request === 'string' && request !== ''
        ? {
            zh: `已有相同的申请 ${request} 在办或已批准，不能重复发起`,
            en: `${request}, which is in progress or approved, is about the same already; there can be only one`,
          }
        : {
            zh: '已有相同的申请在办或已批准，不能重复发起',
            en: 'Another request that is in progress or approved is about the same already; there can be only one',
          },
  'linked-not-approved': ({ params }) => linkedNotApproved(params),
  'linked-differs': ({ params, definition }) =>
    linkedDiffers(params, definition && typeof params['own'] === 'string' ? fieldLabel(definition, params['own']) : null),
  'odd-letter': ({ params: { value, letter } }) => ({
    zh: `「${String(value ?? '…')}」中的字母「${String(letter ?? '…')}」容易与其他字母混淆，请用键盘上的字母重新填写`,
    en: `The letter “${String(letter ?? '…')}” in “${String(value ?? '…')}” is easily taken for another; please type it with the letters of your keyboard`,
  }),
  'not-undoable': plain('没有可以撤销的操作，或之后已有人处理', 'There is nothing of yours to undo, or somebody has acted since then'),
  'undo-too-late': ({ params: { why, seconds } }) => {
    if (why === 'sent')
      return { zh: '后续事项已经发出，不能再撤销', en: 'What follows from it has already been sent, so it cannot be undone' };
    const en = 'The people or their authority have changed, and others would be asked now, so it cannot be undone';
    if (why === 'people') return { zh: '人员或权限有变动，这一步现在会由其他人处理，不能再撤销', en };
    return {
      zh: `已超过 ${String(seconds)} 秒，不能再撤销`,
      en: `More than ${String(seconds)} seconds have passed, so it cannot be undone`,
    };
  },
  'decision-made': plain(
    '已有人处理过，不能撤回；可以请处理人退回',
    'Somebody has already decided, so it cannot be withdrawn; ask whoever it is with to return it',
  ),
  'carried-out': onStep(
    (step) => `「${step}」已经办理，申请不能再撤回或驳回；需要更正请联系管理员`,
    (step) =>
      `“${step}” has been carried out, so the request can no longer be withdrawn or rejected; ask an administrator to put things right`,
  ),
  'done-before': ({ params, names, definition, time }) => {
    const at = typeof params.at === 'string' ? time(params.at) : { zh: '', en: '' };
    const what = definition && doneWords(String(params.step), { by: String(params.by), at }, { definition, names });
    return {
      zh: `${what?.zh ?? '这一步此前已经办理'}；请勿重复办理，核对所填内容后再确认`,
      en: `${what?.en ?? 'This step was carried out before'}; do not do it a second time: check what is filled in, then confirm`,
    };
  },
  'value-used': ({ params: { value, step }, definition }) => {
    const done = definition && stepList(definition, strings([step ?? null]));
    return {
      zh: `「${String(value ?? '…')}」在${done?.zh ?? '已办理的步骤'}时已经使用，不能再改；需要更正请联系管理员`,
      en: `“${String(value ?? '…')}” was used when ${done?.en ?? 'the step'} was carried out, so it cannot be changed any more; ask an administrator to put things right`,
    };
  },
  'not-blocked': plain('这份申请没有受阻，不需要重新查找处理人', 'This request is not stuck, so there is no need to look for people again'),
  'not-owner': notOwner,
  'right-not-held': rightNotHeldText,
  'no-longer-entitled': plain(
    '您的任职或授权已变更，这一步不再由您处理',
    'Your posts or grants have changed, so this step is no longer yours to decide',
  ),
  'not-assignable': notAssignable,
  'invalid-state': plain('申请已经不在这一步，请看最新内容', 'The request has moved on; please look at it as it stands now'),
  'no-approver': noApprover,
  poisoned,
  diverged: plain(
    '这份申请的留痕需要核对，核对完成前不能处理，请联系管理员',
    'The audit trail of this request has to be checked before anything else can happen; please contact an administrator',
  ),
  'unknown-request': plain('没有这份申请', 'There is no such request'),
  'given-up': ({ params }) => ({
    zh: `这项操作没能送达，管理员已放弃：${String(params['reason'] ?? '')}。请重新操作`,
    en: `This could not be delivered, and an administrator has given it up: ${String(params['reason'] ?? '')}. Please do it again`,
  }),
  'process-changed': plain('流程已更新，请核对后重新提交', 'The process has changed; please check the form and submit again'),
};

/** Why the answer is no, for people: what is wrong and who could, or what to do. Pure; without a context it names nobody. */
export function refusalText({ code, params }: Refusal, context: RefusalContext = {}): Bilingual {
  const { names = NO_NAMES, definition = null, time = () => ({ zh: '', en: '' }) } = context;
  const own = ownValue(OWN_REFUSALS, code);
  if (own)
    return own.text(params, {
      item: (step, id) => itemTitle({ definition }, step, id),
      step: (id) => (definition ? stepTitle({ definition }, id) : NAMELESS),
      time,
    });
  return HOUSE_WORDS[code as HouseRefusal]({ params, names, definition, time });
}

function onStep(zh: (step: string) => string, en: (step: string) => string): Words {
  return ({ params, definition }) => {
    const title = definition ? stepTitle({ definition }, String(params.step)) : { zh: '这一步', en: 'this step' };
    return { zh: zh(title.zh), en: en(title.en) };
  };
}

function fields(zh: (list: string) => string, en: (list: string) => string): Words {
  return ({ params, definition }) => {
    const list = fieldList(definition, strings(params.fields));
    return { zh: zh(list.zh), en: en(list.en) };
  };
}

function alreadyDecided({ params, names, time }: RefusalCase): Bilingual {
  const said = saidBy(String(params.decision));
  const decision = said ? { zh: said.zh, en: lowerFirst(said.en) } : { zh: '处理', en: 'decided' };
  const at = typeof params.at === 'string' ? time(params.at) : { zh: '', en: '' };
  const when = { zh: at.zh ? `于 ${at.zh} ` : '', en: at.en ? ` at ${at.en}` : '' };
  if (params.own === true) return { zh: `您已经${when.zh}${decision.zh}了`, en: `You have already ${decision.en} this${when.en}` };
  const by = ownValue(names.people, String(params.by)) ?? { zh: '其他人', en: 'somebody else' };
  return { zh: `已由${by.zh}${when.zh}${decision.zh}`, en: `Already ${decision.en} by ${by.en}${when.en}` };
}

function mayNotStart({ params, names }: RefusalCase): Bilingual {
  if (params.why === 'no-post')
    return {
      zh: '您还没有岗位，不能发起申请，请联系人事',
      en: 'You have no post yet, so you cannot start requests; please contact HR',
    };
  const roles = inBoth((language) =>
    wordList(
      strings(params.roles).flatMap((role) => ownValue(names.roles, role)?.[language] ?? []),
      language,
    ),
  );
  if (roles.zh === '') return { zh: '您的岗位不能发起这个流程', en: 'Your post does not allow you to start this process' };
  return { zh: `只有${roles.zh}可以发起这个流程`, en: `Only ${roles.en} can start this process` };
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
