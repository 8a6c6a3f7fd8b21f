import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DefinitionItem } from '../../../shared/api/wire';
import { Confirm } from '../../../shared/kit/controls/confirm';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { showToast } from '../../../shared/state/toasts';
import styles from '../administration.module.css';
import { downloadVersion, useRetire } from './definition-queries';

interface VersionButtonProps {
  item: DefinitionItem;
  title: string;
}

/** The version in use as a file that can be changed and imported again. */
export function ExportButton({ item, title }: VersionButtonProps) {
  const { t } = useTranslation('administration');
  const problemText = useProblemText();
  const save = useMutation({
    mutationFn: () => downloadVersion(item),
    onError: (error) => showToast({ id: `export ${item.key}`, tone: 'problem', text: t('exportFailed', { reason: problemText(error) }) }),
  });
  return (
    <Button
      type="text"
      icon={<Download size={16} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
      aria-label={t('exportOf', { title, version: item.version })}
    >
      {t('export')}
    </Button>
  );
}

/** Takes a process out of use: nothing new begins with it. */
export function RetireButton({ item, title }: VersionButtonProps) {
  const { t } = useTranslation('administration');
  const problemText = useProblemText();
  const retire = useRetire();
  const say = (tone: 'done' | 'problem', text: string) => showToast({ id: `retire ${item.key}`, tone, text });
  const told = { onSuccess: () => say('done', t('retired', { title })), onError: (error: unknown) => say('problem', problemText(error)) };
  return (
    <Confirm
      placement="topRight"
      title={t('retireSure', { title })}
      description={<p className={styles.sure}>{t('retireMeans')}</p>}
      okText={t('retire')}
      okButtonProps={{ danger: true }}
      onConfirm={() => retire.mutate(item, told)}
    >
      <Button type="text" danger loading={retire.isPending} aria-label={t('retireOf', { title })}>
        {t('retire')}
      </Button>
    </Confirm>
  );
}
