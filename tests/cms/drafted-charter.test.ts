import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DecapConfig } from '../../src/cms/config/cms-config.ts';
import { signIn, type Desk } from './client.ts';
import { CHARTER, makePortal, SERVICE, SITE, type Portal } from './fixture.ts';

/* A service may name what the charter of its body only has as a draft, and is published after it. */

let portal: Portal;
let amina: Desk;

beforeEach(async () => {
  portal = makePortal();
  amina = await signIn(portal, 'amina@inec.example');
  const charter = await amina.open(CHARTER);
  const source = '  - id: s3\n    title: Gazette of November\n    kind: law\n';
  await amina.save('charter-inec', CHARTER, charter.replace(/(?=---\n\n<Callout)/, source));
});
afterEach(() => portal.remove());

const citing = async (): Promise<{ status: number; body: object }> =>
  amina.save('services-inec', SERVICE, (await amina.open(SERVICE)).replace('[s2]', '[s3]'));

test('its sources are offered, and told apart from those that are published', async () => {
  const { choices } = (await amina.get('/config')).body as unknown as DecapConfig;
  expect(choices.own.inec?.source.map(({ label, note }) => `${label}: ${note}`)).toEqual([
    'INEC website: undated · official',
    'INEC charter: undated · official document',
    'Gazette of November: undated · law · in the draft of the charter',
  ]);
});

test('a draft may cite them, and its preview shows them', async () => {
  expect(await citing()).toMatchObject({ status: 200 });
  const { context } = (await portal.cms.desk?.visit(
    new Request(`${SITE}/desk/`, { headers: { cookie: amina.cookie } }),
  )) ?? { context: undefined };
  if (!context) throw new Error('Nobody is signed in.');
  const draft = { collection: 'services-inec', slug: 'party-registration' };
  const path = (await portal.cms.desk?.preview.pathFor(context.officer, draft, 'en')) ?? '';
  const shown = await portal.cms.desk?.preview.show(path.split('/').at(-2) ?? '', 'en');
  expect(shown).toMatchObject({ kind: 'shown', html: expect.stringContaining('"sources":["s3"]') as string });
});

test('it is published once the charter is, and told so before', async () => {
  await citing();
  const refused = await amina.publish('services-inec', 'party-registration');
  expect(refused.status).toBe(422);
  expect(refused.body.error).toMatch(/Publish the charter first, then this/);
  expect((await amina.publish('charter-inec', 'inec')).status).toBe(200);
  expect((await amina.publish('services-inec', 'party-registration')).status).toBe(200);
});

test('what neither has is refused as before', async () => {
  const text = (await amina.open(SERVICE)).replace('[s2]', '[s4]');
  expect(await amina.save('services-inec', SERVICE, text)).toMatchObject({ status: 422 });
});
