/** Whether a part that serving needs is there. */
export type Check = () => Promise<boolean>;

export interface Health {
  ready: boolean;
  /** It serves, and is about to stop. */
  leaving?: boolean;
  /** Each part that is needed, by name. */
  checks: Record<string, boolean>;
}

/** How long a part may take to answer. */
const PATIENCE_MS = 2000;
/** Whoever asks more often is told the same again: anybody may ask. */
const FRESH_MS = 1000;

/**
 * Makes what tells whether all parts are there. A part that fails or says nothing for two seconds is not. The answer
 * may be a second old.
 */
export function createHealth(checks: Record<string, Check>, clock: () => Date): () => Promise<Health> {
  let last: { at: number; health: Promise<Health> } | undefined;
  return () => {
    const now = clock().getTime();
    if (!last || now - last.at >= FRESH_MS || now < last.at) last = { at: now, health: look(checks) };
    return last.health;
  };
}

async function look(checks: Record<string, Check>): Promise<Health> {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await inTime(check)] as const),
  );
  return { ready: answers.every(([, there]) => there), checks: Object.fromEntries(answers) };
}

async function inTime(check: Check): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    patience = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(patience);
  }
}
