import { readFileSync, symlinkSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, type Desk } from './client.ts';
import { CHARTER, makePortal, SERVICE, type Portal } from './fixture.ts';

let portal: Portal;
let amina: Desk;
let dayo: Desk;

beforeAll(async () => {
  portal = makePortal();
  amina = await signIn(portal, 'amina@inec.example');
  dayo = await signIn(portal, 'dayo@inec.example');
});
afterAll(() => portal.remove());

const FOREIGN = [
  'content/services/npc/birth-certificate.yaml',
  'content/charters/npc.mdx',
  'content/notices/npc-closed.yaml',
  'content/portal/portal.yaml',
  'content/officers.yaml',
  '.git/config',
  'content/services/inec/../npc/birth-certificate.yaml',
  'content/services/inec/./party-registration.yaml',
  'content/services/inec//party-registration.yaml',
  '/etc/passwd',
  'content/services/inec/party-registration.yml',
  'content\\services\\inec\\party-registration.yaml',
  'content/services/inec/sub/party-registration.yaml',
];

test.each([SERVICE, CHARTER])('the own file %s can be read', async (path) => {
  expect((await amina.act('getEntry', { path })).status).toBe(200);
});

test.each(FOREIGN)('%s can be neither read, written, published nor deleted', async (path) => {
  expect((await amina.act('getEntry', { path })).status).toBe(403);
  expect((await amina.act('entriesByFiles', { files: [{ path }] })).status).toBe(403);
  expect((await amina.act('deleteFiles', { paths: [path] })).status).toBe(403);
  expect((await amina.act('deleteFile', { path })).status).toBe(403);
  for (const collection of ['services-inec', 'charter-inec', 'notices-inec']) {
    expect((await amina.save(collection, path, portal.read(SERVICE))).status, collection).toBeGreaterThanOrEqual(400);
  }
  expect(portal.git('status', '--porcelain')).toBe('');
  expect(portal.git('branch', '--list', 'cms/*')).toBe('');
});

test('collections and folders of another agency are refused, the own ones are not', async () => {
  expect(
    (await amina.act('entriesByFolder', { folder: 'content/services/inec', extension: 'yaml', depth: 1 })).status,
  ).toBe(200);
  for (const folder of ['content/services/npc', 'content/services', 'content/charters', 'content', '.']) {
    expect((await amina.act('entriesByFolder', { folder, extension: 'yaml', depth: 2 })).status, folder).toBe(403);
  }
  for (const action of ['unpublishedEntry', 'publishUnpublishedEntry', 'deleteUnpublishedEntry', 'getDeployPreview']) {
    const { status } = await amina.act(action, { collection: 'services-npc', slug: 'birth-certificate' });
    expect(status, action).toBe(action === 'getDeployPreview' ? 200 : 403);
  }
});

test('drafts of another agency are not listed', async () => {
  const efe = await signIn(portal, 'efe@npc.example');
  const path = 'content/services/npc/birth-certificate.yaml';
  await efe.save('services-npc', path, (await efe.open(path)).replace('Birth', 'The birth'));
  expect((await efe.act('unpublishedEntries', {})).body).toEqual(['services-npc/birth-certificate']);
  expect((await amina.act('unpublishedEntries', {})).body).toEqual([]);
  await efe.act('deleteUnpublishedEntry', { collection: 'services-npc', slug: 'birth-certificate' });
});

test('a notice is seen and written only for the own agency, although all lie in one folder', async () => {
  expect((await amina.act('entriesByFolder', { folder: 'content/notices', extension: 'yaml', depth: 1 })).body).toEqual(
    [],
  );
  const notice = (agency: string): string =>
    `title: Closed\ntext: We are closed.\nagency: ${agency}\npublishedOn: "2026-11-02"\nevidence:\n  sources: [s1]\n  verification: official\n`;
  expect((await amina.save('notices-inec', 'content/notices/inec-closed.yaml', notice('npc'))).status).toBe(403);
  expect(
    (await amina.save('notices-inec', 'content/notices/npc-closed.yaml', notice('inec'))).status,
  ).toBeGreaterThanOrEqual(400);
  expect((await amina.save('notices-inec', 'content/notices/inec-closed.yaml', notice('inec'))).status).toBe(200);
  expect((await amina.publish('notices-inec', 'inec-closed')).status).toBe(200);
});

