import { Button } from 'antd';
import { useState } from 'react';
import type { RequestView } from '../../../shared/api/wire';
import { useProblemText } from '../../../shared/kit/waiting/states';
import { useOnline } from '../../../shared/state/online';
import { useSendCommand } from '../../../shared/state/sending/send-command';
import { showToast } from '../../../shared/state/toasts';
import { useUndoToast } from '../use-undo-toast';
import { commandOf } from '../decision/command-of';
import styles from '../checklist/checklist.module.css';
import { doorOf, type ItemView, type ListView } from '../checklist/list-words';
import { useListWords } from '../checklist/use-list-words';

interface WaysProps {
  view: RequestView;
  list: ListView;
  item: ItemView;
  /** The note, which is the reason as well. */
  comment: string;
}

/** Taking it back, or leaving it undone: both are sent at once, with a connection, and say why where that is asked. */
export function OtherWays({ view, list, item, comment }: WaysProps) {
  const { t, words, isMe } = useListWords(list);
  const online = useOnline();
  const problemText = useProblemText();
  const showUndo = useUndoToast();
  const { busy, send } = useSendCommand();
  const [asked, setAsked] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const said = reason.trim() || comment.trim();
  const press = async (command: 'untick' | 'waive'): Promise<void> => {
    const door = doorOf(view, { command, step: list.step, item: item.id });
    const others = command === 'waive' || !item.words.some(({ by }) => isMe(by));
    if (door === null) return;
    if (others && said === '') return setAsked(t(command === 'waive' ? 'waiveReason' : 'untickReason'));
    const input = commandOf(view, door.option, { comment: said, stance: null, fields: {}, item: item.id });
    const sent = await send(input);
    if (sent.end === 'refused') return showToast({ id: `item ${item.id}`, tone: 'problem', text: problemText(sent.error) });
    setAsked(null);
    setReason('');
    if (sent.end === 'done') showUndo({ undo: sent.undo, shown: view, past: words(input.past), written: null });
  };
  const ways = (['untick', 'waive'] as const).flatMap((command) => {
    const door = doorOf(view, { command, step: list.step, item: item.id });
    const useful = door?.reason === null || (command === 'untick' && door?.reason?.code === 'item-built-on');
    return door && useful ? [{ command, door }] : [];
  });
  if (ways.length === 0) return null;
  return (
    <>
      {asked ? (
        <label className={styles.reason}>
          {asked}
          <textarea rows={2} value={reason} maxLength={4_000} onChange={(event) => setReason(event.target.value)} autoFocus />
        </label>
      ) : null}
      {ways.map(({ command, door }) => (
        <Button
          key={command}
          size="large"
          loading={busy}
          disabled={!online || door.reason !== null}
          title={!online ? t('offline') : door.reason ? words(door.reason.text) : undefined}
          onClick={() => void press(command)}
        >
          {t(command)}
        </Button>
      ))}
    </>
  );
}
