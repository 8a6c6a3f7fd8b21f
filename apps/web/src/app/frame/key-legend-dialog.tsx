import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/state/session';
import { useStore } from '../../shared/state/store';
import { legendOpen } from './legend-open';
import styles from './key-legend-dialog.module.css';

/** The list of keys, on `?`. */
export function KeyLegendDialog() {
  const { t } = useTranslation('frame');
  const open = useStore(legendOpen);
  const on = useMe().person.singleKeys;
  const rows: [string[], string][] = [
    [['j', 'k'], t('keyNext')],
    [['Enter'], t('keyOpen')],
    [['a'], t('keyApprove')],
    [['x'], t('keySelect')],
    [['r'], t('keyReject')],
    [['b'], t('keyReturn')],
    [['Ctrl', 'Enter'], t('keySend')],
    [['u'], t('keyUndo')],
    [['/', '⌘K'], t('keySearch')],
    [['?'], t('keyLegend')],
  ];
  return (
    <Modal open={open} onCancel={() => legendOpen.set(false)} footer={null} title={t('keysTitle')} width={420}>
      {on ? null : <p className={styles.off}>{t('keysOff')}</p>}
      <dl className={styles.rows}>
        {rows.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
