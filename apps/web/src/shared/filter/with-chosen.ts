/** Choices, and what is chosen among them: until its name is known nobody reads its id. Pure. */
export const withChosen = <Choice extends { value: string; label: string }>(
  choices: readonly Choice[],
  chosen: string | undefined,
): (Choice | { value: string; label: string })[] =>
  chosen === undefined || choices.some(({ value }) => value === chosen) ? [...choices] : [...choices, { value: chosen, label: '…' }];
