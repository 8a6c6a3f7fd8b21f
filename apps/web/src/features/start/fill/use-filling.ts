import { ownValue } from '@countersign/domain';
import type { RequestView } from '../../../shared/api/wire';
import { checkForm, readablePart, sendablePart } from '../../../shared/form';
import { useOnline } from '../../../shared/state/online';
import { useRoutePreview, type RoutePreview } from '../route/use-route-preview';
import type { Elsewhere } from '../keep/form-keeper';
import type { Opened } from '../keep/opening';
import type { Said } from '../send/said';
import type { Submission } from '../send/submit-bar';
import { useFilled } from '../keep/use-filled';
import { useFormProblems } from '../send/use-form-problems';
import { useSent } from '../send/use-sent';
import { sendingOf, useSubmit, type Refused } from '../send/use-submit';

const refusalSaid = (refused: Refused | null): Said => ({ about: refused?.about ?? {}, problems: refused?.problem.errors ?? [] });
const previewSaid = ({ about, data }: RoutePreview): Said => ({ about, problems: data?.problems ?? [] });

/** What else than sending it again its requester is likely to want of what came back. */
function asideOf(request: RequestView | null, send: ReturnType<typeof useSubmit>['send']): Submission['aside'] {
  const option = request?.status === 'returned' ? request.allowed.find(({ likely, enabled }) => likely && enabled) : undefined;
  return request && option ? { option, press: () => send(option, request.id, {}) } : null;
}

/** A form that is being filled in: what stands in it, what is wrong with it, where it would go, and how it is sent. */
export function useFilling(opened: Opened, elsewhere: Elsewhere) {
  const { definition, surroundings, request } = opened;
  const online = useOnline();
  const filling = useFilled(opened, elsewhere);
  const { filled, keeper } = filling;
  const check = checkForm(definition, filled.form, surroundings);
  const submit = useSubmit();
  const requestId = keeper.id;
  const sent = useSent(requestId);
  const form = readablePart(filled.form, check);
  const preview = useRoutePreview({ definition: definition.key, form, choices: filled.choices, requestId });
  const said = [refusalSaid(submit.refused), previewSaid(preview)];
  const choices = (preview.data?.choices ?? []).filter(({ step }) => ownValue(filled.choices, step) === undefined);
  const problems = useFormProblems({ check, form: filled.form, said, choices });
  const sending = sendingOf(request);
  const submission: Submission = {
    ...{ sending, definition, check, online },
    busy: submit.busy,
    waiting: sent.waiting !== null,
    lines: problems.lines,
    sayAll: () => problems.go(),
    preview: preview.data,
    save: () => void keeper.flush(),
    send: async () => {
      const saved = await filling.settle();
      const id = keeper.id;
      if (saved && id) await submit.send(sending, id, { form: sendablePart(filled.form, check), choices: filled.choices });
    },
    aside: asideOf(request, submit.send),
  };
  return { ...filling, check, preview, problems, sent, requestId, submission, refusal: sent.refusal ?? submit.refused?.problem ?? null };
}
