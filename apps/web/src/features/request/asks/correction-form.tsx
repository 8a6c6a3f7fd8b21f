import type { Definition, Field, Json } from '@countersign/domain';
import { checkForm, FormFields, useFaultsAt, type FormCheck, type WireForm } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import type { RequestView } from '../../../shared/api/wire';
import type { TrialView } from '../operation/use-trial';

const NO_SURROUNDINGS = { params: {}, requesterRoles: [] };

/** A request's own form is all that its check reads of a definition: what parameters say is among what surrounds it. */
const formOnly = (fields: Field[]): Definition => ({ form: { fields }, parameters: [] }) as unknown as Definition;

/** Looks over a request's form as an operator has it now. Pure. */
export const checkCorrection = ({ form }: RequestView, wire: WireForm): FormCheck =>
  checkForm(formOnly(form.fields), wire, form.surroundings ?? NO_SURROUNDINGS);

interface CorrectionProps {
  view: RequestView;
  check: FormCheck;
  wire: WireForm;
  said: TrialView['problems'];
  disabled: boolean;
  onChange: (key: string, value: Json) => void;
}

/** The form of a request that was stopped, as its requester would have it, every fault at its field. */
export function CorrectionForm({ view, check, wire, said, disabled, onChange }: CorrectionProps) {
  const words = useWords();
  const faultsAt = useFaultsAt();
  const problemAt = (path: string): string | null => {
    const own = faultsAt(path, [...check.invalid, ...check.missing], wire);
    if (own !== null) return own;
    const served = said.find(({ field }) => field === path);
    return served ? words(served.message) : null;
  };
  return (
    <FormFields {...{ check, wire, onChange, problemAt, disabled }} onTouch={() => undefined} beforeAt={() => null} requestId={view.id} />
  );
}
