import type { FileReference } from '@countersign/domain';
import { addressOf } from './address';
import { headersOf, problemOf, ProblemError } from './client';

interface UploadOptions {
  requestId?: string | undefined;
  /** Share sent so far, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends one file. `fetch` reports no progress while it sends, so this is the one place that asks XMLHttpRequest. */
export function upload(file: File, { requestId, onProgress, signal }: UploadOptions = {}): Promise<FileReference> {
  const body = new FormData();
  if (requestId) body.set('requestId', requestId);
  body.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', addressOf('/files'));
    headersOf('POST', { body }).forEach((value, name) => sending.setRequestHeader(name, value));
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    sending.onload = () => {
      if (sending.status >= 200 && sending.status < 300) resolve(JSON.parse(sending.responseText) as FileReference);
      else
        problemOf(new Response(sending.responseText, { status: sending.status })).then(
          (problem) => reject(new ProblemError(problem)),
          reject,
        );
    };
    sending.onerror = () => reject(new ProblemError({ title: 'offline', code: 'offline', status: 0 }));
    signal?.addEventListener('abort', () => sending.abort());
    sending.send(body);
  });
}
