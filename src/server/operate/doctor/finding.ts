/** What one look at a portal came to. */
export interface Finding {
  /** `wrong` has to be mended, `look` may be meant so, `unknown` could not be found out. */
  state: 'ok' | 'look' | 'wrong' | 'unknown';
  about: string;
  says: string;
  /** What to do; for all but `ok`. */
  remedy?: string;
}

/** Makes the findings about one thing. */
export function findings(about: string) {
  const make =
    (state: Finding['state']) =>
    (says: string, remedy: string): Finding => ({ state, about, says, remedy });
  return {
    ok: (says: string): Finding => ({ state: 'ok', about, says }),
    look: make('look'),
    wrong: make('wrong'),
    unknown: make('unknown'),
  };
}
