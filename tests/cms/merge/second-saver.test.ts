import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMerge } from '../../../src/cms/merge/open-merge.ts';
import { carriedChoices, dropMerge, settleMerge, type Choice } from '../../../src/cms/merge/settle-merge.ts';
import { attempt } from '../../../src/cms/refusal.ts';
import { mergeView } from '../../../src/views/desk/merge-view.ts';
import { parkedRows } from '../../../src/views/desk/parked-rows.ts';
import { signIn, type Desk } from '../client.ts';
import { CHARTER, makePortal, SERVICE, SITE, type Portal } from '../fixture.ts';

let portal: Portal;
let amina: Desk;
let chidi: Desk;
/** The window in which Amina contradicts Chidi. */
let hers: string;
beforeEach(async () => {
  portal = makePortal();
  amina = await signIn(portal, 'amina@inec.example');
  chidi = await signIn(portal, 'chidi@inec.example');
});
afterEach(() => portal.remove());

const COLLECTION = 'services-inec';
const draft = (): string => portal.git('show', `cms/${COLLECTION}/party-registration:${SERVICE}`);
const parkedRefs = (): string[] =>
  portal.git('for-each-ref', '--format=%(refname)', 'refs/cms-parked').split('\n').filter(Boolean);
const save = (desk: Desk, text: string) => desk.save(COLLECTION, SERVICE, text);
const idIn = (merge: unknown): string => /^\/desk\/merge\/([0-9a-f]{12})\/$/.exec(String(merge))?.[1] ?? '';

async function contextOf({ cookie }: Desk) {
  const visit = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  if (!visit?.context) throw new Error('Nobody is signed in.');
  return visit.context;
}

/** Amina makes the fee 2,000,000 while Chidi, who opened the same version, makes it 3,000,000. Gives the id of his. */
async function contradict(theirs = '2000000', mine = '3000000'): Promise<string> {
  hers = await amina.open(SERVICE);
  const his = await chidi.open(SERVICE);
  await save(amina, hers.replace('1000000', theirs));
  const { status, body } = await save(chidi, his.replace('1000000', mine).replace('max: 60', 'max: 45'));
  expect(status).toBe(409);
  return idIn(body.merge);
}

const settle = async (id: string, choice: Choice, desk = chidi) => {
  const context = await contextOf(desk);
  const { current = '' } = await openMerge(context, id);
  return attempt(() => settleMerge(context, id, { seen: current, choices: new Map([['data.fees.0.amount', choice]]) }));
};

test('changes that do not contradict each other are both kept, and said so', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(amina, hers.replace('max: 60', 'max: 45'));
  const { status, body } = await save(chidi, his.replace('1000000', '2000000'));
  expect(status).toBe(200);
  expect(body.joined).toMatch(/^Amina Bello changed this meanwhile: .*60 days → 45 days.*Both changes are kept\.$/);
  expect(draft()).toContain('max: 45');
  expect(draft()).toContain('amount: 2000000');
  // What neither touched keeps its lines.
  expect(draft()).toContain("label: 'Application'   # non-refundable");
  expect(parkedRefs()).toEqual([]);
});

test('a window whose change was joined to another saves on without taking the other one back', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(amina, hers.replace('max: 60', 'max: 45'));
  const first = his.replace('1000000', '2000000');
  await save(chidi, first);
  expect((await save(chidi, first.replace('2000000', '2500000'))).status).toBe(200);
  expect(draft()).toContain('max: 45');
  expect(draft()).toContain('amount: 2500000');
});

test('a window that saved before keeps what it saved, and what another saved after it', async () => {
  const his = await chidi.open(SERVICE);
  await save(chidi, his.replace('1000000', '2000000'));
  await save(amina, (await amina.open(SERVICE)).replace('max: 60', 'max: 45'));
  const { status } = await save(chidi, his.replace('1000000', '2500000'));
  expect(status).toBe(200);
  expect(draft()).toContain('max: 45');
  expect(draft()).toContain('amount: 2500000');
});

test('a version that contradicts is kept whole for its writer, on a ref without an address, and nothing is written over', async () => {
  const id = await contradict();
  expect(draft()).toContain('amount: 2000000');
  const [ref = ''] = parkedRefs();
  expect(ref).toMatch(new RegExp(`^refs/cms-parked/[0-9a-f]{16}/${COLLECTION}/party-registration/${id}$`));
  expect(portal.git('show', `${ref}:${SERVICE}`)).toContain('amount: 3000000');
  expect(portal.git('show', `${ref}:${SERVICE}`)).toContain('max: 45');
  expect(portal.git('status', '--porcelain')).toBe('');
});

test('the same window parks one version, the last', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(amina, hers.replace('1000000', '2000000'));
  const ids = [];
  for (const amount of ['3000000', '3500000'])
    ids.push(idIn((await save(chidi, his.replace('1000000', amount))).body.merge));
  expect(new Set(ids).size).toBe(1);
  expect(portal.git('show', `${parkedRefs().join(' ')}:${SERVICE}`)).toContain('amount: 3500000');
});

