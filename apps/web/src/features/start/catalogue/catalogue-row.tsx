import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Amount } from '../../../shared/api/wire';
import { MoneyText } from '../../../shared/kit/money';
import styles from '../start.module.css';

interface CatalogueRowProps {
  icon: LucideIcon;
  amount: Amount | null;
  action: ReactNode;
  children: ReactNode;
}

/** A request of one's own in one line: where it leads, its amount, and the one thing that can be done with it here. */
export function CatalogueRow({ icon: Icon, amount, action, children }: CatalogueRowProps) {
  return (
    <li className={styles.row} data-roving>
      <Icon size={18} aria-hidden className={styles.rowIcon} />
      {children}
      {amount ? (
        <span className={styles.rowAmount}>
          <MoneyText amount={amount} />
        </span>
      ) : null}
      {action}
    </li>
  );
}
