import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LiveEdition } from '../../src/cms/live-watch.ts';
import { signIn, type Desk } from './client.ts';
import { CHARTER, makePortal, SERVICE, type Portal } from './fixture.ts';

let portal: Portal;
let amina: Desk;
let chidi: Desk;

beforeEach(async () => {
  portal = makePortal();
  amina = await signIn(portal, 'amina@inec.example');
  chidi = await signIn(portal, 'chidi@inec.example');
});
afterEach(() => portal.remove());

const DRAFT = 'refs/heads/cms/services-inec/party-registration';
const costs = (raw: string, amount: number): string => raw.replace(/amount: \d+/, `amount: ${amount}`);
const patch = (): string[] =>
  portal
    .git('show', '--format=', '--unified=0', 'HEAD')
    .split('\n')
    .filter((line) => /^[+-](?![+-])/.test(line));

test('a fee is saved as a draft, published as one commit by the officer, and changes one line', async () => {
  const saved = await amina.save('services-inec', SERVICE, costs(await amina.open(SERVICE), 2_000_000));
  expect(saved).toEqual({ status: 200, body: { message: 'The draft is saved.' } });
  expect(portal.git('log', '-1', '--format=%s')).toBe('Begin');
  expect(portal.read(SERVICE)).toContain('amount: 1000000');

  expect(
    (
      await amina.act('updateUnpublishedEntryStatus', {
        collection: 'services-inec',
        slug: 'party-registration',
        newStatus: 'pending_publish',
      })
    ).status,
  ).toBe(200);
  expect(
    (await amina.act('unpublishedEntry', { collection: 'services-inec', slug: 'party-registration' })).body,
  ).toMatchObject({
    status: 'pending_publish',
  });
  const published = await amina.publish('services-inec', 'party-registration');
  expect(published.body).toMatchObject({
    page: '/ng/inec/party-registration/',
    commit: portal.git('rev-parse', 'HEAD'),
  });

  expect(portal.git('log', '-1', '--format=%an <%ae> %cn | %s')).toBe(
    'Amina Bello <amina@inec.example> Test portal | INEC, Registration of a …: fee (Application) ₦1,000,000 → ₦2,000,000',
  );
  expect(patch()).toEqual(['-    amount: 1000000', '+    amount: 2000000']);
  expect(portal.read(SERVICE)).toContain('amount: 2000000');
  expect(portal.git('status', '--porcelain')).toBe('');
  expect(portal.git('branch', '--list', 'cms/*')).toBe('');
  expect(portal.published).toEqual([[SERVICE]]);
});

test('saving what was opened changes nothing', async () => {
  const before = portal.git('rev-parse', 'HEAD^{tree}');
  for (const [collection, path] of [
    ['services-inec', SERVICE],
    ['charter-inec', CHARTER],
  ] as const) {
    expect((await amina.save(collection, path, await amina.open(path))).status).toBe(200);
    expect((await amina.publish(collection, path === SERVICE ? 'party-registration' : 'inec')).status).toBe(200);
  }
  expect(portal.git('rev-parse', 'HEAD^{tree}')).toBe(before);
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
});

test('the text below a charter is kept as it is when a field changes', async () => {
  const raw = (await amina.open(CHARTER)).replace('acronym: INEC', 'acronym: INEC-NG');
  await amina.save('charter-inec', CHARTER, raw);
  await amina.publish('charter-inec', 'inec');
  expect(patch()).toEqual(['-acronym: INEC', '+acronym: INEC-NG']);
  expect(portal.read(CHARTER)).toContain('<Callout tone="note">Bring [this](https://example.org) along.</Callout>');
});

