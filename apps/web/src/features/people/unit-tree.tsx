import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../shared/i18n/use-language';
import { Chip } from '../../shared/kit/chip';
import { RowBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { useUnitsBelow, type TreeUnit } from './people-query';
import styles from './unit-tree.module.css';

interface LevelProps {
  parent?: string;
  chosen: string | undefined;
  onChoose: (unit: string | undefined) => void;
}

function Branch({ unit, chosen, onChoose, open: atFirst }: { unit: TreeUnit; open: boolean } & LevelProps) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const [open, setOpen] = useState(atFirst);
  const name = words(unit.name);
  return (
    <li>
      <div className={styles.unit} data-on={unit.id === chosen}>
        {unit.inner ? (
          <button
            type="button"
            className={`plain ${styles.fold}`}
            aria-expanded={open}
            aria-label={t(open ? 'treeClose' : 'treeOpen', { name })}
            onClick={() => setOpen(!open)}
          >
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          </button>
        ) : (
          <span className={styles.fold} />
        )}
        <button type="button" className={`plain ${styles.name}`} aria-pressed={unit.id === chosen} onClick={() => onChoose(unit.id)}>
          {name}
          {unit.vacant > 0 && !open ? <Chip tone="cinnabar">{t('treeVacant', { count: unit.vacant })}</Chip> : null}
        </button>
        <span className={styles.count}>{unit.posts}</span>
      </div>
      {open && unit.inner ? <Level parent={unit.id} chosen={chosen} onChoose={onChoose} /> : null}
    </li>
  );
}

function Level({ parent, chosen, onChoose }: LevelProps) {
  const { t } = useTranslation('organisation');
  const { data, error, refetch, hasNextPage, fetchNextPage } = useUnitsBelow(parent);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <RowBones rows={2} />;
  return (
    <ul className={styles.level}>
      {data.pages
        .flatMap(({ items }) => items)
        .map((unit) => (
          <Branch key={unit.id} unit={unit} open={parent === undefined} chosen={chosen} onChoose={onChoose} />
        ))}
      {hasNextPage ? (
        <li>
          <button type="button" className={`plain ${styles.more}`} onClick={() => void fetchNextPage()}>
            {t('treeMore')}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

/** The units of the company, level by level, each with its posts and how many of them are vacant. */
export function UnitTree({ chosen, onChoose }: Omit<LevelProps, 'parent'>) {
  const { t } = useTranslation('organisation');
  return (
    <nav className={styles.tree} aria-label={t('tree')}>
      <header className={styles.head}>
        <b>{t('tree')}</b>
        <button type="button" className="plain finger" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
          {t('whole')}
        </button>
        <span>{t('treePosts')}</span>
      </header>
      <Level chosen={chosen} onChoose={onChoose} />
    </nav>
  );
}
