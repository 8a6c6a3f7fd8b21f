import { ownValue, signaturesOf } from '@countersign/domain';
import type { SignaturesView } from '../dto/signatures.view';
import type { ViewCase } from '../view/view-case';

/** Who signs together, and who has. */
export function signaturesPart({ process, state, person }: ViewCase): SignaturesView[] {
  return signaturesOf(process, state.context).map(({ signers, ...signed }) => ({
    ...signed,
    title: ownValue(process.steps, signed.step)?.title ?? { zh: '', en: '' },
    signers: signers.map(({ person: id, addedBy, actingFor, ...each }) => ({
      ...each,
      person: person(id),
      addedBy: addedBy === null ? null : person(addedBy),
      actingFor: actingFor === null ? null : person(actingFor),
    })),
  }));
}
