/**
 * Gives what was reckoned under a key before, or reckons it. What it gives may hold no entry of the register, and the
 * key names whatever it depends on that is no content, such as the day.
 */
export type Remember = <T>(key: string, reckon: () => T) => T;

/** Remembers nothing: for what is reckoned once. */
export const reckonEach: Remember = (_key, reckon) => reckon();
