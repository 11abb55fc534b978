import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from './client.ts';
import { makePortal, SERVICE, type Portal } from './fixture.ts';
import { copyOf, leftAfterEachStep, removeCopies, startedAgain } from './killed-runs.ts';
import { act } from './save-action.ts';

const DRAFT = 'cms/services-inec/party-registration';
let portal: Portal;
removeCopies();
/** Portals to begin with: one with an entry in a draft and another's version of it kept apart, one where it is published. */
const starts: Record<string, string> = {};

beforeAll(async () => {
  portal = makePortal();
  const [amina, chidi] = [await signIn(portal, 'amina@inec.example'), await signIn(portal, 'chidi@inec.example')];
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  starts.untouched = copyOf(portal.dir);
  await amina.save('services-inec', SERVICE, hers.replace('1000000', '2000000'));
  await chidi.save('services-inec', SERVICE, his.replace('1000000', '3000000'));
  starts.parked = copyOf(portal.dir);
  await amina.publish('services-inec', 'party-registration');
  starts.published = copyOf(portal.dir);
});
afterAll(() => portal.remove());

/** What stands in a repository: the published commits and fee, the draft's fee and order, and the versions kept apart. */
async function stands(dir: string): Promise<string> {
  const git = await startedAgain(dir);
  const figures = (tip: string): string => {
    const text = git('show', `${tip}:${SERVICE}`);
    return `${/amount: (\d)/.exec(text)?.[1]}/${/order: (\d+)/.exec(text)?.[1]}`;
  };
  const drafted = git('branch', '--list', DRAFT) === '' ? 'no draft' : `draft ${figures(DRAFT)}`;
  const kept = git('for-each-ref', 'refs/cms-parked').split('\n').filter(Boolean).length;
  return `${git('rev-list', '--count', 'HEAD')}: ${figures('HEAD')}, ${drafted}, ${kept} kept`;
}

test.each([
  ['a save', 'save', 'untouched', ['1: 1/20, no draft, 0 kept', '1: 1/20, draft 1/30, 0 kept']],
  // What was chosen is saved before the version is let go of: in between, it is offered to be chosen once more.
  [
    'a choice between two versions',
    'merge',
    'parked',
    ['1: 1/20, draft 2/20, 1 kept', '1: 1/20, draft 3/20, 1 kept', '1: 1/20, draft 3/20, 0 kept'],
  ],
  ['an undoing', 'undo', 'published', ['2: 2/20, no draft, 1 kept', '3: 1/20, no draft, 1 kept']],
])(
  'whatever the step at which it is killed, %s is done or not done, git is clean, and it can be done again',
  async (_, what, start, stages) => {
    const [before, after] = [stages[0], stages.at(-1)];
    const from = starts[start] ?? '';
    expect(await stands(from)).toBe(before);
    let undone = 0;
    for (const [step, dir] of leftAfterEachStep('save-action.ts', from, what).entries()) {
      const left = await stands(dir);
      expect(stages, `step ${step}`).toContain(left);
      if (left !== before) continue;
      undone += 1;
      await act(dir, what);
      expect(await stands(dir), `step ${step}, done again`).toBe(after);
    }
    expect(undone).toBeGreaterThan(1);
  },
);
