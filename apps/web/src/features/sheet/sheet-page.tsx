import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { requestQuery } from '../../shared/api/request-query';
import type { Timeline } from '../../shared/api/wire';
import { PageBones } from '../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../shared/kit/waiting/states';
import { applyLook } from '../../shared/theme';
import { PageRules } from './page-rules';
import { SheetPaper } from './sheet-paper';
import styles from './sheet.module.css';

/** The printed sheet: what finance files. Paper is always light, whatever the screen is. */
export function SheetPage({ id }: { id: string }) {
  const { t } = useTranslation('sheet');
  const root = useRef<HTMLDivElement>(null);
  const view = useQuery(requestQuery(id));
  const timeline = useQuery({
    queryKey: keys.timeline(id),
    queryFn: ({ signal }) => call<Timeline>('GET', `/requests/${id}/timeline`, { signal }),
  });
  useEffect(() => {
    if (root.current) applyLook('light', root.current);
  }, []);
  const error = view.error ?? timeline.error;
  const ready = view.data && timeline.data;
  return (
    <div className={styles.desk} ref={root}>
      <header className={styles.tools}>
        <Link to="/requests/$id" params={{ id }} search={{}} className="finger">
          {t('close')}
        </Link>
        <Button type="primary" icon={<Printer size={14} />} onClick={() => window.print()} disabled={!ready}>
          {t('print')}
        </Button>
      </header>
      <main className={styles.place}>
        {view.data && timeline.data ? (
          <>
            <PageRules view={view.data} />
            <SheetPaper view={view.data} timeline={timeline.data} />
          </>
        ) : error ? (
          <ErrorState error={error} page />
        ) : (
          <PageBones />
        )}
      </main>
    </div>
  );
}
