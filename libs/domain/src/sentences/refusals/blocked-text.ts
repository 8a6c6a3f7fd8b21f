import { LIMITS } from '../../definition/limits';
import { CHILD_REFUSED, CHILD_REJECTED, NO_STARTER, TOO_DEEP, TOO_MANY_CHILDREN } from '../../request/links/children';
import { RIGHT_TITLE } from '../../people/rights';
import { CLOCK_STANDS_STILL, NO_DATE } from '../../people/times/pause-verdict';
import { REQUESTER_GONE } from '../../people/resolve/requester-gone';
import { MOST_SEATS, TOO_FEW_APPROVERS, TOO_MANY_APPROVERS } from '../../people/resolve/resolve';
import { CALL_FAILED } from '../../people/times/unasked-verdict';
import type { Bilingual, Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { inBoth, wordList, type Names } from '../../wording/names';

/** A refusal because nobody can move the request in the ordinary way. */
interface RefusalCase {
  params: Record<string, Json>;
  names: Names;
}

/** Why a step that asks nobody cannot go on. */
const STUCK: Readonly<Partial<Record<string, Bilingual>>> = {
  [CHILD_REFUSED]: { zh: '子申请未能发起', en: 'A child request could not be started' },
  [CHILD_REJECTED]: { zh: '子申请没有获得批准', en: 'A child request was not approved' },
  [NO_STARTER]: { zh: '找不到子申请的申请人', en: 'Nobody was found whose request the child request would be' },
  [NO_DATE]: { zh: '要等到的日期没有填写', en: 'The date until which it waits is blank' },
  [CLOCK_STANDS_STILL]: {
    zh: '工作日历没有工作时间，算不出等到什么时候',
    en: 'The working calendar has no working time, so nobody can tell until when it waits',
  },
  [CALL_FAILED]: { zh: '外部系统没有办成', en: 'The other system did not do what it was asked' },
  [TOO_DEEP]: {
    zh: `子申请已套了 ${LIMITS.childrenDeep} 层，不能再发起下一层`,
    en: `Requests have started requests ${LIMITS.childrenDeep} levels deep; no further level can be started`,
  },
  [TOO_MANY_CHILDREN]: {
    zh: `一步最多发起 ${LIMITS.children} 份子申请`,
    en: `One step starts at most ${LIMITS.children} child requests`,
  },
};

/** Nobody may decide a step, the requester is gone who should change the request, or more people qualify than can be asked at once, or fewer than it takes; and whose it is now. Pure. */
export function noApprover({ params, names }: RefusalCase): Bilingual {
  const people = ownersOf(params, names);
  if (params.reason === REQUESTER_GONE) {
    return {
      zh: `申请人已停用，不能修改，已请${people.zh || '管理员'}解决`,
      en: `The requester has left and cannot change it; it is with ${people.en || 'an administrator'} to be sorted out`,
    };
  }
  if (params.reason === TOO_MANY_APPROVERS) {
    return {
      zh: `这一步符合条件的超过 ${MOST_SEATS} 人，无法同时请他们处理，已请${people.zh || '管理员'}解决`,
      en: `More than ${MOST_SEATS} people qualify for this step, too many to ask at once; it is with ${people.en || 'an administrator'} to be sorted out`,
    };
  }
  if (params.reason === TOO_FEW_APPROVERS) {
    return {
      zh: `这一步可以处理的人太少，全部同意也不能通过，已请${people.zh || '管理员'}解决`,
      en: `Too few people can act on this step for it to pass, even if all agree; it is with ${people.en || 'an administrator'} to be sorted out`,
    };
  }
  const stuck = ownValue(STUCK, String(params.reason));
  if (stuck !== undefined)
    return {
      zh: `${stuck.zh}，已请${people.zh || '管理员'}解决`,
      en: `${stuck.en}; it is with ${people.en || 'an administrator'} to be sorted out`,
    };
  return {
    zh: `这一步没有可以处理的人，已请${people.zh || '管理员'}解决`,
    en: `Nobody can act on this step; it is with ${people.en || 'an administrator'} to be sorted out`,
  };
}

/** The process ran into an error. Pure. */
export function poisoned({ params, names }: RefusalCase): Bilingual {
  const people = ownersOf(params, names);
  return {
    zh: `流程运行出错，申请已停住，已请${people.zh || '管理员'}解决`,
    en: `The process ran into an error and the request has been stopped; it is with ${people.en || 'an administrator'} to be sorted out`,
  };
}

/** Somebody else looks after requests that nobody can move. Pure. */
export function notOwner({ params, names }: RefusalCase): Bilingual {
  const people = ownersOf(params, names);
  return {
    zh: `只有负责处理受阻申请的人可以这样做${people.zh ? `：${people.zh}` : ''}`,
    en: `Only those in charge of stuck requests can do this${people.en ? `: ${people.en}` : ''}`,
  };
}

/** Whoever looks after a request does not hold the right that the act takes: who gives it, and whether that is they themselves. Pure. */
export function rightNotHeldText({ params: { right, gives } }: RefusalCase): Bilingual {
  const title = ownValue(RIGHT_TITLE, String(right));
  const takes = {
    zh: `这需要${title ? `「${title.zh}」` : '管理员'}权限，您还没有`,
    en: `This takes ${title ? `the right “${title.en}”` : 'a right'}, which you do not hold`,
  };
  return gives === true
    ? {
        zh: `${takes.zh}；请先在「导入组织」中授予自己或他人`,
        en: `${takes.en}; give it to yourself or somebody else first, under “Import the directory”`,
      }
    : { zh: `${takes.zh}；请联系管理员授予`, en: `${takes.en}; please ask an administrator for it` };
}

function ownersOf({ owners }: Record<string, Json>, names: Names): Bilingual {
  const ids = Array.isArray(owners) ? owners.map(String) : [];
  return inBoth((language) =>
    wordList(
      ids.flatMap((id) => ownValue(names.people, id)?.[language] ?? []),
      language,
    ),
  );
}
