import { addressOf } from '../api/address';
import { call, headersOf, problemOf, ProblemError } from '../api/client';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type ExportOrder = Schemas['ExportBody'];
export type ExportJob = Schemas['ExportView'];

/** What came of it: the file is on its way to the disk, or it is being written on the side. */
export type Exported = { kind: 'saved'; name: string } | { kind: 'job'; job: ExportJob };

/** A list as a file. Throws a `ProblemError` for everything that is not a success. */
export async function exportList(order: ExportOrder): Promise<Exported> {
  const init: RequestInit = {
    method: 'POST',
    headers: headersOf('POST', { body: order }),
    body: JSON.stringify(order),
    credentials: 'same-origin',
  };
  const response = await fetch(addressOf('/exports'), init).catch(() => {
    throw new ProblemError({ title: 'offline', code: 'offline', status: 0 });
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 202) return { kind: 'job', job: (await response.json()) as ExportJob };
  const name = nameIn(response.headers.get('Content-Disposition') ?? '');
  save(URL.createObjectURL(await response.blob()), name);
  return { kind: 'saved', name };
}

/** The file of a finished one. */
export function saveExport({ id, name }: ExportJob): void {
  save(addressOf(`/exports/${id}/file`), name);
}

export const cancelExport = ({ id }: ExportJob): Promise<void> => call<void>('DELETE', `/exports/${id}`);

const LOOK_MS = 1_500;

/** Until it is written, failed or cancelled. */
export async function whenWritten({ id }: ExportJob): Promise<ExportJob | null> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const job = await call<ExportJob>('GET', `/exports/${id}`).catch((error: unknown) => {
      if (error instanceof ProblemError && error.status === 0) return undefined;
      return null;
    });
    if (job === null || (job && job.state !== 'running')) return job;
  }
}

function nameIn(disposition: string): string {
  const found = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return found === undefined ? 'export' : decodeURIComponent(found);
}

function save(href: string, name: string): void {
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  if (href.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
