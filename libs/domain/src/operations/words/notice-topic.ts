import type { Notice } from '../../request/effect';

/** What notices are about, as far as people may wish to hear of it in different ways. */
export const NOTICE_TOPICS = ['work', 'mine', 'talk', 'copies', 'account'] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

const TOPICS: Partial<Record<Notice, NoticeTopic>> = {
  'comment-added': 'talk',
  'copy-received': 'copies',
  'token-issued': 'account',
  'link-issued': 'account',
  'rights-changed': 'account',
  'request-approved': 'mine',
  'request-rejected': 'mine',
  'request-returned': 'mine',
  'request-terminated': 'mine',
  'request-reopened': 'mine',
  'request-revoked': 'mine',
  'request-called-back': 'mine',
  'form-edited': 'mine',
  'rows-decided': 'mine',
  'command-given-up': 'mine',
  'draft-expires': 'mine',
};

/** What a notice is about. One that nobody has sorted asks something of its reader: it is never the one that is lost. Pure. */
export function topicOf(notice: Notice): NoticeTopic {
  return TOPICS[notice] ?? 'work';
}