test('a value that the schema refuses is refused with field and remedy, and nothing is written', async () => {
  const raw = await amina.open(SERVICE);
  const refused = await amina.save('services-inec', SERVICE, raw.replace('amount: 1000000', 'amount: "1,500 naira"'));
  expect(refused.status).toBe(422);
  expect(refused.body.error).toMatch(
    /^Not saved\. Costs, item 1, Amount: “1,500 naira” is no number\. Write digits alone\.$/,
  );
  expect(
    (await amina.save('services-inec', SERVICE, raw.replace('amount: 1000000', 'amount: -1'))).body.error,
  ).toContain('below zero');
  expect(
    (await amina.save('services-inec', SERVICE, raw.replace('currency: NGN\n', 'currency: NGN\n    colour: red\n')))
      .body.error,
  ).toContain('Unknown field: colour');
  expect(portal.git('branch', '--list', 'cms/*')).toBe('');
});

test('what is refused is told again field by field, so that each can stand beside its own', async () => {
  const raw = (await amina.open(SERVICE))
    .replace('amount: 1000000', 'amount: "N2,000.00k"')
    .replace('unit: days', 'unit: fortnights');
  const refused = await amina.save('services-inec', SERVICE, raw);
  expect(refused.body.problems).toEqual([
    { field: 'fees.0.amount', message: expect.stringContaining('is no number') },
    {
      field: 'processingTimes.0.unit',
      message: expect.stringContaining('Choose one: minutes, hours, days, working days'),
    },
  ]);
});

test('text that would run as code is refused', async () => {
  const raw = `${await amina.open(CHARTER)}\nimport fs from 'node:fs'\n`;
  expect((await amina.save('charter-inec', CHARTER, raw)).body.error).toContain('import or export');
});

test('a reference that leads nowhere is refused, here and where another file would lose it', async () => {
  const service = await amina.open(SERVICE);
  expect(
    (await amina.save('services-inec', SERVICE, service.replace('topics: [elections]', 'topics: [electons]'))).body
      .error,
  ).toContain('Did you mean "elections"?');
  const charter = await amina.open(CHARTER);
  const without = charter.replace(/ {2}- id: s2\n.*\n.*\n/, '');
  expect((await amina.save('charter-inec', CHARTER, without)).body.error).toContain('There is no source "s2"');
});

test('an edit of a version that somebody else has replaced is refused and overwrites nothing', async () => {
  const opened = await amina.open(SERVICE);
  await chidi.save('services-inec', SERVICE, costs(await chidi.open(SERVICE), 3));
  const late = await amina.save('services-inec', SERVICE, costs(opened, 4));
  expect(late.status).toBe(409);
  expect(late.body.error).toContain('Chidi Obi changed this entry after you opened it');
  expect(portal.git('show', `${DRAFT}:${SERVICE}`)).toContain('amount: 3');
  await chidi.publish('services-inec', 'party-registration');
  expect((await amina.save('services-inec', SERVICE, costs(opened, 4))).status).toBe(409);
});

test('one window may save again and again, also after publishing, without opening the entry anew', async () => {
  const opened = await amina.open(SERVICE);
  for (const amount of [2, 3])
    expect((await amina.save('services-inec', SERVICE, costs(opened, amount))).status).toBe(200);
  await amina.publish('services-inec', 'party-registration');
  expect((await amina.save('services-inec', SERVICE, costs(opened, 4))).status).toBe(200);
  expect(portal.git('show', `${DRAFT}:${SERVICE}`)).toContain('amount: 4');
});

test('a draft begun before somebody committed another field of the same file is published beside it', async () => {
  await amina.save('services-inec', SERVICE, costs(await amina.open(SERVICE), 2));
  portal.write(SERVICE, portal.read(SERVICE).replace('order: 20', 'order: 30'));
  portal.git('-c', 'user.name=Ops', '-c', 'user.email=ops@portal.example', 'commit', '-qam', 'Reorder');
  expect((await amina.publish('services-inec', 'party-registration')).status).toBe(200);
  expect(portal.read(SERVICE)).toMatch(/order: 30[^]*amount: 2$/m);
  expect(portal.git('log', '-1', '--format=%an %P')).toMatch(/^Amina Bello [0-9a-f]{40}$/);
});

