import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CmsOptions } from '../../src/cms/create-cms.ts';
import type { Desk as OwnDesk } from '../../src/cms/desk.ts';
import { attempt } from '../../src/cms/refusal.ts';
import type { Officer } from '../../src/schemas/officer.ts';
import { withPreviewNote } from '../../src/views/desk/preview-note.ts';
import { signIn, type Desk } from './client.ts';
import { CHARTER, makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

const DRAFT = { collection: 'services-inec', slug: 'party-registration' };
const MINUTES_OF_A_DAY = 24 * 60;

let portal: Portal;
let amina: Desk;
let desk: OwnDesk;

beforeEach(async () => {
  opened = undefined;
  portal = makePortal();
  amina = await signIn(portal, 'amina@inec.example');
  if (!portal.cms.desk) throw new Error('The portal has no desk.');
  desk = portal.cms.desk;
});
afterEach(() => portal.remove());

async function officerOf({ cookie }: Desk): Promise<Officer> {
  const { context } = await desk.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  if (!context) throw new Error('Nobody is signed in.');
  return context.officer;
}
const tokenIn = (path: string): string => path.split('/').at(-2) ?? '';
/** Saves a fee in the draft, from one opening of the editor. */
let opened: Promise<string> | undefined;
const draftFee = async (amount: number) => {
  const raw = await (opened ??= amina.open(SERVICE));
  const saved = await amina.save('services-inec', SERVICE, raw.replace(/amount: \d+/, `amount: ${amount}`));
  expect(saved.status).toBe(200);
};

test('the page is made of the draft, for whoever has the address, and stays unpublished', async () => {
  await draftFee(77);
  const path = await desk.preview.pathFor(await officerOf(amina), DRAFT, 'en');
  expect(path).toMatch(/^\/desk\/preview\/[\w.-]+\/$/);
  const shown = await desk.preview.show(tokenIn(path), 'en');
  expect(shown).toMatchObject({ kind: 'shown', authors: ['Amina Bello'] });
  if (shown.kind !== 'shown') return;
  expect(shown.html).toContain('"amount":77');
  expect(shown.html).toContain('<title>/ng/inec/party-registration/');
  expect(portal.git('rev-list', '--count', 'HEAD')).toBe('1');
  const noted = withPreviewNote(shown.html, { title: 'Preview', note: 'Not public <yet>' });
  expect(noted).toContain('<title>Preview: /ng/inec/');
  expect(noted).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(noted).toContain('Not public &lt;yet&gt;');
});

test('it shows the draft as it is when somebody looks', async () => {
  await draftFee(77);
  const token = tokenIn(await desk.preview.pathFor(await officerOf(amina), DRAFT, 'en'));
  await draftFee(78);
  expect(await desk.preview.show(token, 'sw')).toMatchObject({
    html: expect.stringContaining('"amount":78') as string,
  });
});

test('it ends after 14 days, once the draft is published, and where an address was made up', async () => {
  await draftFee(77);
  const token = tokenIn(await desk.preview.pathFor(await officerOf(amina), DRAFT, 'en'));
  expect((await desk.preview.show(`${token}x`, 'en')).kind).toBe('dead');
  expect((await desk.preview.show('', 'en')).kind).toBe('dead');
  portal.later(14 * MINUTES_OF_A_DAY - 1);
  expect((await desk.preview.show(token, 'en')).kind).toBe('shown');
  portal.later(1);
  expect((await desk.preview.show(token, 'en')).kind).toBe('dead');
  const later = await signIn(portal, 'amina@inec.example');
  const again = tokenIn(await desk.preview.pathFor(await officerOf(later), DRAFT, 'en'));
  await later.publish(DRAFT.collection, DRAFT.slug);
  expect(await desk.preview.show(again, 'en')).toEqual({ kind: 'gone', page: '/ng/inec/party-registration/' });
});

test('a new picture in the prose of a charter is on its page, though it has no address yet', async () => {
  portal.remove();
  const picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#3a7' } })
    .png()
    .toBuffer();
  const made: Partial<CmsOptions> = {
    render: (path) =>
      Promise.resolve(
        path.endsWith('/background/')
          ? '<img src="/media/inec/door.png" alt="The door"><img src="/media/inec/old.png">'
          : '<a href="/ng/inec/background/">About the office</a>',
      ),
  };
  portal = makePortal(made);
  amina = await signIn(portal, 'amina@inec.example');
  desk = portal.cms.desk ?? desk;
  const text = await amina.open(CHARTER);
  const saved = await amina.save('charter-inec', CHARTER, `${text}\n![The door](/media/inec/door.png)\n`, [
    { path: 'content/media/inec/door.png', content: picture.toString('base64'), encoding: 'base64' },
  ]);
  expect(saved.status).toBe(200);
  const path = await desk.preview.pathFor(await officerOf(amina), { collection: 'charter-inec', slug: 'inec' }, 'en');
  expect(await desk.preview.show(tokenIn(path), 'en')).toMatchObject({
    html: '<a href="?part=background">About the office</a>',
  });
  const shown = await desk.preview.show(tokenIn(path), 'en', 'background');
  const html = shown.kind === 'shown' ? shown.html : '';
  expect(html).toContain('<img src="/media/inec/old.png">');
  const [, sent = ''] = /src="data:image\/png;base64,([^"]+)" alt="The door"/.exec(html) ?? [];
  expect(await sharp(Buffer.from(sent, 'base64')).metadata()).toMatchObject({ format: 'png', width: 2, height: 2 });
});

test('an address is given out for drafts of one’s own reach only', async () => {
  await draftFee(77);
  const efe = await officerOf(await signIn(portal, 'efe@npc.example'));
  const asked = await attempt(() => desk.preview.pathFor(efe, DRAFT, 'en'));
  expect(asked.refusal?.status).toBe(403);
});

test('an address that got about shows no later draft of the same entry', async () => {
  await draftFee(77);
  const token = tokenIn(await desk.preview.pathFor(await officerOf(amina), DRAFT, 'en'));
  await amina.publish(DRAFT.collection, DRAFT.slug);
  opened = undefined;
  await draftFee(78);
  expect((await desk.preview.show(token, 'en')).kind).toBe('gone');
});
