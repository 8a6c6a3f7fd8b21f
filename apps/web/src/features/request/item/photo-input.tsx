import type { Field } from '@countersign/domain';
import { Camera, CloudUpload, FileText, Paperclip, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useViewport } from '../../../shared/state/viewport';
import styles from '../checklist/checklist.module.css';
import { dropPhoto, keepPhoto, photoContent, useItemDraft, type ItemPlace, type KeptPhoto } from './item-drafts';
import type { ListView } from '../checklist/list-words';
import { useListWords } from '../checklist/use-list-words';

/** An address for a kept file, as long as it is on the screen. */
function useContentAddress({ key, type }: KeptPhoto): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    if (type.startsWith('image/'))
      void photoContent(key).then((content) => {
        if (gone || content === undefined) return;
        made = URL.createObjectURL(content);
        setAddress(made);
      });
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [key, type]);
  return address;
}

function Kept({ place, photo, list }: { place: ItemPlace; photo: KeptPhoto; list: ListView }) {
  const { t } = useListWords(list);
  const address = useContentAddress(photo);
  return (
    <li className={styles.photo}>
      {address ? <img src={address} alt={photo.name} /> : <FileText size={28} aria-hidden />}
      {photo.file ? null : <CloudUpload size={18} className={styles.cloud} aria-hidden />}
      <span>{photo.name}</span>
      <button
        type="button"
        className={`plain finger ${styles.drop}`}
        aria-label={t('dropPhoto', { name: photo.name })}
        onClick={() => dropPhoto(place, photo.key)}
      >
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}

interface PhotoInputProps {
  place: ItemPlace;
  list: ListView;
  field: Extract<Field, { type: 'files' }>;
  /** What the server has already. */
  there: { id: string; name: string; type: string }[];
  disabled: boolean;
  onNoRoom: () => void;
}

/** Files of an item's evidence: taken with the camera or chosen, kept on the device until the server has them. */
export function PhotoInput({ place, list, field, there, disabled, onNoRoom }: PhotoInputProps) {
  const { t, words } = useListWords(list);
  const phone = useViewport() === 'phone';
  const { photos, press } = useItemDraft(place);
  const kept = disabled && press === null ? [] : photos.filter((photo) => photo.field === field.key);
  const add = async (input: HTMLInputElement): Promise<void> => {
    const files = [...(input.files ?? [])];
    input.value = '';
    for (const file of files) if (!(await keepPhoto(place, field.key, file))) return onNoRoom();
  };
  const full = there.length + kept.length >= field.max;
  return (
    <section className={styles.evidence} aria-label={words(field.label)}>
      <h3>
        {words(field.label)}
        {field.min > 1 ? <small>{t('atLeast', { count: field.min, there: there.length + kept.length })}</small> : null}
      </h3>
      <ul className={styles.photos}>
        {there.map(({ id, name, type }) => (
          <li key={id} className={styles.photo}>
            <a href={`/api/v1/files/${id}`} target="_blank" rel="noreferrer">
              {type.startsWith('image/') ? <img src={`/api/v1/files/${id}`} alt={name} /> : <FileText size={28} aria-hidden />}
            </a>
            <span>{name}</span>
          </li>
        ))}
        {kept.map((photo) => (
          <Kept key={photo.key} {...{ place, photo, list }} />
        ))}
      </ul>
      {disabled || full ? null : (
        <div className={styles.takes}>
          {phone ? (
            <label className={styles.take}>
              <input
                type="file"
                accept="image/*"
                capture="environment"
                className="visually-hidden"
                onChange={(event) => void add(event.target)}
              />
              <Camera size={18} aria-hidden /> {t('takePhoto')}
            </label>
          ) : null}
          <label className={styles.take}>
            <input type="file" multiple className="visually-hidden" onChange={(event) => void add(event.target)} />
            <Paperclip size={18} aria-hidden /> {t('addFile')}
          </label>
        </div>
      )}
    </section>
  );
}