test('a local change that nobody committed is never overwritten; other local work is left alone', async () => {
  await amina.save('services-inec', SERVICE, costs(await amina.open(SERVICE), 2));
  portal.write(SERVICE, `${portal.read(SERVICE)}# local\n`);
  const refused = await amina.publish('services-inec', 'party-registration');
  expect(refused.status).toBe(409);
  expect(refused.body.error).toContain('changed on the server without being committed');
  expect(portal.read(SERVICE)).toContain('# local');

  portal.git('checkout', '-q', '--', SERVICE);
  portal.write('notes.txt', 'mine');
  portal.write('staged.txt', 'staged');
  portal.git('add', 'staged.txt');
  expect((await amina.publish('services-inec', 'party-registration')).status).toBe(200);
  expect(portal.git('status', '--porcelain').split('\n').sort()).toEqual(['?? notes.txt', 'A  staged.txt']);
});

test('publishing works on a detached HEAD and ignores hooks and GIT_ variables', async () => {
  portal.git('checkout', '-q', '--detach');
  portal.write('.git/hooks/reference-transaction', '#!/bin/sh\nexit 1\n');
  portal.git('update-index', '--refresh');
  process.env.GIT_INDEX_FILE = '/nonexistent/index';
  try {
    await amina.save('services-inec', SERVICE, costs(await amina.open(SERVICE), 2));
    expect((await amina.publish('services-inec', 'party-registration')).status).toBe(200);
  } finally {
    delete process.env.GIT_INDEX_FILE;
  }
  expect(portal.git('log', '-1', '--format=%an')).toBe('Amina Bello');
  expect(portal.git('log', '-1', '--format=%s', 'main')).toBe('Begin');
  expect(portal.git('status', '--porcelain')).toBe('');
});

