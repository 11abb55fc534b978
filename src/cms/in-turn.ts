import type { DeskContext } from './context.ts';

/** Runs a task that writes, one at a time among all that do. Refuses where the content is in no repository (503). */
export async function inTurn<T>({ store }: Pick<DeskContext, 'store'>, task: () => Promise<T>): Promise<T> {
  await store.assertReady();
  return store.exclusively(task);
}
