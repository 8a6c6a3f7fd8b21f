import { BODY_LIMITS } from '../http/door/limits';

/** What may be uploaded: extension → content type. Everything else is refused, whatever it is called. */
export const FILE_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  txt: 'text/plain',
};

export const FILE_LIMITS = { bytes: BODY_LIMITS.upload.bytes, nameLength: 200 } as const;
