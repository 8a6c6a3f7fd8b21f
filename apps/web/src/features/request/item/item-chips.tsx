import { Chip } from '../../../shared/kit/chip';
import { waitsForReader, type ItemView, type ListView } from '../checklist/list-words';
import { useListWords } from '../checklist/use-list-words';

/** When it is due, in a colour that says how urgent that is. */
export function DueItemChip({ list, item }: { list: ListView; item: ItemView }) {
  const { due } = useListWords(list);
  const text = due(item);
  if (text === null || item.state !== 'open') return null;
  return <Chip tone={item.due?.late ? 'cinnabar' : item.due?.daysLeft === 0 ? 'amber' : 'plain'}>{text}</Chip>;
}

/** Who has signed so far, where several do. */
export function SignedChips({ list, item }: { list: ListView; item: ItemView }) {
  const { t, name, moment } = useListWords(list);
  if (item.signers.length < 2 || item.state !== 'open') return null;
  return (
    <>
      {item.words.map(({ by, at }) => (
        <Chip key={by.id} tone="green">
          {t('signedAt', { name: name(by), at: moment(at) })}
        </Chip>
      ))}
      {waitsForReader(item) ? <Chip tone="teal">{t('waitsYou')}</Chip> : null}
    </>
  );
}