test('officers saving different entries at the same moment both succeed', async () => {
  const efe = await signIn(portal, 'efe@npc.example');
  const birth = 'content/services/npc/birth-certificate.yaml';
  const [a, b] = [
    costs(await amina.open(SERVICE), 2),
    (await efe.open(birth)).replace('name: Birth certificate', 'name: Certificate of birth'),
  ];
  const saved = await Promise.all([amina.save('services-inec', SERVICE, a), efe.save('services-npc', birth, b)]);
  const live = await Promise.all([
    amina.publish('services-inec', 'party-registration'),
    efe.publish('services-npc', 'birth-certificate'),
  ]);
  expect([...saved, ...live].map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
  expect(portal.git('log', '-2', '--format=%an').split('\n').sort()).toEqual(['Amina Bello', 'Efe Okoro']);
});

test('a new service is added, a second one of that name is refused, and it can be taken back and removed', async () => {
  const path = 'content/services/inec/observer-badge.yaml';
  const raw =
    'name: Observer badge\nfees:\n  - kind: free\n    evidence:\n      sources: [s1]\n      verification: official\nprocessingTimes:\n  - kind: not-stated\n    evidence:\n      sources: [s1]\n      verification: official\nevidence:\n  sources: [s1]\n  verification: official\nsteps: []\n';
  expect((await amina.save('services-inec', path, raw)).status).toBe(200);
  expect((await chidi.save('services-inec', path, raw)).status).toBe(409);
  await amina.publish('services-inec', 'observer-badge');
  expect(portal.git('log', '-1', '--format=%s')).toBe('INEC, Observer badge: new');
  expect(portal.read(path)).toContain('    evidence: { sources: [s1], verification: official }\n');
  const opened = await amina.open(path);
  expect((await amina.act('deleteFiles', { paths: [path] })).status).toBe(200);
  expect(portal.git('log', '-1', '--format=%s')).toBe('INEC, Observer badge: removed');
  expect((await amina.save('services-inec', path, opened)).status).toBe(200);
  expect((await amina.act('unpublishedEntries', {})).body).toEqual(['services-inec/observer-badge']);
  expect(
    (await amina.act('deleteUnpublishedEntry', { collection: 'services-inec', slug: 'observer-badge' })).status,
  ).toBe(200);
  expect((await amina.act('unpublishedEntry', { collection: 'services-inec', slug: 'observer-badge' })).status).toBe(
    404,
  );
});

test('live is said of an edition that holds the officer’s own edit, not of one that holds somebody else’s', async () => {
  let edition: LiveEdition = {};
  portal.remove();
  portal = makePortal({ edition: () => edition });
  amina = await signIn(portal, 'amina@inec.example');
  const efe = await signIn(portal, 'efe@npc.example');
  const birth = 'content/services/npc/birth-certificate.yaml';
  await efe.save('services-npc', birth, (await efe.open(birth)).replace('Birth', 'The birth'));
  const before = portal.git('rev-parse', 'HEAD');
  const other = (await efe.publish('services-npc', 'birth-certificate')).body.commit ?? '';
  await amina.save('services-inec', SERVICE, costs(await amina.open(SERVICE), 2));
  const own = (await amina.publish('services-inec', 'party-registration')).body.commit ?? '';
  const live = async () => (await amina.get(`/status?commit=${own}`)).body.live;

  // Nothing is known of the edition, as after a restart with pages of an unknown age.
  expect(await live()).toBe(false);
  for (const commit of [before, other]) {
    edition = { commit };
    expect(await live(), commit).toBe(false);
  }
  expect((await efe.get(`/status?commit=${other}`)).body.live).toBe(true);
  edition = { commit: own };
  expect(await live()).toBe(true);

  // Rewritten at the git host: another commit that says the same.
  portal.git(
    '-c',
    'user.name=Ops',
    '-c',
    'user.email=ops@portal.example',
    'commit',
    '-q',
    '--amend',
    '-m',
    'The same, told otherwise',
  );
  edition = { commit: portal.git('rev-parse', 'HEAD') };
  expect(await live()).toBe(true);
  expect((await amina.get('/status?commit=HEAD')).status).toBe(404);
});

test('an officer whose change waits for somebody else’s mistake reads which, where, and who can mend it', async () => {
  let edition: LiveEdition = {};
  portal.remove();
  portal = makePortal({ edition: () => edition });
  amina = await signIn(portal, 'amina@inec.example');
  const before = portal.git('rev-parse', 'HEAD');
  await amina.save('services-inec', SERVICE, costs(await amina.open(SERVICE), 2));
  const own = (await amina.publish('services-inec', 'party-registration')).body.commit ?? '';
  const problemOf = async () => (await amina.get(`/status?commit=${own}`)).body;
  const mistake = {
    file: 'content/services/npc/birth-certificate.yaml',
    line: 3,
    field: 'fees.0.amount',
    message: 'The text is empty.',
    remedy: 'Write digits.',
  };

  // A build that failed before this change was there says nothing of it.
  edition = { commit: before, failure: { commit: before, problems: [mistake] } };
  expect(await problemOf()).toEqual({ live: false });
  edition = { commit: before, failure: { commit: own, problems: [mistake] } };
  expect((await problemOf()).problem).toMatch(
    /another file has a mistake: Costs, item 1, .*\(content\/services\/npc\/birth-certificate\.yaml, line 3\): The text is empty\. It is not yours to mend: tell whoever runs the portal/,
  );
  edition = { commit: before, failure: { commit: own, problems: [{ ...mistake, file: SERVICE }] } };
  expect((await problemOf()).problem).toContain('Write digits. You can mend it here.');
  edition = { commit: before, failure: { commit: own, problems: [] } };
  expect((await problemOf()).problem).toContain(
    'a fault on the server and not in your text. It is tried again by itself',
  );
  edition = { commit: own };
  expect(await problemOf()).toEqual({ live: true });
});
