import { CmsError } from './cms-error.ts';

/** What a task came to: what it gave, or the refusal that it met. Other faults are thrown on. */
export type Attempt<T> = { value: T; refusal?: undefined } | { value?: undefined; refusal: CmsError };

/** The refusal of a form of which nothing was read, because it holds more than is read. */
export const tooMuchTyped = (): Attempt<never> => ({
  refusal: new CmsError(
    413,
    'That was more text than one form takes. Nothing was saved; go back to what you typed and save it in smaller parts.',
  ),
});

/** Runs a task of the desk whose refusals are shown on the page, with what was typed. */
export async function attempt<T>(task: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await task() };
  } catch (error) {
    if (error instanceof CmsError) return { refusal: error };
    throw error;
  }
}