test('a charter cannot be deleted', async () => {
  expect((await amina.act('deleteFiles', { paths: [CHARTER] })).body.error).toContain('cannot be deleted');
});

test('an officer who may only draft can save but not publish, delete or upload', async () => {
  expect((await dayo.save('services-inec', SERVICE, (await dayo.open(SERVICE)).replace('1000000', '7'))).status).toBe(
    200,
  );
  expect((await dayo.publish('services-inec', 'party-registration')).status).toBe(403);
  expect((await dayo.act('deleteFiles', { paths: [SERVICE] })).status).toBe(403);
  expect((await amina.publish('services-inec', 'party-registration')).status).toBe(200);
  expect(portal.git('log', '-1', '--format=%an|%B')).toMatch(/^Dayo Ade\|[\s\S]*Published-by: Amina Bello/);
});

test('a folder that is a link is not written through', async () => {
  const path = 'content/services/inec/new-service.yaml';
  await amina.save('services-inec', path, portal.read(SERVICE));
  portal.git('mv', 'content/services/inec', 'elsewhere');
  symlinkSync('../../elsewhere', `${portal.dir}/content/services/inec`);
  expect((await amina.publish('services-inec', 'new-service')).status).toBe(403);
  portal.git('reset', '-q', '--hard');
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const upload = (path: string, content: Buffer | string) =>
  amina.act('persistMedia', { asset: { path, content: Buffer.from(content).toString('base64'), encoding: 'base64' } });

test('a picture is uploaded to the own folder and listed there', async () => {
  expect((await upload('content/media/inec/map.png', PNG)).status).toBe(200);
  expect((await amina.act('getMedia', { mediaFolder: 'content/media/inec' })).body).toMatchObject([
    { path: 'content/media/inec/map.png', name: 'map.png' },
  ]);
  expect(portal.git('log', '-1', '--format=%an %s')).toBe('Amina Bello INEC: upload map.png');
});

test('a picture is written anew: upright, and without what hides in it', async () => {
  const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Copyright: 'where I live' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(
    (await upload('content/media/inec/photo.jpg', Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')])))
      .status,
  ).toBe(200);
  const published = readFileSync(`${portal.dir}/content/media/inec/photo.jpg`);
  expect(await sharp(published).metadata()).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
  expect(published.toString('latin1')).not.toMatch(/script|where I live|Exif/);
});

test.each([
  ['content/media/npc/map.png', PNG, 403],
  ['content/media/inec/../npc/map.png', PNG, 403],
  ['content/media/inec/..png', PNG, 403],
  ['public/index.html', '<script>', 403],
  ['content/media/inec/map.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422],
  ['content/media/inec/page.html', '<script>alert(1)</script>', 422],
  ['content/media/inec/fake.png', '<script>alert(1)</script>', 422],
  ['content/media/inec/real.html', PNG, 422],
  // A signature and a script behind it.
  ['content/media/inec/signed.png', Buffer.concat([PNG.subarray(0, 8), Buffer.from('<script>alert(1)</script>')]), 422],
  ['content/media/inec/cut.png', PNG.subarray(0, 40), 422],
  [
    'content/media/inec/signed.jpg',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>alert(1)</script>')]),
    422,
  ],
  ['content/media/inec/large.png', Buffer.concat([PNG, Buffer.alloc(2 * 1024 * 1024)]), 413],
])('the upload %s is refused', async (path, content, status) => {
  expect((await upload(path, content)).status).toBe(status);
});
