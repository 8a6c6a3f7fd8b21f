import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import { useMe } from '../../../shared/state/session';
import type { SigningSearch } from './signing-search';

type Schemas = components['schemas'];
export type Signing = Schemas['WhoMaySignView'];
export type SigningStep = Schemas['SigningStepView'];
export type Signer = Schemas['SignerView'];
export type Passed = Schemas['CandidateView'];

/** Asks of every step at once; where no unit is chosen, of a case of somebody: of the reader unless another is named. */
export function useSigning({ process, amount, unit, requester, plan, date, known }: SigningSearch, usual: string | undefined) {
  const me = useMe().person.id;
  const asked = {
    process: process ?? usual,
    amount,
    plan,
    date,
    ...(known && { known: date }),
    ...(unit ? { unit } : { requester: requester ?? me }),
  };
  return useQuery({
    queryKey: keys.signing(asked),
    queryFn: ({ signal }) => call<Signing>('GET', '/authority/who-may-sign', { query: asked, signal }),
    enabled: asked.process !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
}

/** The step that is looked at: the one that was chosen, else the one whose amount decides, else the first that such a case comes to. Pure. */
export function stepShown({ steps }: Signing, chosen: string | undefined): SigningStep | undefined {
  const coming = steps.filter(({ comes }) => comes);
  return steps.find(({ step }) => step === chosen) ?? coming.find(({ ladder }) => ladder.length > 0) ?? coming[0] ?? steps[0];
}
