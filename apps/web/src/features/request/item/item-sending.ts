import { ownValue, type FileReference, type Json } from '@countersign/domain';
import { ProblemError } from '../../../shared/api/client';
import { upload } from '../../../shared/api/upload';
import { pressOf } from '../../../shared/api/press';
import { deliver } from '../../../shared/state/sending/send-command';
import { changeItemDraft, forgetItemDraft, itemDraft, itemDrafts, photoContent, type ItemDraft, type KeptPhoto } from './item-drafts';

/** What came of trying to send one item: it arrived, it has to wait for a connection, the server said no, or there was nothing to send. */
export type SendingEnd = 'done' | 'waits' | 'refused' | 'idle';

const reasonOf = ({ problem }: ProblemError): string => problem.detail ?? problem.title;
/** No answer, or one that says nothing about what was sent: it is tried again. */
const saysNothing = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.status === 0 || error.status >= 500 || error.status === 429;

function refuse(draft: ItemDraft, refused: string): SendingEnd {
  changeItemDraft(draft, { press: null, refused });
  return 'refused';
}

/** Sends one kept picture; its content stays here until the item has arrived. */
async function sendPhoto(draft: ItemDraft, photo: KeptPhoto, lost: string): Promise<SendingEnd> {
  const content = await photoContent(photo.key);
  if (content === undefined) {
    changeItemDraft(draft, ({ photos }) => ({ photos: photos.filter(({ key }) => key !== photo.key) }));
    return refuse(draft, lost);
  }
  try {
    const file = await upload(content, { requestId: draft.requestId });
    changeItemDraft(draft, ({ photos }) => ({ photos: photos.map((each) => (each.key === photo.key ? { ...each, file } : each)) }));
    return 'done';
  } catch (error) {
    return saysNothing(error) ? 'waits' : refuse(draft, reasonOf(error as ProblemError));
  }
}

/** Fields of an item as they are sent: what was written, and pictures beside those that were there. Pure. */
export function fieldsOf({ fields, photos, press }: ItemDraft): Record<string, Json> {
  const added = (field: string): FileReference[] => photos.flatMap((photo) => (photo.field === field && photo.file ? [photo.file] : []));
  const touched = [...new Set(photos.map(({ field }) => field))];
  const files = touched.map((field) => [field, [...(ownValue(press?.held, field) ?? []), ...added(field)] as unknown as Json] as const);
  return { ...fields, ...Object.fromEntries(files) };
}

async function sendPress(draft: ItemDraft, personId: string): Promise<SendingEnd> {
  const { press, requestId, item, comment } = draft;
  if (press === null) return 'idle';
  const fields = fieldsOf(draft);
  const sent = await deliver({
    ...pressOf(personId, press.key),
    requestId,
    command: 'tick',
    path: press.path,
    body: {
      item,
      seen: press.seen,
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
    },
    shown: press.shown,
    label: draft.title,
    past: draft.title,
    comment,
    sentAt: press.at,
    stage: 'leaving',
  });
  if (sent.end === 'open') return 'waits';
  if (sent.end === 'refused') return refuse(draft, reasonOf(sent.error));
  forgetItemDraft(draft);
  return 'done';
}

async function trySending(known: ItemDraft, personId: string, lost: string): Promise<SendingEnd> {
  for (const photo of known.photos.filter(({ file }) => file === null)) {
    const came = await sendPhoto(known, photo, lost);
    if (came !== 'done') return came;
  }
  const now = itemDraft(known);
  return now ? sendPress(now, personId) : 'idle';
}

let running = false;

/**
 * Sends what is prepared, one after the other in the order of the presses: pictures as soon as they are taken, an item once it was pressed. Stops where
 * nothing gets through, and says what became of each that was tried.
 */
export async function sendItems(personId: string, lost: string, told: (draft: ItemDraft, came: SendingEnd) => void): Promise<void> {
  if (running) return;
  running = true;
  try {
    const waiting = itemDrafts().filter(({ press, photos }) => press !== null || photos.some(({ file }) => file === null));
    for (const draft of waiting.sort((left, right) => (left.press?.at ?? '9').localeCompare(right.press?.at ?? '9'))) {
      const came = await trySending(draft, personId, lost);
      told(draft, came);
      if (came === 'waits') return;
    }
  } finally {
    running = false;
  }
}
