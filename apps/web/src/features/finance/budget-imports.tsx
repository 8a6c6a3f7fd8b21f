import { OUTSIDE_COLUMNS, PLAN_COLUMNS } from '@countersign/domain';
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { TableImport } from '../../shared/tables/table-import';
import styles from './finance-page.module.css';
import { useBudgetSet, useOutside, usePlanImport } from './finance-queries';

const LONGEST_TITLE = 100;

/** Takes a plan of lines in: a new one, or the next version of one that there is. */
export function PlanImport({ usual, onClose }: { usual: string; onClose: () => void }) {
  const { t } = useTranslation('finance');
  const words = useWords();
  const plans = useBudgetSet()?.plans ?? [];
  const [first] = plans;
  const [typed, setTyped] = useState<string | null>(null);
  const plan = typed ?? (first ? words(first.title) : usual);
  const { mutateAsync } = usePlanImport();
  return (
    <TableImport
      id="plan"
      title={t('importPlan')}
      hint={t('importPlanHint')}
      columns={Object.values(PLAN_COLUMNS)}
      take={(table) => mutateAsync({ ...table, plan })}
      found={(counts) => t('planFound', counts)}
      changes={({ version }) => version !== null}
      done={({ version }) => t('planDone', { version: version ?? 0, plan })}
      onClose={onClose}
    >
      <label className={styles.field}>
        {t('plan')}
        <AutoComplete
          value={plan}
          options={plans.map(({ title }) => ({ value: words(title) }))}
          onChange={(text: string) => setTyped(text.slice(0, LONGEST_TITLE))}
          aria-label={t('plan')}
        />
      </label>
    </TableImport>
  );
}

/** Takes in what was spent otherwise than by requests. */
export function OutsideImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('finance');
  const { mutateAsync } = useOutside();
  return (
    <TableImport
      id="outside"
      title={t('importOutside')}
      hint={t('importOutsideHint')}
      columns={Object.values(OUTSIDE_COLUMNS)}
      take={mutateAsync}
      found={(counts) => t('outsideFound', counts)}
      changes={({ posted }) => posted > 0}
      done={({ posted }) => t('outsideDone', { count: posted })}
      onClose={onClose}
    />
  );
}
