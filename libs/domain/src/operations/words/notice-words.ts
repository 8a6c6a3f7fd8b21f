import type { NoticeSubject } from '../../request/effect';
import type { Bilingual } from '../../text/bilingual';

/** “… was rejected by …” / 「…」已由…驳回: what somebody has done to a request, as its requester is told. Pure. */
export function byActor(zh: string, en: string): (subject: NoticeSubject) => Bilingual {
  return ({ request, actor }) => ({
    zh: `「${request.zh}」已${actor ? `由${actor.zh}` : ''}${zh}`,
    en: `“${request.en}” was ${en}${actor ? ` by ${actor.en}` : ''}`,
  });
}
