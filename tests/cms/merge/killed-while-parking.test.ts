import { expect, test } from 'vitest';
import { makePortal, SERVICE } from '../fixture.ts';
import { leftAfterEachStep, removeCopies, startedAgain } from '../killed-runs.ts';
import { act as edit } from '../save-action.ts';

removeCopies();

test('whatever the step at which the portal is killed while it keeps a version, git is whole and the entry can be edited', async () => {
  const portal = makePortal();
  const base = portal.git('rev-parse', `HEAD:${SERVICE}`);
  const outcomes = { kept: 0, notKept: 0 };
  for (const [step, dir] of leftAfterEachStep('merge/park-action.ts', portal.dir, base).entries()) {
    const git = await startedAgain(dir);
    const [ref = ''] = git('for-each-ref', '--format=%(refname)', 'refs/cms-parked').split('\n');
    outcomes[ref ? 'kept' : 'notKept'] += 1;
    // Whole or not there at all.
    if (ref) expect(git('show', `${ref}:${SERVICE}`), `step ${step}`).toBe('name: Mine');
    expect(git('rev-list', '--count', 'HEAD'), `step ${step}`).toBe('1');
    await edit(dir, 'save');
    expect(git('show', `cms/services-inec/party-registration:${SERVICE}`), `step ${step}`).toContain('order: 30');
  }
  expect(outcomes.kept).toBeGreaterThan(0);
  expect(outcomes.notKept).toBeGreaterThan(3);
  portal.remove();
});
