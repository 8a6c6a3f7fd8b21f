import { Button } from 'antd';
import { Building2, MapPinned, Network, Store } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import type { CalendarUnit } from './calendar-query';
import styles from './calendar.module.css';

const ICONS = { company: Building2, region: MapPinned, store: Store, department: Network } as const;

interface UnitTreeProps {
  units: readonly CalendarUnit[];
  /** There are further ones; null: these are all. */
  more: { loading: boolean; onMore(): void } | null;
  chosen: string;
  onChoose(id: string): void;
}

/** Units from the top down, each with the hours of an ordinary day, and whether they are its own. */
export function UnitTree({ units, more, chosen, onChoose }: UnitTreeProps) {
  const { t } = useTranslation('calendar');
  const own = units.filter((unit) => unit.own).length;
  return (
    <nav className={styles.tree} aria-label={t('whose')}>
      <h2>{t('whose')}</h2>
      <ul>
        {inOrder(units, null).map(({ unit, depth }) => (
          <UnitRow key={unit.id} unit={unit} depth={depth} chosen={unit.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
      {more ? (
        <Button type="link" block loading={more.loading} onClick={more.onMore}>
          {t('moreUnits')}
        </Button>
      ) : (
        <p className="hint">{t('inherits', { own, others: units.length - own })}</p>
      )}
    </nav>
  );
}

function inOrder(units: readonly CalendarUnit[], parent: string | null, depth = 0): { unit: CalendarUnit; depth: number }[] {
  return units.filter(({ parentId }) => parentId === parent).flatMap((unit) => [{ unit, depth }, ...inOrder(units, unit.id, depth + 1)]);
}

function UnitRow({ unit, depth, chosen, onChoose }: { unit: CalendarUnit; depth: number; chosen: boolean; onChoose(id: string): void }) {
  const { t } = useTranslation('calendar');
  const words = useWords();
  const Icon = ICONS[unit.kind];
  const isStore = unit.kind === 'store';
  // A store’s are those of its door; the others name their clock, and names keep their room.
  const hours = unit.hours === '' ? t('shut') : isStore ? unit.hours : t('treeOffice', { hours: unit.hours });
  return (
    <li>
      <button
        type="button"
        className={`plain finger ${styles.unit} ${chosen ? styles.chosen : ''}`}
        style={{ paddingLeft: 8 + depth * 16 }}
        aria-current={chosen}
        onClick={() => onChoose(unit.id)}
      >
        <Icon size={16} aria-hidden />
        <span>{words(unit.name)}</span>
        <span className="hint">{unit.own || isStore || depth === 0 ? hours : t('asAbove')}</span>
      </button>
    </li>
  );
}
