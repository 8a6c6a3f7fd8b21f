import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AuthorityCard } from '../../../shared/authority/authority-card';
import { FormFields } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { useSayWhere } from '../../../shared/state/crumbs';
import { useViewport } from '../../../shared/state/viewport';
import { RoutePane } from '../route/route-pane';
import { ChoicesSection } from './choices-section';
import { FillHead } from './fill-head';
import { FillNotices } from './fill-notices';
import styles from './fill.module.css';
import { MovedNote } from './moved-note';
import { MissingBanner } from '../send/missing-banner';
import type { Opened } from '../keep/opening';
import { PhoneBar, PhoneHead } from './phone-bars';
import { SubmitBar } from '../send/submit-bar';
import { useBefore } from './use-before';
import { useFilling } from './use-filling';
import type { Elsewhere } from '../keep/form-keeper';

const route = getRouteApi('/framed/start/$key');

/** The form of one request on the left, who will decide on the right; on a phone one after the other. */
export function FillForm({ onCreated, onMoved, ...opened }: Opened & Elsewhere) {
  const { definition, request, difference } = opened;
  const { t } = useTranslation('start');
  const words = useWords();
  const onRoute = route.useSearch().view === 'route';
  const phone = useViewport() === 'phone';
  const returned = request?.status === 'returned';
  const filling = useFilling(opened, { onCreated, onMoved });
  const { filled, saveState, keeper, check, preview, problems, sent, requestId, submission } = filling;
  const beforeAt = useBefore(returned ? request.form.submitted : null, filled.form);
  useSayWhere([{ text: t('title'), to: '/start' }, { text: words(definition.title) }]);
  const disabled = submission.busy || submission.waiting;
  return (
    <div className={styles.page}>
      {phone ? <PhoneHead title={words(definition.title)} saveState={saveState} returned={returned} /> : null}
      <div className={styles.columns}>
        {!phone || !onRoute ? (
          <div className={styles.form}>
            {phone ? null : <FillHead definition={definition} saveState={saveState} returned={returned} />}
            <FillNotices
              {...{ request, difference }}
              restored={filling.restored}
              waiting={sent.waiting}
              held={saveState.kind === 'held' ? { insist: filling.insist, giveWay: () => keeper.giveWay() } : null}
              refusal={filling.refusal}
            />
            <FormFields
              {...{ check, beforeAt, disabled }}
              asked={returned ? (request.lastReturn?.fields ?? []) : []}
              wire={filled.form}
              onChange={filling.setField}
              onTouch={problems.touch}
              problemAt={problems.problemAt}
              requestId={requestId ?? undefined}
            />
            <ChoicesSection
              asked={preview.data?.choices ?? []}
              choices={filled.choices}
              onChoose={filling.choose}
              {...{ disabled }}
              marked={problems.saidAll}
            />
            {definition.becomesGrant ? (
              <div className={styles.touched}>
                <AuthorityCard requestId={requestId ?? null} />
              </div>
            ) : null}
            {returned ? <MovedNote request={request} form={filled.form} /> : null}
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
