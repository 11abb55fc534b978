import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskContext } from '../../src/cms/context.ts';
import { partPrint, saveStillTrue, type Finding } from '../../src/cms/entry/still-true.ts';
import { openContentStore } from '../../src/cms/git/content-store.ts';
import { describeChange } from '../../src/history/in-words/describe-change.ts';
import { readEntry } from '../../src/register/read-entry.ts';
import { loadRegister } from '../../src/register/load.ts';
import { CHARTER, makePortal, SERVICE, type Portal } from './fixture.ts';

let portal: Portal;
let context: DeskContext;
const DAY = '2026-12-01';

beforeEach(() => {
  portal = makePortal();
  const clock = () => new Date(`${DAY}T09:00:00Z`);
  const person = { name: 'Portal', email: 'portal@portal.example' };
  context = {
    officer: {
      name: 'Amina Bello',
      email: 'amina@inec.example',
      role: 'desk-officer',
      agencies: ['inec'],
      jurisdictions: [],
      mayPublish: true,
      sample: false,
    },
    store: openContentStore({ repoDir: portal.dir, clock, committer: async () => person }),
    register: () => loadRegister(`${portal.dir}/content`),
    published: (paths) => portal.published.push(paths),
    clock,
    post: { tellStep: async () => undefined, tellPublished: async () => undefined },
    log: (event) => portal.events.push(event),
    inWords: async (files, language) => describeChange(files, language, await loadRegister(`${portal.dir}/content`)),
  };
});
afterEach(() => portal.remove());

/** Parts of a file as somebody is shown them now. */
const seen = (path: string, ...parts: string[]) => {
  const { entry } = readEntry(path === CHARTER ? 'charters' : 'services', path, portal.read(path));
  return parts.map((at) => ({ at, print: partPrint(entry?.data, at) }));
};
const say = (path: string, parts: string[], finding: Finding = 'holds') =>
  saveStillTrue(context, { path, seen: seen(path, ...parts), finding, day: DAY });

describe('one tap', () => {
  it('dates several figures in one commit and changes no other line', async () => {
    const before = portal.read(SERVICE);
    const head = portal.git('rev-parse', 'HEAD');
    const done = await say(SERVICE, ['fees.0', 'processingTimes.0']);
    expect(done).toEqual({ commit: portal.git('rev-parse', 'HEAD') });
    expect(portal.git('rev-parse', 'HEAD^')).toBe(head);
    expect(portal.git('log', '-1', '--format=%an')).toBe('Amina Bello');
    const after = portal.read(SERVICE);
    expect(after.match(/confirmedOn: "?2026-12-01"?/g)).toHaveLength(2);
    expect(after.replace(/,\s*confirmedOn: "?2026-12-01"?/g, '')).toBe(before);
    expect(portal.published).toEqual([[SERVICE]]);
  });

  it('twice on one day is one commit', async () => {
    await say(SERVICE, ['fees.0']);
    const head = portal.git('rev-parse', 'HEAD');
    expect(await say(SERVICE, ['fees.0'])).toEqual({ known: true });
    expect(portal.git('rev-parse', 'HEAD')).toBe(head);
    expect(portal.git('for-each-ref', 'refs/heads/cms/')).toBe('');
  });

  it.each<[Finding, string]>([
    ['answers', 'confirmed'],
    ['silent', 'failed'],
  ])('says of a contact that it %s', async (finding, status) => {
    await say(CHARTER, ['contacts.0'], finding);
    const { entry } = readEntry('charters', CHARTER, portal.read(CHARTER));
    expect(entry?.data.contacts[0]).toMatchObject({ lastCheckedOn: DAY, checkStatus: status });
  });

  it('confirms nothing that says something else than what was shown', async () => {
    const shown = seen(SERVICE, 'fees.0');
    portal.write(SERVICE, portal.read(SERVICE).replace('amount: 1000000', 'amount: 2000000'));
    portal.git('-c', 'user.name=A', '-c', 'user.email=a@x.example', 'commit', '-qam', 'Another fee');
    const head = portal.git('rev-parse', 'HEAD');
    await expect(
      saveStillTrue(context, { path: SERVICE, seen: shown, finding: 'holds', day: DAY }),
    ).rejects.toMatchObject({
      status: 409,
    });
    expect(portal.git('rev-parse', 'HEAD')).toBe(head);
  });

  it('of who may not publish makes a draft', async () => {
    context = { ...context, officer: { ...context.officer, mayPublish: false } };
    expect(await say(SERVICE, ['fees.0'])).toEqual({ draft: 'services-inec/party-registration' });
    expect(portal.read(SERVICE)).not.toContain('confirmedOn');
  });

  it('publishes no draft of others that waits: it goes into that', async () => {
    const dayo = { ...context.officer, name: 'Dayo Ade', email: 'dayo@inec.example', mayPublish: false };
    await saveStillTrue(
      { ...context, officer: dayo },
      { path: SERVICE, seen: seen(SERVICE, 'fees.0'), finding: 'holds', day: DAY },
    );
    const head = portal.git('rev-parse', 'HEAD');
    expect(await say(SERVICE, ['processingTimes.0'])).toEqual({ draft: 'services-inec/party-registration' });
    expect(portal.git('rev-parse', 'HEAD')).toBe(head);
  });

  it('reaches no other body', async () => {
    const path = 'content/services/npc/birth-certificate.yaml';
    await expect(say(path, ['fees.0'])).rejects.toMatchObject({ status: 403 });
  });
});
