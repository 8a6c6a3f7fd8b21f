import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../../shared/api/request-query';
import type { RequestView } from '../../../shared/api/wire';
import { clockOrMoment } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useDecidedHere } from '../../../shared/state/decided-here';
import { useMe } from '../../../shared/state/session';
import { lastWord } from '../../../shared/words/last-word';

/** The open request was its reader's to decide and no longer is, though they did not decide it here: who did what, and when; else null. */
export function useTakenAway(view: RequestView): string | null {
  const { t } = useTranslation('request');
  const words = useWords();
  const language = useLanguage();
  const me = useMe().person.id;
  const mine = useDecidedHere().has(view.id);
  // How the request stood when it was last theirs: what came afterwards took it away.
  const [had, setHad] = useState<string | null>(null);
  if (view.task !== null && had !== view.updatedAt) setHad(view.updatedAt);
  const taken = had !== null && view.task === null && !mine;
  const timeline = useQuery({ ...timelineQuery(view.id), enabled: taken }).data;
  if (!taken) return null;
  const last = timeline && lastWord(timeline, had);
  if (!last?.person) return t('takenAway');
  const said = { time: clockOrMoment(last.at, language), what: words(last.text) };
  return last.person.id === me ? t('takenByYou', said) : t('takenBy', { ...said, name: words(last.person.name) });
}
