import type { Json } from '@countersign/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { PublishedDefinition } from '../../shared/api/wire';
import { checkForm, FormFields, PersonPicker, readablePart, type WireForm } from '../../shared/form';
import { useWords } from '../../shared/i18n/use-language';
import { PageBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../shared/state/administration';
import { useSayWhere } from '../../shared/state/crumbs';
import { ChoicesSection } from './fill/choices-section';
import styles from './fill/fill.module.css';
import { useFormProblems } from './send/use-form-problems';
import { RoutePane } from './route/route-pane';
import { useRoutePreview } from './route/use-route-preview';

type Version = Pick<PublishedDefinition, 'definition' | 'surroundings'>;

const route = getRouteApi('/framed/admin/processes/$key/$version');

/** The form of a version that is not in use yet, to be tried out: who would decide is worked out as for a request, and nothing is kept. */
export function PreviewPage() {
  const { key, version } = route.useParams();
  const [requester, setRequester] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.definitions, 'version', key, version, requester],
    queryFn: ({ signal }) => call<Version>('GET', `/definitions/${key}/versions/${version}`, { query: { requesterId: requester }, signal }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorState page back error={error} retry={() => void refetch()} />;
  if (!data) return <PageBones />;
  return <Trial key={`${key} ${version}`} {...data} requester={requester} onRequester={setRequester} />;
}

interface TrialProps extends Version {
  /** Null: the reader. */
  requester: string | null;
  onRequester: (personId: string | null) => void;
}

/** As whom it is tried out: other people meet other fields and other steps. */
function AsWhom({ requester, onRequester }: Pick<TrialProps, 'requester' | 'onRequester'>) {
  const { t } = useTranslation('administration');
  const id = useId();
  return (
    <div className={styles.asWhom}>
      <label id={`${id}-label`} htmlFor={id}>
        {t('previewAs')}
      </label>
      <PersonPicker id={id} labelId={`${id}-label`} value={requester} onChange={onRequester} />
    </div>
  );
}

/** Judged as a request of whoever it is tried as would be: by their roles, the company’s parameters and its day. */
function Trial({ definition, surroundings, requester, onRequester }: TrialProps) {
  const { t } = useTranslation(['administration', 'frame']);
  const words = useWords();
  const [form, setForm] = useState<WireForm>({});
  const [choices, setChoices] = useState<Record<string, string>>({});
  const check = checkForm(definition, form, surroundings);
  const preview = useRoutePreview({
    definition: definition.key,
    version: definition.version,
    ...(requester && { requesterId: requester }),
    form: readablePart(form, check),
    choices,
    requestId: null,
  });
  const problems = useFormProblems({ check, form, said: [], choices: [] });
  useSayWhere([
    { text: t('frame:administration') },
    { text: t('frame:adminProcesses'), to: ADMINISTRATION.processes.to },
    { text: words(definition.title) },
  ]);
  const choose = (step: string, person: string | null) =>
    setChoices(({ [step]: _, ...rest }) => (person === null ? rest : { ...rest, [step]: person }));
  return (
    <div className={styles.page}>
      <div className={styles.columns}>
        <div className={styles.form}>
          <header className={styles.head}>
            <h1>{words(definition.title)}</h1>
            <p className="hint">{t('version', { version: definition.version })}</p>
          </header>
          <div className={styles.notice} data-tone="quiet" role="status">
            <Eye size={16} aria-hidden />
            <p>{t('previewLead')}</p>
          </div>
          <AsWhom requester={requester} onRequester={onRequester} />
          <FormFields
            check={check}
            wire={form}
            onChange={(key, value: Json) => setForm((before) => ({ ...before, [key]: value }))}
            onTouch={problems.touch}
            problemAt={problems.problemAt}
            beforeAt={() => null}
            disabled={false}
          />
          <ChoicesSection asked={preview.data?.choices ?? []} choices={choices} onChoose={choose} disabled={false} marked={false} />
        </div>
        <aside className={styles.route}>
          <RoutePane preview={preview} resubmit={false} />
        </aside>
      </div>
    </div>
  );
}
