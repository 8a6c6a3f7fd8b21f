import { use, type ComponentType, type FunctionComponent } from 'react';

/** Code of a page that did not arrive: the network was away, or a newer version has taken the place of its files. */
export class PageNotLoaded extends Error {
  constructor(
    cause: unknown,
    /** Asks for the code once more; says whether it has come. */
    readonly again: () => Promise<boolean>,
  ) {
    super('The code of the page did not arrive.', { cause });
    this.name = 'PageNotLoaded';
  }
}

type Loading = Promise<void>;
export type LazyPage = FunctionComponent & { preload(): Loading };

/**
 * A page whose code is fetched when it is first wanted. What did not arrive is asked for again by whoever shows the error
 * and never stands as failed: the next way to the page begins anew.
 */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let page: ComponentType | null = null;
  let loading: Loading | null = null;
  let problem: PageNotLoaded | null = null;
  const arrive = (): Promise<boolean> =>
    load().then(
      (found) => {
        page = found;
        problem = null;
        return true;
      },
      () => false,
    );
  const fetchPage = (): Loading => {
    loading ??= load()
      .then(
        (found) => void (page = found),
        (cause: unknown) => void (problem = new PageNotLoaded(cause, arrive)),
      )
      .finally(() => (loading = null));
    return loading;
  };
  function Lazy() {
    if (page) {
      const Page = page;
      return <Page />;
    }
    const found = problem;
    problem = null;
    if (found) throw found;
    use(fetchPage());
    return null;
  }
  // A failure on the way is no failure yet: the page itself asks again.
  Lazy.preload = (): Loading => (page ? Promise.resolve() : arrive().then(() => undefined));
  return Lazy;
}
