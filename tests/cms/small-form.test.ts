import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DeskContext } from '../../src/cms/context.ts';
import type { SavedEntry } from '../../src/cms/entry/save-entry.ts';
import { inTurn } from '../../src/cms/in-turn.ts';
import { addressAfter, joinedBefore } from '../../src/cms/merge/joined-words.ts';
import { attempt } from '../../src/cms/refusal.ts';
import { discardDraft } from '../../src/cms/review/discard.ts';
import { takeStep } from '../../src/cms/review/take-step.ts';
import { baseText } from '../../src/cms/small-form/change-item.ts';
import { openItem, type ItemAddress } from '../../src/cms/small-form/open-item.ts';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { changeView } from '../../src/views/desk/change-view.ts';
import { signIn } from './client.ts';
import { contextIn, deskContext, FEE, HELP_DESK, problemsOf, send, TIME } from './small-form-client.ts';
import { CHARTER, makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

let portal: Portal;
beforeEach(() => {
  portal = makePortal();
});
afterEach(() => portal.remove());

const contextOf = (email: string): Promise<DeskContext> => deskContext(portal, email);

const viewOptions = async ({ officer, register }: DeskContext) =>
  ({ language: 'en', today: new Date('2026-11-02'), officer, register: await register() }) as const;

const patch = (): string[] =>
  portal
    .git('show', '--format=', '--unified=0', 'HEAD')
    .split('\n')
    .filter((line) => /^[+-](?![+-])/.test(line));

test('one field written anew changes one line, and is published as a commit by the officer', async () => {
  const { value } = await send(await contextOf('amina@inec.example'), FEE, { amount: 'N2,000,000.00' });
  expect(value).toEqual({ commit: portal.git('rev-parse', 'HEAD') });
  expect(patch()).toEqual(['-    amount: 1000000', '+    amount: 2000000']);
  expect(portal.git('log', '-1', '--format=%an')).toBe('Amina Bello');
  expect(portal.git('status', '--porcelain')).toBe('');
});

test('a price that is not stated yet can be filled in where the form begins', async () => {
  const context = await contextOf('amina@inec.example');
  const item = await openItem(context, { ...FEE, at: 'fees.1' });
  const view = changeView(item, await viewOptions(context));
  const names = view.leading.map((control) => (control.type === 'field' ? control.field.name : ''));
  expect(names).toEqual(expect.arrayContaining(['amount', 'kind', 'formula']));
  expect(names[0]).toBe('amount');
});

test.each(['2k', 'two thousand', '2.000,00', '1,00', '$50', '2000-3000', '-5'])(
  'an amount written as "%s" is refused beside its field and becomes no other number',
  async (amount) => {
    const { refusal } = await send(await contextOf('amina@inec.example'), FEE, { amount });
    expect(refusal?.status).toBe(422);
    expect(problemsOf(refusal)['amount']).toContain(`“${amount}”`);
    expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
    expect(portal.git('branch', '--list', 'cms/*')).toBe('');
  },
);

test('what the schema refuses is told beside the field of the form', async () => {
  const amina = await contextOf('amina@inec.example');
  expect(Object.keys(problemsOf((await send(amina, TIME, { max: '', unit: '' })).refusal))).toEqual(['max']);
  const contact = await send(amina, HELP_DESK, { emails: 'help@inec.example\nnot an address' });
  expect(problemsOf(contact.refusal)).toMatchObject({
    emails: expect.stringMatching(/not an address.*one e-mail address/) as string,
  });
  expect(problemsOf((await send(amina, FEE, { validFrom: 'May 2025' })).refusal)['validFrom']).toContain(
    'day is missing',
  );
});

test('an amount beside a kind that has none is refused, and what stood there goes with the kind', async () => {
  const amina = await contextOf('amina@inec.example');
  expect(problemsOf((await send(amina, FEE, { kind: 'free', amount: '500' })).refusal)).toHaveProperty('amount');
  expect((await send(amina, FEE, { kind: 'free' })).refusal).toBeUndefined();
  expect(patch()).toContain('+  - kind: free');
  expect(portal.read(SERVICE)).not.toContain('1000000');
});

test('dates are written as people write them', async () => {
  await send(await contextOf('amina@inec.example'), FEE, { validFrom: '3/5/2025', 'evidence.asOf': 'May 2025' });
  expect(portal.read(SERVICE)).toMatch(/validFrom: "?2025-05-03"?/);
  expect(portal.read(SERVICE)).toMatch(/asOf: "?2025-05"?[,\n ]/);
});

test('a source of the charter is chosen, and brings its own kind', async () => {
  await send(await contextOf('amina@inec.example'), FEE, { amount: '5', 'evidence.choice': 's2' });
  expect(portal.read(SERVICE)).toContain(
    'sources: [s2], asOf: "2022", verification: official-document'.replace(', asOf: "2022"', ''),
  );
});

test('a new source is added to the charter in the same commit, and refused in its own fields', async () => {
  const amina = await contextOf('amina@inec.example');
  const added = {
    amount: '1500',
    'evidence.choice': 'new',
    'newSource.title': 'Schedule of fees',
    'newSource.publishedOn': '1 October 2026',
    'newSource.kind': 'official-document',
  };
  const refused = await send(amina, FEE, { ...added, 'newSource.url': 'inec.example' });
  expect(problemsOf(refused.refusal)['newSource.url']).toContain('https://');
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');

  const { value } = await send(amina, FEE, { ...added, 'newSource.url': 'https://inec.example/fees' });
  expect(value).toHaveProperty('commit');
  expect(portal.git('show', '--format=', '--name-only', 'HEAD').split('\n')).toEqual([CHARTER, SERVICE]);
  expect(portal.read(CHARTER)).toContain('Schedule of fees');
  expect(portal.read(CHARTER)).toMatch(/readOn: "?2026-11-02/);
  expect(portal.read(SERVICE)).toMatch(/sources: \[s3\], asOf: "?2026-10-01/);
});

test('whoever writes another figure is asked who says so; a word beside it is nobody else’s to say', async () => {
  const amina = await contextOf('amina@inec.example');
  const unsaid = { 'evidence.choice': '' };
  const { refusal } = await send(amina, FEE, { amount: '5', ...unsaid });
  expect(problemsOf(refusal)).toEqual({ 'evidence.choice': expect.stringContaining('Choose who says so') });
  expect((await send(amina, FEE, { label: 'Application of a party', ...unsaid })).refusal).toBeUndefined();
  expect(portal.read(SERVICE)).toContain('sources: [s1], asOf: "2022", verification: official');
});

/** The fee as it stands now, and the sources of its charter. */
const feeNow = () => {
  const { fees, translations } = parse(portal.read(SERVICE)) as {
    fees: Record<string, unknown>[];
    translations?: object[];
  };
  return { fee: fees[0] ?? {}, translations };
};
const sourcesNow = (): { id: string }[] =>
  (parse(portal.read(CHARTER).split('---')[1] ?? '') as { sources: { id: string }[] }).sources;

test('what the office says itself takes the place of the old figure, which is kept with its day and its source', async () => {
  const amina = await contextOf('amina@inec.example');
  const of = fingerprint('read at the counter');
  portal.write(
    SERVICE,
    `${portal
      .read(SERVICE)
      .replace('currency: NGN', 'currency: NGN\n    validFrom: 2022-03-01')
      .replace('asOf: "2022"', 'asOf: "2022", note: "read at the counter"')
      .replace(
        'conflicting: []',
        'superseded: { by: a new list, evidence: { sources: [s2], verification: official } }',
      )}translations:\n  - { language: sw, field: fees.0.evidence.note, text: "kaunta", of: "${of}" }\n`,
  );
  portal.git('-c', 'user.name=T', '-c', 'user.email=t@portal.example', 'commit', '-qam', 'Translate');
  const office = { 'evidence.choice': 'office' };
  await send(amina, FEE, { amount: '2,000,000', ...office });
  const evidence = { sources: ['s3'], asOf: '2026-11-02', verification: 'official' };
  const first = {
    says: '₦1,000,000',
    from: '2022-03-01',
    evidence: { sources: ['s1'], asOf: '2022', verification: 'official', note: 'read at the counter' },
  };
  const figure = { kind: 'fixed', label: 'Application', currency: 'NGN' };
  expect(feeNow()).toEqual({
    fee: { ...figure, amount: 2_000_000, evidence, history: [first] },
    translations: [{ language: 'sw', field: 'fees.0.history.0.evidence.note', text: 'kaunta', of }],
  });
  await send(amina, FEE, { amount: '3,000,000', ...office, validFrom: '1 November 2026' });
  const second = { says: '₦2,000,000', until: '2026-11-01', evidence };
  expect(feeNow().fee).toEqual({
    ...{ ...figure, amount: 3_000_000, validFrom: '2026-11-01', evidence, history: [first, second] },
  });
  expect(sourcesNow().slice(2)).toEqual([
    { id: 's3', title: 'Charter desk of Independent National Electoral Commission', kind: 'official' },
  ]);
});

test('a figure that was in a draft only has never held', async () => {
  const amina = await contextOf('amina@inec.example');
  const office = { 'evidence.choice': 'office' };
  await send(amina, FEE, { amount: '5', do: 'draft', ...office, validFrom: '1 November 2026' });
  expect((await send(amina, FEE, { amount: '6', ...office })).refusal).toBeUndefined();
  expect(feeNow().fee).toMatchObject({ amount: 6, validFrom: '2026-11-01', history: [{ says: '₦1,000,000' }] });
});

test('the editor opens a draft that brings a source into the charter', async () => {
  const editor = await signIn(portal, 'amina@inec.example');
  const amina = await contextIn(portal, editor, 'amina@inec.example');
  const office = { 'evidence.choice': 'office', validFrom: '1 November 2026' };
  expect((await send(amina, FEE, { amount: '5', do: 'draft', ...office })).refusal?.message).toBeUndefined();
  const draft = { collection: 'services-inec', slug: 'party-registration' };
  const { body } = await editor.act('unpublishedEntry', draft);
  expect(body.error).toBeUndefined();
  const paths = (body as unknown as { diffs: { path: string }[] }).diffs.map(({ path }) => path);
  expect(paths).toEqual([SERVICE]);
  for (const path of paths) expect((await editor.act('unpublishedEntryDataFile', { ...draft, path })).status).toBe(200);
});

test('what was copied wrongly is put right and was never a figure; nor was what no source stated', async () => {
  const amina = await contextOf('amina@inec.example');
  await send(amina, FEE, { amount: '1,500,000' });
  expect(feeNow().fee).not.toHaveProperty('history');
  const copies = { ...FEE, at: 'fees.1' };
  await send(amina, copies, { kind: 'fixed', amount: '500', 'evidence.choice': 's1' });
  expect(portal.read(SERVICE)).toMatch(/amount: 500/);
  expect(portal.read(SERVICE)).not.toContain('history');
});

test('what holds from a day ahead is published on it, or at once, as the officer says', async () => {
  const amina = await contextOf('amina@inec.example');
  const ahead = { amount: '2,000,000', validFrom: '1 January 2027', 'evidence.choice': 's2' };
  expect((await send(amina, FEE, ahead)).value).toEqual({ asks: '2027-01-01' });
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
  expect(portal.git('branch', '--list', 'cms/*')).toBe('');
  const then = await send(amina, FEE, { ...ahead, do: 'publish-then' });
  expect(then.value).toMatchObject({ draft: 'services-inec/party-registration' });
  const draft = await amina.store.drafts.get('services-inec', 'party-registration');
  expect(draft.approval?.from).toBe('2027-01-01');
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
  await inTurn(amina, () => discardDraft(amina, { collection: 'services-inec', slug: 'party-registration' }));
  const now = await send(amina, FEE, { ...ahead, do: 'publish-now' });
  expect(now.value).toHaveProperty('commit');
  expect(feeNow().fee).toMatchObject({ history: [{ says: '₦1,000,000', until: '2027-01-01' }] });
});

test('a day ahead that waits in a draft is asked for too, and nothing is published by a word that is no button', async () => {
  const amina = await contextOf('amina@inec.example');
  await send(amina, FEE, { amount: '5', validFrom: '1 January 2027', 'evidence.choice': 's2', do: 'draft' });
  expect((await send(amina, FEE, { label: 'Application of a party' })).value).toEqual({ asks: '2027-01-01' });
  expect((await send(amina, FEE, { label: 'Another', do: 'anything' })).value).toHaveProperty('draft');
  // Whoever takes the day out after the question has not asked for today.
  const gone = await send(amina, FEE, { label: 'A third', validFrom: '', do: 'publish-then' });
  expect(gone.value).toHaveProperty('draft');
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
});

test('only whoever speaks for the office can say that the office says so', async () => {
  const amina = await contextOf('amina@inec.example');
  const item = await openItem(amina, FEE);
  const options = await viewOptions(amina);
  expect(changeView(item, options).evidence.office?.value).toBe('office');
  const reviewer = { ...amina.officer, role: 'reviewer' } as const;
  expect(changeView(item, { ...options, officer: reviewer }).evidence.office).toBeUndefined();
  const forged = await send({ ...amina, officer: reviewer }, FEE, { amount: '5', 'evidence.choice': 'office' });
  expect(forged.refusal?.status).toBe(422);
});

test('a fee is added, and taken out again with what was translated of it', async () => {
  const amina = await contextOf('amina@inec.example');
  const typed = { amount: '300', label: 'Late fee', 'evidence.choice': 's1' };
  expect((await send(amina, { ...FEE, at: 'fees.new' }, typed)).refusal).toBeUndefined();
  expect(portal.read(SERVICE)).toMatch(/amount: 300\n +currency: NGN/);
  const translated = (field: string): string =>
    `  - { language: sw, field: ${field}, text: "Tafsiri", of: "00000000" }`;
  portal.write(
    SERVICE,
    `${portal.read(SERVICE)}translations:\n${translated('fees.0.label')}\n${translated('fees.2.label')}\n`,
  );
  portal.git('-c', 'user.name=T', '-c', 'user.email=t@portal.example', 'commit', '-qam', 'Translate');
  expect((await send(amina, FEE, { remove: 'yes' })).refusal).toBeUndefined();
  const text = portal.read(SERVICE);
  expect(text).not.toContain('1000000');
  expect(text).toContain('field: fees.1.label');
  expect(text).not.toMatch(/field: fees\.[02]\.label/);
});

test('whoever may only draft saves a draft, and publishes nothing', async () => {
  const dayo = await contextOf('dayo@inec.example');
  expect((await send(dayo, FEE, { amount: '5' })).refusal?.status).toBe(403);
  expect((await send(dayo, FEE, { amount: '5', do: 'draft' })).value).toEqual({
    draft: 'services-inec/party-registration',
  });
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
});

test('another body, a list that is not changed one at a time, and what is not there are refused', async () => {
  const amina = await contextOf('amina@inec.example');
  const statusOf = async (address: ItemAddress) => (await attempt(() => openItem(amina, address))).refusal?.status;
  expect(await statusOf({ agency: 'npc', service: 'birth-certificate', at: 'fees.0' })).toBe(403);
  expect(await statusOf({ agency: 'inec', service: '../npc/birth-certificate', at: 'fees.0' })).toBe(403);
  expect(await statusOf({ agency: 'inec', at: 'sources.0' })).toBe(404);
  expect(await statusOf({ ...FEE, at: 'fees.7' })).toBe(404);
});

test('the second of two who opened the same figure is told, and nothing is written over', async () => {
  const [amina, chidi] = [await contextOf('amina@inec.example'), await contextOf('chidi@inec.example')];
  const opened = await openItem(chidi, FEE);
  await send(amina, FEE, { amount: '7' });
  const late = await send(chidi, FEE, { amount: '8', base: baseText(opened.base) });
  expect(late.refusal?.status).toBe(409);
  expect(portal.read(SERVICE)).toContain('amount: 7');
});

test('a draft that another began since the form was opened is not published with it', async () => {
  const [amina, chidi] = [await contextOf('amina@inec.example'), await contextOf('chidi@inec.example')];
  const opened = await openItem(chidi, FEE);
  await send(amina, TIME, { max: '45', do: 'draft' });
  const { value } = await send(chidi, FEE, { amount: '8', base: baseText(opened.base) });
  expect(value).toMatchObject({ draft: 'services-inec/party-registration' });
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
  expect(portal.git('show', `cms/services-inec/party-registration:${SERVICE}`)).toMatch(/amount: 8\n[^]*45/);
});

test.each(['draft', 'publish'])(
  'a change that was joined to one of another is told what that was (%s)',
  async (how) => {
    const [amina, chidi] = [await contextOf('amina@inec.example'), await contextOf('chidi@inec.example')];
    const opened = await openItem(chidi, FEE);
    await send(amina, TIME, { max: '45', do: how });
    const { value } = await send(chidi, FEE, { amount: '8', do: how, base: baseText(opened.base) });
    const { searchParams, pathname } = new URL(addressAfter('/desk/publication/?commit=0', value as SavedEntry), SITE);
    expect([pathname, searchParams.get('commit')]).toEqual(['/desk/publication/', '0']);
    const branch = how === 'draft' ? 'cms/services-inec/party-registration' : 'HEAD';
    const told = (named: string | null) =>
      joinedBefore(chidi, { commit: portal.git('rev-parse', branch), named, language: 'en' });
    expect(await told(searchParams.get('joined'))).toMatch(
      /^Amina Bello changed this meanwhile: .*60 days → 45 days.*Both changes are kept\.$/,
    );
    // Versions of something else are not shown to whoever names them.
    const other = portal.git('rev-parse', 'HEAD:content/services/npc/birth-certificate.yaml');
    for (const named of [null, 'x', `${other}.${other}`, 'HEAD.HEAD']) expect(await told(named)).toBeUndefined();
  },
);

test('what is added to a draft that was approved for a day waits for that day', async () => {
  const amina = await contextOf('amina@inec.example');
  await send(amina, FEE, { amount: '7', do: 'draft' });
  const draft = { collection: 'services-inec', slug: 'party-registration' };
  await inTurn(amina, () => takeStep(amina, { ...draft, step: 'approved', from: '2026-12-24' }));
  const { value } = await send(amina, FEE, { amount: '8' });
  expect(value).toMatchObject({ draft: 'services-inec/party-registration' });
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
});

test('a form that is sent as it was opened saves nothing', async () => {
  const { refusal } = await send(await contextOf('amina@inec.example'), FEE, {});
  expect(refusal?.message).toContain('Nothing was changed');
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
  expect(portal.git('branch', '--list', 'cms/*')).toBe('');
});
