import { ProblemError } from '../../api/client';
import { useWords } from '../../i18n/use-language';
import { useProblemText } from './states';

/** Why something was refused: place by place in words, or as a whole. */
export function Faults({ error, className }: { error: unknown; className: string | undefined }) {
  const words = useWords();
  const problemText = useProblemText();
  const errors = (error instanceof ProblemError ? error.problem.errors : undefined) ?? [];
  return (
    <div role="alert" className={className}>
      {errors.length > 0 ? errors.map(({ message }, at) => <p key={at}>{words(message)}</p>) : <p>{problemText(error)}</p>}
    </div>
  );
}
