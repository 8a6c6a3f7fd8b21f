import { Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PhoneTop } from '../../shared/kit/phone-top';
import styles from './phone-bar.module.css';

/** Where a request stands among those that wait for the reader, and what lies beside it. */
export interface ListPlace {
  position: { index: number; total: number } | null;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

interface PhoneBarProps extends ListPlace {
  id: string;
  number: string | null;
  onClose: () => void;
  /** Absent where it is a page of its own already. */
  onExpand?: () => void;
}

export function openSheet(id: string): void {
  window.open(`/requests/${id}/sheet`, '_blank', 'noopener');
}

/** The head of a request on a phone: back, its number, the how-manieth it is, and what else can be done. */
export function PhoneBar({ id, number, position, onPrevious, onNext, onClose, onExpand }: PhoneBarProps) {
  const { t } = useTranslation('request');
  const { t: inbox } = useTranslation('inbox');
  const items = [
    { key: 'next', label: inbox('next'), disabled: !onNext, onClick: onNext },
    { key: 'previous', label: inbox('previous'), disabled: !onPrevious, onClick: onPrevious },
    ...(onExpand ? [{ key: 'page', label: t('expand'), onClick: onExpand }] : []),
    { key: 'sheet', label: t('print'), onClick: () => openSheet(id) },
  ];
  return (
    <PhoneTop
      quiet={number}
      onBack={onClose}
      trailing={
        <>
          {position ? <span className={styles.count}>{inbox('positionShort', position)}</span> : null}
          <Dropdown menu={{ items }} trigger={['click']}>
            <button type="button" className={`plain ${styles.dots}`} aria-label={t('more')}>
              <Ellipsis size={20} />
            </button>
          </Dropdown>
        </>
      }
    />
  );
}
