import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import type { DefinitionItem } from '../../../shared/api/wire';

type Schemas = components['schemas'];
export type ImportedDraft = Schemas['DefinitionDraftView'];

const listQuery = (status: 'draft' | 'published') =>
  queryOptions({
    queryKey: [...keys.definitions, status],
    queryFn: ({ signal }) => call<Schemas['DefinitionList']>('GET', '/definitions', { query: { status }, signal }),
  });
export const draftsQuery = listQuery('draft');
export const publishedQuery = listQuery('published');

export const versionsQuery = (key: string) =>
  queryOptions({
    queryKey: [...keys.definitions, 'versions', key],
    queryFn: ({ signal }) => call<Schemas['DefinitionVersionList']>('GET', `/definitions/${key}/versions`, { signal }),
  });

type Draft = Pick<DefinitionItem, 'key' | 'version'>;
const pathOf = ({ key, version }: Draft): string => `/definitions/${key}/versions/${version}`;

/** One version with what there is to say about it as the company stands now. */
export const versionQuery = (draft: Draft) =>
  queryOptions({
    queryKey: [...keys.definitions, 'version', draft.key, draft.version],
    queryFn: ({ signal }) => call<Schemas['DefinitionVersionView']>('GET', pathOf(draft), { signal }),
  });

/** Every change of a definition makes all that was read of definitions stale; one that is refused was made on what is stale already. */
function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: keys.definitions }) });
}

export const useImportDraft = () => useChange((body: unknown) => call<ImportedDraft>('POST', '/definitions', { body }));
export const usePublish = () =>
  useChange((draft: DefinitionItem) => call<ImportedDraft>('POST', `${pathOf(draft)}/publish`, { ifMatch: draft.hash }));
export const useDeleteDraft = () => useChange((draft: Draft) => call<void>('DELETE', pathOf(draft)));
export const useRetire = () => useChange((item: Draft) => call<void>('POST', `${pathOf(item)}/retire`));

/** Hands a version to the person as the file that an import takes. */
export async function downloadVersion(item: Draft): Promise<void> {
  const { definition } = await call<Schemas['DefinitionVersionView']>('GET', pathOf(item));
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(definition, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${item.key}.v${item.version}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
