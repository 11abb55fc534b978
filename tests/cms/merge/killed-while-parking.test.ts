import { expect, test } from 'vitest';
import { signIn } from '../client.ts';
import { makePortal, SERVICE } from '../fixture.ts';
import { wasKilled } from '../killed-runs.ts';

test('whatever the step at which the portal is killed while it keeps a version, git is whole and the entry can be edited', async () => {
  const portal = makePortal();
  const base = portal.git('rev-parse', `HEAD:${SERVICE}`);
  const outcomes = { kept: 0, notKept: 0 };
  for (let step = 1; ; step++) {
    const killed = wasKilled('merge/park-and-die.ts', portal.dir, base, String(step));
    const [ref = ''] = portal.git('for-each-ref', '--format=%(refname)', 'refs/cms-parked').split('\n');
    outcomes[ref ? 'kept' : 'notKept'] += 1;
    // Whole or not there at all.
    if (ref) expect(portal.git('show', `${ref}:${SERVICE}`), `step ${step}`).toBe('name: Mine');
    expect(portal.git('status', '--porcelain'), `step ${step}`).toBe('');
    expect(portal.git('rev-list', '--count', 'HEAD'), `step ${step}`).toBe('1');
    if (!killed) break;
    if (ref) portal.git('update-ref', '-d', ref);
  }
  expect(outcomes.kept).toBeGreaterThan(0);
  expect(outcomes.notKept).toBeGreaterThan(4);
  const chidi = await signIn(portal, 'chidi@inec.example');
  const text = await chidi.open(SERVICE);
  expect((await chidi.save('services-inec', SERVICE, text.replace('1000000', '2000000'))).status).toBe(200);
  portal.remove();
});
