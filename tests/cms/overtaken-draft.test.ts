import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DeskContext } from '../../src/cms/context.ts';
import { publishDraft } from '../../src/cms/entry/publish-draft.ts';
import { inTurn } from '../../src/cms/in-turn.ts';
import { openMerge } from '../../src/cms/merge/open-merge.ts';
import { settleMerge } from '../../src/cms/merge/settle-merge.ts';
import { attempt } from '../../src/cms/refusal.ts';
import { takeStep } from '../../src/cms/review/take-step.ts';
import { signIn, type Desk } from './client.ts';
import { CHARTER, makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

/* A draft waits for its review, and meanwhile somebody publishes the same entry by other means. */

let portal: Portal;
let amina: Desk;
let context: DeskContext;
beforeEach(async () => {
  portal = makePortal();
  amina = await signIn(portal, 'amina@inec.example');
  const request = new Request(`${SITE}/desk/`, { headers: { cookie: amina.cookie } });
  const visit = await portal.cms.desk?.visit(request);
  if (!visit?.context) throw new Error('Nobody is signed in.');
  context = visit.context;
});
afterEach(() => portal.remove());

const NAME = { collection: 'services-inec', slug: 'party-registration' };
const DRAFT = 'cms/services-inec/party-registration';
const drafted = async (from: string, to: string): Promise<void> => {
  await amina.save(NAME.collection, SERVICE, (await amina.open(SERVICE)).replace(from, to));
};
function publishedBy(file: string, change: (text: string) => string): void {
  portal.write(file, change(portal.read(file)));
  portal.git('-c', 'user.name=Ops', '-c', 'user.email=ops@portal.example', 'commit', '-qam', 'Another change');
}
const publish = () => attempt(() => inTurn(context, () => publishDraft(context, NAME)));

test('the same field is shown in both versions, the draft stays, and what is chosen goes on from what is published', async () => {
  await drafted('amount: 1000000', 'amount: 2000000');
  publishedBy(SERVICE, (text) => text.replace('amount: 1000000', 'amount: 3000000').replace('max: 60', 'max: 45'));
  const { refusal } = await publish();
  expect(refusal?.message).toContain('See both and choose');
  expect(portal.git('show', `${DRAFT}:${SERVICE}`)).toContain('amount: 2000000');
  // To press once more keeps no second copy.
  const id = refusal?.parked ?? '';
  expect((await publish()).refusal?.parked).toBe(id);
  const { joined, current = '' } = await openMerge(context, id);
  expect(joined.conflicts).toMatchObject([{ path: ['data', 'fees', 0, 'amount'], theirs: 3_000_000, mine: 2_000_000 }]);
  const choices = new Map([['data.fees.0.amount', { of: 'mine' }]] as const);
  expect(await settleMerge(context, id, { seen: current, choices })).toEqual({
    draft: 'services-inec/party-registration',
  });
  expect((await publish()).refusal).toBeUndefined();
  expect(portal.read(SERVICE)).toMatch(/amount: 2000000[^]*max: 45/);
  expect(portal.git('for-each-ref', 'refs/cms-parked', 'refs/heads/cms')).toBe('');
});

test('what is kept of a draft that was edited since is not put over the edit', async () => {
  await drafted('amount: 1000000', 'amount: 2000000');
  publishedBy(SERVICE, (text) => text.replace('amount: 1000000', 'amount: 3000000'));
  const id = (await publish()).refusal?.parked ?? '';
  const text = portal.git('show', `${DRAFT}:${SERVICE}`);
  const { blob } = (await context.store.drafts.get(NAME.collection, NAME.slug)).changes[0] ?? {};
  const now = await context.store.writeBlob(`${text.replace('amount: 2000000', 'amount: 2500000')}\n`);
  expect(now).not.toBe(blob);
  await context.store.saveDraft({ ...NAME, changes: [{ path: SERVICE, blob: now }], author: context.officer });
  const choices = new Map([['data.fees.0.amount', { of: 'mine' }]] as const);
  const { current = '' } = await openMerge(context, id);
  const settled = await attempt(() => settleMerge(context, id, { seen: current, choices }));
  expect(settled.refusal?.message).toContain('The draft was changed after this version was kept');
  expect(portal.git('show', `${DRAFT}:${SERVICE}`)).toContain('amount: 2500000');
});

test('a removal that was drafted does not take away what was published since', async () => {
  await context.store.saveDraft({ ...NAME, changes: [{ path: SERVICE, blob: null }], author: context.officer });
  publishedBy(SERVICE, (text) => text.replace('amount: 1000000', 'amount: 3000000'));
  expect((await publish()).refusal?.message).toContain('look at the entry as it is now');
  expect(portal.read(SERVICE)).toContain('amount: 3000000');
});

test('what was approved stays approved where nothing contradicts', async () => {
  await drafted('amount: 1000000', 'amount: 2000000');
  await inTurn(context, () => takeStep(context, { ...NAME, step: 'approved', from: '2026-12-24' }));
  publishedBy(SERVICE, (text) => text.replace('max: 60', 'max: 45'));
  portal.later(60 * 24 * 60);
  await portal.cms.rounds?.once();
  expect(portal.read(SERVICE)).toMatch(/amount: 2000000[^]*max: 45/);
});

/** A draft of a fee that cites a source which it adds to the charter as s3. */
async function citing(title: string): Promise<void> {
  const added = `  - id: s3\n    title: ${title}\n    kind: law\n---\n\n<`;
  const charter = portal.read(CHARTER).replace('---\n\n<', added);
  const service = portal.read(SERVICE).replace('sources: [s1], asOf: "2022"', 'sources: [s3], asOf: "2022"');
  const changes = await Promise.all(
    [[CHARTER, charter] as const, [SERVICE, service] as const].map(async ([path, text]) => ({
      path,
      blob: await context.store.writeBlob(text),
    })),
  );
  await context.store.saveDraft({ ...NAME, changes, author: context.officer });
}
const published = () => ({
  sources: (parse(portal.read(CHARTER).split('---')[1] ?? '') as { sources: { id: string; title: string }[] }).sources
    .slice(2)
    .map(({ id, title }) => `${id} ${title}`),
  cited: (parse(portal.read(SERVICE)) as { fees: { evidence: { sources: string[] } }[] }).fees[0]?.evidence.sources,
});
const addsSource = (title: string): void =>
  publishedBy(CHARTER, (text) => text.replace('---\n\n<', `  - id: s3\n    title: ${title}\n    kind: law\n---\n\n<`));

test('a source that takes the number of one published meanwhile gets another, and is cited by it', async () => {
  await citing('Schedule of fees');
  addsSource('Gazette of October');
  expect((await publish()).refusal).toBeUndefined();
  const { sources, cited } = published();
  expect(sources.sort()).toEqual(['s3 Gazette of October', 's4 Schedule of fees']);
  expect(cited).toEqual(['s4']);
});

test('the same source, added by two, is listed once', async () => {
  await citing('Schedule of fees');
  addsSource('Schedule of fees');
  expect((await publish()).refusal).toBeUndefined();
  expect(published()).toEqual({ sources: ['s3 Schedule of fees'], cited: ['s3'] });
});
