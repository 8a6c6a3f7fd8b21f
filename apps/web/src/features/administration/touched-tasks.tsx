import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/schema';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import styles from './administration.module.css';

type Touched = components['schemas']['OpenTasksView'];

/** What an import would do to requests under way: whose turn moves to whom, and where nobody would be left. */
export function TouchedTasks({ touched }: { touched: Touched }) {
  const { t } = useTranslation('administration');
  const words = useWords();
  const language = useLanguage();
  const names = (people: Touched['items'][number]['from']) =>
    people.map(({ name }) => words(name)).join(language === 'zh' ? '、' : ', ') || t('tasksNobody');
  const { items, moved, blocked, complete } = touched;
  if (moved + blocked === 0) return complete ? null : <p className="hint">{t('tasksPart')}</p>;
  return (
    <div>
      <h3>{t('tasks')}</h3>
      <p className={blocked > 0 ? styles.note : 'hint'}>
        {[moved > 0 ? t('tasksMoved', { count: moved }) : '', blocked > 0 ? t('tasksBlocked', { count: blocked }) : '']
          .filter(Boolean)
          .join(' ')}
        {complete ? '' : ` ${t('tasksPart')}`}
      </p>
      <ol className={`${styles.lines} ${styles.warning}`}>
        {items.map((item, index) => (
          <li key={index}>
            <Link to="/requests/$id" params={{ id: item.request }} search={{}} className={styles.place}>
              {item.number ?? t('tasksRequest')} · {words(item.step)}
            </Link>
            <span>{t(item.blocked ? 'taskBlocked' : 'taskMoved', { from: names(item.from), to: names(item.to) })}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