test('a version that is kept is listed for whoever wrote it, until it is settled', async () => {
  const id = await contradict();
  expect(await parkedRows(await contextOf(chidi), 'en')).toEqual([
    {
      href: `/desk/merge/${id}/`,
      subject: 'Two versions of Registration of a political party',
      about: 'Your version is kept until 2 December 2026. Other officers do not see it.',
    },
  ]);
  expect(await parkedRows(await contextOf(amina), 'en')).toEqual([]);
  await settle(id, { of: 'mine' });
  expect(await parkedRows(await contextOf(chidi), 'en')).toEqual([]);
});

test('nobody else opens, settles or drops it', async () => {
  const id = await contradict();
  const context = await contextOf(amina);
  const refusals = await Promise.all([
    attempt(() => openMerge(context, id)),
    attempt(() => settleMerge(context, id, { seen: '', choices: new Map() })),
    attempt(() => dropMerge(context, id)),
  ]);
  expect(refusals.map(({ refusal }) => refusal?.status)).toEqual([404, 404, 404]);
  expect(parkedRefs()).toHaveLength(1);
  for (const path of ['../x', 'x', id.toUpperCase()])
    expect((await attempt(() => openMerge(context, path))).refusal?.status).toBe(404);
});

test('an officer who lost the body cannot open what was kept of it', async () => {
  const id = await contradict();
  portal.write(
    'content/officers.yaml',
    'officers:\n  - { name: Chidi Obi, email: chidi@inec.example, agencies: [npc] }\n',
  );
  const context = await contextOf(chidi);
  expect((await attempt(() => openMerge(context, id))).refusal?.status).toBe(403);
});

test.each([
  [{ of: 'theirs' }, '2000000'],
  [{ of: 'mine' }, '3000000'],
  [{ of: 'own', typed: '2,500,000' }, '2500000'],
] satisfies [Choice, string][])(
  'chosen %o, the entry has it, and the other change beside it',
  async (choice, amount) => {
    const id = await contradict();
    const { value } = await settle(id, choice);
    expect(value).toEqual({ draft: `${COLLECTION}/party-registration` });
    expect(draft()).toContain(`amount: ${amount}`);
    expect(draft()).toContain('max: 45');
    expect(parkedRefs()).toEqual([]);
    expect((await attempt(() => settle(id, choice))).value).toBeUndefined();
  },
);

test('what is not chosen, and what is not valid, is refused with its place, and stays kept', async () => {
  const id = await contradict();
  const context = await contextOf(chidi);
  const { current = '' } = await openMerge(context, id);
  const undecided = await attempt(() => settleMerge(context, id, { seen: current, choices: new Map() }));
  expect(undecided.refusal?.problems).toEqual([{ field: 'data.fees.0.amount', message: expect.any(String) }]);
  for (const typed of ['two', '1,50', '1,5,0'])
    expect((await settle(id, { of: 'own', typed })).refusal?.problems[0]?.field, typed).toBe('data.fees.0.amount');
  expect(parkedRefs()).toHaveLength(1);
});

test('two changes that are not valid together are asked one by one, with the reason, and what is chosen is saved', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(amina, hers.replace('max: 60', 'max: 45'));
  const { body } = await save(chidi, his.replace('    max: 60\n', '    min: 50\n    max: 60\n'));
  const id = idIn(body.merge);
  const context = await contextOf(chidi);
  const merge = await openMerge(context, id);
  const shown = (choices: Map<string, Choice>, problems = {}) =>
    mergeView(merge, { language: 'en', inWords: context.inWords, choices, problems });
  const places = (await shown(new Map())).places;
  expect(places.map(({ name, chosen }) => [name, chosen])).toEqual([
    ['data.processingTimes.0.max', 'theirs'],
    ['data.processingTimes.0.min', 'mine'],
  ]);
  const settleWith = (choices: Map<string, Choice>) =>
    attempt(() => settleMerge(context, id, { seen: merge.current ?? '', asks: 'each', choices }));
  const both = new Map(places.map(({ name, chosen }): [string, Choice] => [name, { of: chosen as 'theirs' | 'mine' }]));
  const { refusal } = await settleWith(both);
  expect(refusal?.status).toBe(422);
  const problems = Object.fromEntries((refusal?.problems ?? []).map(({ field, message }) => [field, message]));
  expect((await shown(both, problems)).places.some(({ problem }) => problem)).toBe(true);
  expect(parkedRefs()).toHaveLength(1);
  const other = await settleWith(both.set('data.processingTimes.0.min', { of: 'own', typed: '30' }));
  expect(other.value).toEqual({ draft: `${COLLECTION}/party-registration` });
  expect(draft()).toMatch(/max: 45[^]*min: 30/);
});

