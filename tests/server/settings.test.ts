import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientAddressReader } from '../../src/web/trusted-proxies.ts';
import { readSettings } from '../../src/server/settings.ts';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-settings-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
const publicPortal = { SITE_URL: 'https://charters.example/', SMTP_HOST: 'mail.example' };

describe('settings', () => {
  it('without any make a demonstration that only this machine can reach', () => {
    const dir = folder();
    const settings = readSettings({}, dir);
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 4321,
      demo: true,
      contentDir: join(dir, 'content'),
      dataDir: join(dir, '.data'),
    });
    expect(settings).not.toHaveProperty('smtp');
    expect(settings).not.toHaveProperty('siteUrl');
  });

  it('with an address and a mail server make a public portal', () => {
    const settings = readSettings(
      { ...publicPortal, HOST: '0.0.0.0', PORT: '8080', SMTP_USER: 'portal', SMTP_PASS: 'secret' },
      folder(),
    );
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 8080, demo: false, siteUrl: 'https://charters.example' });
    expect(settings.smtp).toEqual({ host: 'mail.example', port: 587, secure: false, user: 'portal', pass: 'secret' });
  });

  it('name the repository that keeps what the portal owns, apart from the code or in it', () => {
    const [code, own] = [folder(), folder()];
    mkdirSync(join(own, 'content'));
    expect(readSettings({ OPENCHARTER_CONTENT: own }, code)).toMatchObject({
      repoDir: code,
      contentRepoDir: own,
      contentDir: join(own, 'content'),
      officersFile: join(own, 'content', 'officers.yaml'),
      mediaDir: join(own, 'content', 'media'),
      dataDir: join(code, '.data'),
    });
    expect(readSettings({ OPENCHARTER_CONTENT: relative(code, own) }, code).contentRepoDir).toBe(own);
    expect(readSettings({}, code)).toMatchObject({ contentRepoDir: code, contentDir: join(code, 'content') });
  });

  it('divide the limits by address among all processes of all machines, which need one database', () => {
    const DATABASE_URL = 'postgres://portal@db.example/opencharter';
    const of = (env: NodeJS.ProcessEnv) => readSettings({ ...publicPortal, ...env }, folder());
    expect(of({}).sharers).toBe(1);
    expect(of({ DATABASE_URL, PROCESSES: '2', MACHINES: '3' })).toMatchObject({ processes: 2, sharers: 6 });
    expect(() => of({ MACHINES: '3' })).toThrow(/MACHINES is 3, but DATABASE_URL is not set/);
  });

  it('take the word of a proxy on this machine about who visits, or of those that are named', () => {
    const visitor = (env: NodeJS.ProcessEnv, proxy: string) =>
      clientAddressReader(readSettings({ ...publicPortal, ...env }, folder()).trustedProxies)(proxy, '203.0.113.5');
    expect([visitor({}, '127.0.0.1'), visitor({}, '::1'), visitor({}, '10.0.0.7')]).toEqual([
      '203.0.113.5',
      '203.0.113.5',
      '10.0.0.7',
    ]);
    expect(visitor({ TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1' }, '10.0.0.7')).toBe('203.0.113.5');
  });

  it.each([
    [
      'a public address without a mail server',
      { SITE_URL: 'https://charters.example' },
      'SMTP_HOST is not. Set SMTP_HOST to the mail server',
    ],
    ['a demonstration open to the network', { HOST: '0.0.0.0' }, 'set SITE_URL, or leave HOST out'],
    ['an address that is none', { ...publicPortal, SITE_URL: 'charters.example' }, 'SITE_URL: '],
    ['a content repository that is none', { OPENCHARTER_CONTENT: 'elsewhere' }, 'npm run init -- elsewhere'],
    ['a port that is none', { PORT: '80000' }, 'PORT: '],
    ['a port in words', { PORT: 'http' }, 'PORT: '],
    [
      'a secret that can be guessed',
      { OPENCHARTER_SECRET: 'short' },
      'OPENCHARTER_SECRET needs at least 32 characters.',
    ],
  ])('refuse %s and say what to do', (_, env, remedy) => {
    expect(() => readSettings(env, folder())).toThrow(remedy);
  });

  it('allow every name of this machine for a demonstration', () => {
    for (const HOST of ['127.0.0.1', 'localhost', '::1']) expect(readSettings({ HOST }, folder()).demo).toBe(true);
  });
});

describe('the secret that signs links and sessions', () => {
  it('is made on the first start and kept, so that links outlive a restart', () => {
    const dir = folder();
    const first = readSettings({}, dir).secret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(readSettings({}, dir).secret).toBe(first);
    expect(readSettings({}, folder()).secret).not.toBe(first);
  });

  it('can be read by its owner alone', () => {
    const dir = folder();
    const { secret, dataDir } = readSettings({ OPENCHARTER_DATA_DIR: 'kept' }, dir);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0);
  });

  it('is the one that is set, where one is set', () => {
    const OPENCHARTER_SECRET = 'x'.repeat(32);
    expect(readSettings({ OPENCHARTER_SECRET }, folder()).secret).toBe(OPENCHARTER_SECRET);
  });
});
