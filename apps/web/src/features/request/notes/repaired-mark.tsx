import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import { Chip } from '../../../shared/kit/chip';
import { useRepairs } from '../../../shared/words/use-repairs';

/** A request that an operator has touched says so for ever. */
export function RepairedMark({ view }: { view: RequestView }) {
  const { t } = useTranslation('supervision');
  const lines = useRepairs(view.repairs);
  if (lines.length === 0) return null;
  return (
    <Chip tone="amber" title={lines.join('\n')}>
      {t('repaired')} · {lines.at(-1)}
    </Chip>
  );
}