test('what was chosen of a contradiction stays chosen where each change is then asked', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(amina, hers.replace('max: 60', 'max: 45').replace('1000000', '2000000'));
  const mine = his.replace('    max: 60\n', '    min: 50\n    max: 60\n').replace('1000000', '3000000');
  const id = idIn((await save(chidi, mine)).body.merge);
  const context = await contextOf(chidi);
  const { current: seen = '' } = await openMerge(context, id);
  const choices = new Map<string, Choice>([['data.fees.0.amount', { of: 'mine' }]]);
  const { refusal } = await attempt(() => settleMerge(context, id, { seen, choices }));
  expect(refusal?.cause).toBeInstanceOf(Error);
  const each = await openMerge(context, id, 'each');
  expect(each.joined.conflicts).toHaveLength(3);
  expect(carriedChoices(each, choices)).toEqual(choices);
});

test('when somebody changes the entry once more meanwhile, it is asked again', async () => {
  const id = await contradict();
  const context = await contextOf(chidi);
  const { current: seen = '' } = await openMerge(context, id);
  await save(amina, hers.replace('1000000', '2200000'));
  const choices = new Map<string, Choice>([['data.fees.0.amount', { of: 'mine' }]]);
  expect((await attempt(() => settleMerge(context, id, { seen, choices }))).refusal?.status).toBe(409);
  expect(draft()).toContain('amount: 2200000');
  expect((await openMerge(context, id)).joined.conflicts).toMatchObject([{ theirs: 2200000, mine: 3000000 }]);
});

test('the window that was refused saves on after its version was settled, and takes nothing back', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(amina, hers.replace('1000000', '2000000'));
  const mine = his.replace('1000000', '3000000');
  const id = idIn((await save(chidi, mine)).body.merge);
  await settle(id, { of: 'own', typed: '2500000' });
  expect((await save(chidi, mine.replace('max: 60', 'max: 30'))).status).toBe(200);
  expect(draft()).toContain('amount: 2500000');
  expect(draft()).toContain('max: 30');
});

test('a fee made free by one and dearer by the other is one question, not a mixture', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(
    amina,
    hers.replace('kind: fixed\n    label', 'kind: free\n    label').replace(/ +amount: .*\n +currency: .*\n/, ''),
  );
  const { body } = await save(chidi, his.replace('1000000', '3000000'));
  const { joined } = await openMerge(await contextOf(chidi), idIn(body.merge));
  expect(joined.conflicts).toMatchObject([
    { path: ['data', 'fees', 0], theirs: { kind: 'free' }, mine: { kind: 'fixed', amount: 3000000 } },
  ]);
});

test('an entry that was removed meanwhile can be brought back as it was written, or left removed', async () => {
  const his = await chidi.open(SERVICE);
  await amina.act('deleteFiles', { paths: [SERVICE], options: {} });
  const { status, body } = await save(chidi, his.replace('1000000', '3000000'));
  expect(status).toBe(409);
  const id = idIn(body.merge);
  const context = await contextOf(chidi);
  const { value } = await attempt(() =>
    settleMerge(context, id, { seen: '', choices: new Map([['', { of: 'mine' as const }]]) }),
  );
  expect(value).toEqual({ draft: `${COLLECTION}/party-registration` });
  expect(draft()).toContain('amount: 3000000');
});

test('what was kept is let go after 30 days, and not a day before', async () => {
  const id = await contradict();
  const day = 24 * 60;
  portal.later(30 * day - 1);
  chidi = await signIn(portal, 'chidi@inec.example');
  expect((await attempt(async () => openMerge(await contextOf(chidi), id))).value).toBeDefined();
  portal.later(1);
  expect((await attempt(async () => openMerge(await contextOf(chidi), id))).refusal?.status).toBe(404);
  await portal.cms.rounds?.once();
  expect(parkedRefs()).toEqual([]);
});

test('a body of text below the fields is joined and asked about as any field', async () => {
  const [hers, his] = [await amina.open(CHARTER), await chidi.open(CHARTER)];
  await amina.save('charter-inec', CHARTER, hers.replace('Bring [this]', 'Please bring [this]'));
  const { body } = await chidi.save('charter-inec', CHARTER, his.replace('Bring [this]', 'Do bring [this]'));
  const { joined } = await openMerge(await contextOf(chidi), idIn(body.merge));
  expect(joined.conflicts.map(({ path }) => path)).toEqual([['body']]);
});

test('what a form left out or wrote with other line ends is no contradiction', async () => {
  const [hers, his] = [await amina.open(SERVICE), await chidi.open(SERVICE)];
  await save(amina, hers.replace('    conflicting: []\n', ''));
  expect((await save(chidi, his.replace('order: 20', 'order: 30'))).status).toBe(200);
  expect(execFileSync('git', ['fsck', '--strict'], { cwd: portal.dir, encoding: 'utf8', stdio: 'pipe' })).not.toMatch(
    /error/,
  );
});
