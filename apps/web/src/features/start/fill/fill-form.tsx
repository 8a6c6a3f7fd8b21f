import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { checkForm, FormFields, readablePart, sendablePart } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { useSayWhere } from '../../../shared/state/crumbs';
import { useOnline } from '../../../shared/state/online';
import { useViewport } from '../../../shared/state/viewport';
import { RoutePane } from '../route/route-pane';
import { useRoutePreview, type RoutePreview } from '../route/use-route-preview';
import { ChoicesSection } from './choices-section';
import { FillHead } from './fill-head';
import { FillNotices } from './fill-notices';
import styles from './fill.module.css';
import { MissingBanner } from './missing-banner';
import type { Opened } from './opening';
import { PhoneBar, PhoneHead } from './phone-bars';
import type { Said } from './said';
import { SubmitBar, type Submission } from './submit-bar';
import { useBefore } from './use-before';
import type { Elsewhere } from './form-keeper';
import { useFilled } from './use-filled';
import { useFormProblems } from './use-form-problems';
import { useSent } from './use-sent';
import { sendingOf, useSubmit, type Refused } from './use-submit';

const route = getRouteApi('/framed/start/$key');

const refusalSaid = (refused: Refused | null): Said => ({ about: refused?.about ?? {}, problems: refused?.problem.errors ?? [] });
const previewSaid = ({ about, data }: RoutePreview): Said => ({ about, problems: data?.problems ?? [] });

/** What else than sending it again its requester is likely to want of what came back. */
function asideOf(request: RequestView | null, send: ReturnType<typeof useSubmit>['send']): Submission['aside'] {
  const option = request?.status === 'returned' ? request.allowed.find(({ likely, enabled }) => likely && enabled) : undefined;
  return request && option ? { option, press: () => send(option, request.id, {}) } : null;
}

/** The form of one request on the left, who will decide on the right; on a phone one after the other. */
export function FillForm({ onCreated, onMoved, ...opened }: Opened & Elsewhere) {
  const { definition, surroundings, request, difference } = opened;
  const { t } = useTranslation('start');
  const words = useWords();
  const onRoute = route.useSearch().view === 'route';
  const phone = useViewport() === 'phone';
  const online = useOnline();
  const returned = request?.status === 'returned';
  const { filled, saveState, restored, keeper, setField, choose, insist, settle } = useFilled(opened, { onCreated, onMoved });
  const check = checkForm(definition, filled.form, surroundings);
  const submit = useSubmit();
  const sending = sendingOf(request);
  const requestId = keeper.id;
  const sent = useSent(requestId);
  const preview = useRoutePreview({
    definition: definition.key,
    form: readablePart(filled.form, check),
    choices: filled.choices,
    requestId,
  });
  const said = [refusalSaid(submit.refused), previewSaid(preview)];
  const problems = useFormProblems({ check, form: filled.form, said });
  const beforeAt = useBefore(returned ? request.form.submitted : null, filled.form);
  useSayWhere([{ text: t('title'), to: '/start' }, { text: words(definition.title) }]);

  const disabled = submit.busy || sent.waiting !== null;
  const submission: Submission = {
    sending,
    definition,
    check,
    online,
    busy: submit.busy,
    waiting: sent.waiting !== null,
    complete: problems.lines.length === 0,
    sayAll: () => problems.go(),
    preview: preview.data,
    save: () => void keeper.flush(),
    send: async () => {
      const saved = await settle();
      const id = keeper.id;
      if (saved && id) await submit.send(sending, id, { form: sendablePart(filled.form, check), choices: filled.choices });
    },
    aside: asideOf(request, submit.send),
  };
  return (
    <div className={styles.page}>
      {phone ? <PhoneHead title={words(definition.title)} saveState={saveState} returned={returned} /> : null}
      <div className={styles.columns}>
        {!phone || !onRoute ? (
          <div className={styles.form}>
            {phone ? null : <FillHead definition={definition} saveState={saveState} returned={returned} />}
            <FillNotices
              {...{ request, difference }}
              restored={restored}
              waiting={sent.waiting}
              held={saveState.kind === 'held' ? { insist, giveWay: () => keeper.giveWay() } : null}
              refusal={sent.refusal ?? submit.refused?.problem ?? null}
            />
            <FormFields
              {...{ check, beforeAt, disabled }}
              wire={filled.form}
              onChange={setField}
              onTouch={problems.touch}
              problemAt={problems.problemAt}
              requestId={requestId ?? undefined}
            />
            <ChoicesSection asked={preview.data?.choices ?? []} choices={filled.choices} onChoose={choose} disabled={disabled} />
            <MissingBanner lines={problems.lines} urgent={Object.keys(filled.form).length > 0} onGo={problems.go} />
            {phone ? null : <SubmitBar {...submission} />}
          </div>
        ) : null}
        {!phone || onRoute ? (
          <aside className={styles.route}>
            <RoutePane preview={preview} resubmit={returned} />
          </aside>
        ) : null}
      </div>
      {phone ? <PhoneBar {...submission} onRoute={onRoute} /> : null}
    </div>
  );
}
