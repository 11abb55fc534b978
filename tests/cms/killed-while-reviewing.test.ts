import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from './client.ts';
import { deskOfFolder } from './desk-of-folder.ts';
import { makePortal, SERVICE, type Portal } from './fixture.ts';
import { copyOf, leftAfterEachStep, removeCopies, startedAgain } from './killed-runs.ts';
import { act } from './review-action.ts';

const NAME = ['services-inec', 'party-registration'] as const;
let portal: Portal;
removeCopies();

beforeAll(async () => {
  portal = makePortal();
  const amina = await signIn(portal, 'amina@inec.example');
  await amina.save(NAME[0], SERVICE, (await amina.open(SERVICE)).replace('1000000', '2000000'));
});
afterAll(() => portal.remove());

/** What stands in a repository: the published commits, the draft's stage, and how many drafts are kept as discarded. */
async function stands(dir: string): Promise<string> {
  const git = await startedAgain(dir);
  const { store } = deskOfFolder(dir, () => new Date('2026-11-02T11:00:00Z')).shared;
  const draft = await store.drafts.find(...NAME);
  return [git('rev-list', '--count', 'HEAD'), draft?.status ?? 'none', (await store.discarded.list()).length].join(' ');
}

test.each([
  ['approve', [], '1 draft 0', ['1 draft 0', '1 pending_publish 0'], '1 pending_publish 0'],
  ['discard', [], '1 draft 0', ['1 draft 0', '1 draft 1', '1 none 1'], '1 none 1'],
  ['restore', ['discard'], '1 none 1', ['1 none 1', '1 draft 1', '1 draft 0'], '1 draft 0'],
  ['due', ['approve'], '1 pending_publish 0', ['1 pending_publish 0', '2 none 0'], '2 none 0'],
])(
  'whatever the step at which it is killed, %s is done or not done, git is clean, and it can be done again',
  async (what, first, before, allowed, after) => {
    const start = copyOf(portal.dir);
    for (const earlier of first) await act(start, earlier);
    expect(await stands(start)).toBe(before);
    const outcomes = new Set<string>();
    for (const [step, dir] of leftAfterEachStep('review-action.ts', start, what).entries()) {
      const left = await stands(dir);
      outcomes.add(left);
      expect(allowed, `step ${step}`).toContain(left);
      if (left !== after) await act(dir, what);
      expect(await stands(dir), `step ${step}, done again`).toBe(after);
    }
    // Otherwise the steps were not where this test believes them to be.
    expect(outcomes.size).toBeGreaterThan(1);
  },
);
