import { use, type ComponentType, type FunctionComponent } from 'react';

/** Code that did not arrive: the network was away, or a newer version has taken the place of its files. */
export class PartNotLoaded extends Error {
  constructor(
    cause: unknown,
    /** Asks for the code once more; says whether it has come. */
    readonly again: () => Promise<boolean>,
  ) {
    super('The code of this part did not arrive.', { cause });
    this.name = 'PartNotLoaded';
  }
}

type Loading = Promise<void>;
export type LazyPart<P> = FunctionComponent<P> & { preload(): Loading };

/**
 * A page or a part of one whose code is fetched when it is first wanted. What did not arrive is asked for again by whoever shows the error
 * and never stands as failed, as it would with `React.lazy`: the next way to it begins anew.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let part: ComponentType<P> | null = null;
  let loading: Loading | null = null;
  let problem: PartNotLoaded | null = null;
  const arrive = (): Promise<boolean> =>
    load().then(
      (found) => {
        part = found;
        problem = null;
        return true;
      },
      () => false,
    );
  const fetchPart = (): Loading => {
    loading ??= load()
      .then(
        (found) => void (part = found),
        (cause: unknown) => void (problem = new PartNotLoaded(cause, arrive)),
      )
      .finally(() => (loading = null));
    return loading;
  };
  function Lazy(props: P) {
    if (part) {
      const Part = part;
      return <Part {...props} />;
    }
    const found = problem;
    problem = null;
    if (found) throw found;
    use(fetchPart());
    return null;
  }
  // A failure on the way is no failure yet: the part itself asks again.
  Lazy.preload = (): Loading => (part ? Promise.resolve() : arrive().then(() => undefined));
  return Lazy;
}
