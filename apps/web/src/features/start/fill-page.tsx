import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { RequestView } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';
import { PageBones } from '../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../shared/kit/waiting/states';
import { useMe } from '../../shared/state/session';
import { showToast } from '../../shared/state/toasts';
import { useAlive } from '../../shared/effects/use-alive';
import { FillForm } from './fill/fill-form';
import { definitionQuery } from './fill/definition-query';
import { openedOf } from './keep/opening';

const route = getRouteApi('/framed/start/$key');

/** The form of a process: new, a draft, or a returned request. */
export function FillPage() {
  const { key } = route.useParams();
  const { draft, request, entrance } = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useTranslation('fill');
  // A draft that this page made itself changes the address and nothing on screen.
  const [own, setOwn] = useState<string | null>(null);
  const [visit, setVisit] = useState(0);
  const id = draft === own ? null : (draft ?? request ?? null);
  const onScreen = useAlive();
  const adopt = (created: string) => {
    if (!onScreen()) return;
    setOwn(created);
    void navigate({ search: (before) => ({ ...before, draft: created }), replace: true });
  };
  // Something has become of it elsewhere: it is opened anew, as it stands there.
  const moved = () => {
    if (!onScreen()) return;
    setOwn(null);
    setVisit((before) => before + 1);
    showToast({ id: 'moved', tone: 'problem', text: t('movedElsewhere') });
  };
  return (
    <Loaded
      key={`${key} ${id ?? ''} ${entrance ?? ''} ${visit}`}
      definitionKey={key}
      requestId={id}
      entrance={entrance ?? null}
      onCreated={adopt}
      onMoved={moved}
    />
  );
}

interface LoadedProps {
  definitionKey: string;
  requestId: string | null;
  /** By which of its ways a new request is started; null where there is one. */
  entrance: string | null;
  onCreated(id: string): void;
  onMoved(): void;
}

function Loaded({ definitionKey, requestId, entrance, onCreated, onMoved }: LoadedProps) {
  const { t } = useTranslation('start');
  const words = useWords();
  const me = useMe().person.id;
  const definition = useQuery(definitionQuery(definitionKey));
  // Once the form is open, what is typed is the truth: a refetch must not change it.
  const request = useQuery({
    queryKey: [...keys.request(requestId ?? ''), 'form'],
    queryFn: ({ signal }) => call<RequestView>('GET', `/requests/${requestId}`, { signal }),
    enabled: requestId !== null,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const [opened, setOpened] = useState<RequestView | null>(null);
  if (request.isFetchedAfterMount && request.data && opened === null) setOpened(request.data);
  const error = definition.error ?? request.error;
  if (error)
    return <ErrorState page error={error} retry={() => void Promise.all([definition.refetch(), requestId ? request.refetch() : null])} />;
  if (!definition.data || (requestId !== null && opened === null)) return <PageBones />;
  const { why } = definition.data;
  if (why && opened === null) return <EmptyState page icon={<Lock size={28} />} title={t('notStartable')} hint={words(why.text)} />;
  // What has been submitted, or is not with the reader, is not filled in but looked at.
  if (opened && (!['draft', 'returned'].includes(opened.status) || opened.requester.id !== me))
    return <Navigate to="/requests/$id" params={{ id: opened.id }} search={{}} replace />;
  return <FillForm {...openedOf(definition.data, opened, entrance)} onCreated={onCreated} onMoved={onMoved} />;
}
