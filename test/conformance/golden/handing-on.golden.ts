import { readGolden } from './read-golden';
import type { WireForm } from './golden';

const topic = (): WireForm => ({ topic: '橱窗灯' });
const DESK = `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei approve
        → task.decided look tang-lei approve · step.passed look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang`;

export const HANDING_ON = readGolden('table-desk', [
  {
    name: 'of several one claims it, lets it go again, and hands it to another who could have had it',
    forms: { first: topic },
    rows: `${DESK}
      liu-chang approve
        → refused claim-first
      liu-chang release
        → refused not-claimed
      li-na claim
        → refused not-assignee
      liu-chang claim
        → task.closed desk he-qiong claimed · task.claimed desk ⇒ desk: liu-chang
      liu-chang claim
        → refused nothing-to-claim
      liu-chang release
        → task.released desk · task.opened desk he-qiong ⇒ desk: liu-chang, he-qiong
      he-qiong claim
        → task.closed desk liu-chang claimed · task.claimed desk ⇒ desk: he-qiong
      he-qiong transfer person=li-na comment=“出差”
        → refused own-matter-of
      he-qiong transfer person=liu-chang
        → refused comment-required
      he-qiong transfer person=liu-chang comment=“出差”
        → task.closed desk he-qiong transferred · task.transferred desk liu-chang · task.opened desk liu-chang ⇒ desk: liu-chang
      he-qiong approve
        → refused not-assignee
      liu-chang approve
        → task.decided desk liu-chang approve · step.passed desk · task.opened board zheng-guohua · task.opened board song-lan ⇒ board: zheng-guohua, song-lan
    `,
  },
  {
    name: 'advice is asked for and given, or not waited for',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei recall
        → refused nothing-lent
      tang-lei advise comment=“可以”
        → refused not-asked
      tang-lei consult person=li-na comment=“怎么看”
        → refused own-matter-of
      tang-lei consult person=wu-di comment=“怎么看”
        → task.closed look tang-lei lent · advice.asked look wu-di · task.opened look wu-di ⇒ look: wu-di
      tang-lei approve
        → refused not-assignee
      wu-di approve
        → refused advice-only
      wu-di advise
        → refused comment-required
      wu-di advise comment=“可以”
        → task.closed look wu-di advised · advice.given look tang-lei · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei consult person=wu-di comment=“再看看”
        → task.closed look tang-lei lent · advice.asked look wu-di · task.opened look wu-di ⇒ look: wu-di
      tang-lei recall
        → task.closed look wu-di recalled · advice.recalled look wu-di · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei approve
        → task.decided look tang-lei approve · step.passed look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
    `,
  },
  {
    name: 'a question moves nothing, and whoever is asked does nothing but answer it',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei answer comment=“好”
        → refused not-asked
      tang-lei ask person=li-na
        → refused comment-required
      tang-lei ask person=li-na comment=“几盏灯”
        → question.asked look li-na · task.opened look li-na ⇒ look: tang-lei, li-na
      tang-lei ask person=li-na comment=“几盏灯”
        → refused already-theirs
      li-na answer
        → refused comment-required
      li-na answer comment=“两盏”
        → task.closed look li-na answered · question.answered look tang-lei ⇒ look: tang-lei
      tang-lei copy person=wu-di
        → copy.given look wu-di · copy.sent look wu-di ⇒ look: tang-lei
      tang-lei copy person=wu-di
        → refused reads-it-already
      tang-lei approve
        → task.decided look tang-lei approve · step.passed look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
    `,
  },
  {
    name: 'who waits urges, once in a while',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei urge
        → refused waits-for-you
      tang-lei copy person=wu-di
        → copy.given look wu-di · copy.sent look wu-di ⇒ look: tang-lei
      wu-di urge
        → refused not-requester
      li-na urge
        → request.urged ⇒ look: tang-lei
      li-na urge
        → refused urged-lately
    `,
  },
  {
    name: 'a decision is taken back until somebody has built on it',
    forms: { first: topic },
    rows: `${DESK}
      liu-chang take-back
        → refused decides-first
      tang-lei take-back
        → task.closed desk he-qiong taken-back · task.closed desk liu-chang taken-back · decision.undone approve look · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei approve
        → task.decided look tang-lei approve · step.passed look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
      liu-chang claim
        → task.closed desk he-qiong claimed · task.claimed desk ⇒ desk: liu-chang
      liu-chang approve
        → task.decided desk liu-chang approve · step.passed desk · task.opened board zheng-guohua · task.opened board song-lan ⇒ board: zheng-guohua, song-lan
      tang-lei take-back
        → refused not-undoable
    `,
  },
  {
    name: 'a step that may be left out is, by whom the process names',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei leave-out step=look comment=“不用看”
        → refused not-yours-to-leave-out
      li-na leave-out step=look
        → refused comment-required
      li-na leave-out step=look comment=“已看过”
        → task.closed look tang-lei left-out · step.left-out look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
    `,
  },
  {
    name: 'whoever leaves a step out takes that back, whoever was asked beside its own people',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei sign-beside person=wu-di comment=“请一同看”
        → signer.beside look wu-di · task.opened look wu-di ⇒ look: tang-lei, wu-di
      li-na leave-out step=look comment=“已看过”
        → task.closed look tang-lei left-out · task.closed look wu-di left-out · step.left-out look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
      li-na undo
        → task.closed desk he-qiong undone · task.closed desk liu-chang undone · decision.undone leave-out look · task.opened look tang-lei · task.opened look wu-di ⇒ look: tang-lei, wu-di
    `,
  },
  {
    name: 'others sign before, after and beside, and one who has not signed is taken out again',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei sign-before person=wu-di
        → refused comment-required
      tang-lei remove-signer
        → refused nothing-added
      tang-lei sign-after person=tang-lei comment=“请一同看”
        → refused signs-already
      tang-lei sign-beside person=wu-di comment=“请一同看”
        → signer.beside look wu-di · task.opened look wu-di ⇒ look: tang-lei, wu-di
      tang-lei sign-beside person=wu-di comment=“请一同看”
        → refused signs-already
      tang-lei remove-signer
        → task.closed look wu-di signer-removed · signer.removed look wu-di ⇒ look: tang-lei
      tang-lei sign-after person=liang-xue comment=“请后看”
        → signer.after look liang-xue ⇒ look: tang-lei
      tang-lei sign-before person=wu-di comment=“请先看”
        → task.closed look tang-lei signed-before · signer.before look wu-di · task.opened look wu-di ⇒ look: wu-di
      tang-lei approve
        → refused not-assignee
      wu-di approve
        → task.decided look wu-di approve · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei approve
        → task.decided look tang-lei approve · task.opened look liang-xue ⇒ look: liang-xue
      liang-xue approve
        → task.decided look liang-xue approve · step.passed look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
    `,
  },
  {
    name: 'who signs with others may abstain, where the step lets them',
    forms: { first: topic },
    rows: `
      li-na submit form=first
        → request.submitted 1 · task.opened look tang-lei ⇒ look: tang-lei
      tang-lei abstain
        → refused invalid-state
      tang-lei approve
        → task.decided look tang-lei approve · step.passed look · task.opened desk he-qiong · task.opened desk liu-chang ⇒ desk: he-qiong, liu-chang
      liu-chang claim
        → task.closed desk he-qiong claimed · task.claimed desk ⇒ desk: liu-chang
      liu-chang approve
        → task.decided desk liu-chang approve · step.passed desk · task.opened board zheng-guohua · task.opened board song-lan ⇒ board: zheng-guohua, song-lan
      zheng-guohua abstain
        → task.decided board zheng-guohua abstain ⇒ board: song-lan
      zheng-guohua abstain step=board
        → refused already-decided
      song-lan approve
        → task.decided board song-lan approve · step.passed board · task.opened last zhou-yan ⇒ last: zhou-yan
    `,
  },
]);
