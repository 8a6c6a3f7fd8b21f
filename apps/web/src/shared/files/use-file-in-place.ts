import { useMemo, useState } from 'react';
import type { RequestFile } from '../api/wire';
import type { FileOpener } from './file-opener';

/** The file that lies open inside the page, and where: one at a time. */
export function useFileInPlace<Place>(): {
  shown: { place: Place; file: RequestFile } | null;
  openerAt: (place: Place) => FileOpener;
  close: () => void;
} {
  const [shown, setShown] = useState<{ place: Place; file: RequestFile } | null>(null);
  return useMemo(
    () => ({
      shown,
      openerAt: (place: Place): FileOpener => ({
        openId: shown?.place === place ? shown.file.id : null,
        toggle: (file) => setShown((now) => (now?.file.id === file.id && now.place === place ? null : { place, file })),
      }),
      close: () => setShown(null),
    }),
    [shown],
  );
}
