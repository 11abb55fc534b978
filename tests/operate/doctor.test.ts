import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCases } from '../../src/server/operate/doctor/check-cases.ts';
import { checkDisk, checkNode, checkSecrets } from '../../src/server/operate/doctor/check-machine.ts';
import { checkMailNames, type Resolver } from '../../src/server/operate/doctor/check-mail-names.ts';
import { checkOfficers } from '../../src/server/operate/doctor/check-officers.ts';
import { charter, jurisdiction, tinyRegister } from '../register/tiny-register.ts';
import { checkMailServer } from '../../src/server/operate/doctor/check-mail-server.ts';
import { closedPort } from '../cases/closed-port.ts';
import { startMailServer } from '../cases/mail-servers.ts';
import { complaintForm, openPipeline, sendForm } from '../cases/pipeline-fixture.ts';
import { temporaryFolder } from '../cases/store-under-test.ts';
import { childEnvironment } from '../child-environment.ts';
import { writeSmallContent } from '../netlify/small-country.ts';

/** A DNS that holds these texts, and a mail server for every name that is asked. */
function dnsWith(records: Record<string, string[]>, fails?: string): Resolver {
  const missing = (): never => {
    throw Object.assign(new Error('no such name'), { code: fails ?? 'ENOTFOUND' });
  };
  return {
    // Long texts come in pieces.
    resolveTxt: (name) =>
      Promise.resolve().then(() => records[name]?.map((text) => [text.slice(0, 20), text.slice(20)]) ?? missing()),
    resolveMx: () =>
      fails ? Promise.resolve().then(missing) : Promise.resolve([{ exchange: 'mx.example', priority: 1 }]),
  };
}

const spf = 'v=spf1 ip4:192.0.2.1 include:_spf.mail.example -all';
const statesOf = async (resolver: Resolver, selector?: string): Promise<string[]> =>
  (await checkMailNames(resolver, 'charters.example', selector)).map(({ state }) => state);

describe('the sender in the DNS', () => {
  test('is in order with one SPF record, the selector’s key, and a DMARC record', async () => {
    const records = {
      'charters.example': ['some-verification=1', spf],
      'mail._domainkey.charters.example': ['v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'],
      '_dmarc.charters.example': ['v=DMARC1; p=reject'],
    };
    expect(await statesOf(dnsWith(records), 'mail')).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test.each([
    ['no SPF record', [], 'has no SPF'],
    ['two SPF records, of which none holds', [spf, 'v=spf1 mx ~all'], '2 SPF records'],
    ['an SPF record that lets everybody send', ['v=spf1 +all'], 'lets everybody'],
    ['another text that only begins like one', ['v=spf10 -all'], 'has no SPF'],
  ])('%s is wrong, with a remedy', async (_name, texts, says) => {
    const [found] = await checkMailNames(dnsWith({ 'charters.example': texts }), 'charters.example', undefined);
    expect(found).toMatchObject({ state: 'wrong', remedy: expect.stringMatching(/\S/) as string });
    expect(found?.says).toContain(says);
  });

  test('a DKIM key that was taken back is worth nothing, and a DMARC record of the name above holds', async () => {
    const records = {
      'charters.example': [spf],
      'mail._domainkey.charters.example': ['v=DKIM1; p='],
      '_dmarc.example': ['v=DMARC1; p=none'],
    };
    const resolver = dnsWith(records);
    expect(await statesOf(resolver, 'mail')).toEqual(['ok', 'wrong', 'look', 'ok']);
    const below = await checkMailNames(
      dnsWith({ '_dmarc.gov.example': ['v=DMARC1; p=none'] }),
      'charters.gov.example',
      undefined,
    );
    expect(below[2]).toMatchObject({ state: 'ok' });
  });

  test('that cannot be asked is not known, and not wrong', async () => {
    for (const code of ['ETIMEOUT', 'ECONNREFUSED', 'ESERVFAIL'])
      expect(await statesOf(dnsWith({}, code), 'mail')).toEqual(Array(4).fill('unknown'));
  });
});

describe('the mail server', () => {
  test('is tried as far as it goes without sending: one that is off, one without TLS in the network', async () => {
    const port = await closedPort();
    expect(await checkMailServer({ host: '127.0.0.1', port, timeoutMs: 2000 })).toMatchObject({ state: 'wrong' });
    const server = await startMailServer({});
    expect(await checkMailServer({ host: '127.0.0.1', port: server.port, timeoutMs: 2000 })).toMatchObject({
      state: 'ok',
    });
    // An address of this machine that does not say so.
    expect(await checkMailServer({ host: '0.0.0.0', port: server.port, timeoutMs: 2000 })).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('speaks no TLS') as string,
    });
    expect(server.taken).toEqual([]);
  });
});

describe('cases', () => {
  test('of a database that is in order are looked at without changing it, while the portal runs', async () => {
    const { cases, databaseFile } = await openPipeline();
    await sendForm(cases, complaintForm(), { language: 'en' });
    const found = await checkCases(databaseFile, new Date('2026-03-10T10:00:00Z'));
    expect(found.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  });

  test('tell of a clock that went back, and of mail that waits too long', async () => {
    const { cases, databaseFile } = await openPipeline();
    await sendForm(cases, complaintForm(), { language: 'en' });
    expect((await checkCases(databaseFile, new Date('2026-03-10T08:00:00Z')))[1]).toMatchObject({ state: 'wrong' });
    expect((await checkCases(databaseFile, new Date('2026-03-12T09:00:00Z')))[2]).toMatchObject({ state: 'look' });
  });

  test('where there is no database, or another file, it says so and makes none', async () => {
    const folder = await temporaryFolder();
    expect(await checkCases(`${folder}/cases.sqlite`, new Date())).toMatchObject([{ state: 'look' }]);
    writeFileSync(`${folder}/cases.sqlite`, 'this is no database, however long it is '.repeat(50));
    expect(await checkCases(`${folder}/cases.sqlite`, new Date())).toMatchObject([{ state: 'wrong' }]);
  });
});

test('the charter desk: a body whose drafts nobody may publish is told, and so are bodies without anybody', async () => {
  const folder = await temporaryFolder();
  const file = `${folder}/officers.yaml`;
  const register = tinyRegister(jurisdiction('xx'), charter('water'), charter('power'));
  const drafter = '{ name: Ada, email: ada@water.example, agencies: [water], mayPublish: false }';
  const looked = (officers: string[]) => {
    writeFileSync(file, `officers:\n${officers.map((officer) => `  - ${officer}\n`).join('')}`);
    return checkOfficers(file, register);
  };
  expect(await checkOfficers(file, register)).toMatchObject({ state: 'look' });
  expect((await looked([drafter])).says).toBe('Nobody may publish what is written for water.');
  const own = '{ name: Ben, email: ben@water.example, agencies: [water] }';
  expect((await looked([drafter, own])).says).toBe('1 of 2 bodies have nobody who may publish: power.');
  const reviewer = '{ name: Rita, email: rita@review.example, role: reviewer, jurisdictions: [xx] }';
  expect(await looked([drafter, reviewer])).toMatchObject({ state: 'ok' });
  expect(await looked(['{ name: Ada }'])).toMatchObject({ state: 'wrong' });
});

test('the machine: an old Node, files that everybody can read, a folder that is not there yet', async () => {
  expect(checkNode('v20.20.2')).toMatchObject({ state: 'wrong' });
  for (const version of ['v22.18.0', 'v24.1.0']) expect(checkNode(version)).toMatchObject({ state: 'ok' });
  const folder = await temporaryFolder();
  writeFileSync(`${folder}/secret`, 'x', { mode: 0o600 });
  expect(await checkSecrets(folder, folder)).toMatchObject({ state: 'ok' });
  writeFileSync(`${folder}/opencharter.env`, 'SMTP_PASS=x', { mode: 0o644 });
  expect(await checkSecrets(folder, folder)).toMatchObject({
    state: 'wrong',
    remedy: `chmod 600 ${folder}/opencharter.env`,
  });
  expect((await checkDisk(`${folder}/not/yet`)).says).toContain(folder);
});

test('the command tells of each setting what is wrong, and ends with 78', async () => {
  const { databaseFile } = await openPipeline();
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['src/entry/doctor.ts'], {
      env: childEnvironment({ OPENCHARTER_DATA_DIR: dirname(databaseFile), ...env }),
      encoding: 'utf8',
    });
  const wrong = run({ SITE_URL: 'https://charters.example' });
  expect(wrong.status).toBe(78);
  expect(wrong.stdout).toMatch(/^WRONG {4}Settings .*SMTP_HOST/m);
  expect(wrong.stdout).toMatch(/^WRONG {4}Publisher .*demonstration/m);
  // A checkout without a branch, such as automation makes, is no place for officers: content of its own is on one.
  const own = await temporaryFolder();
  writeSmallContent(join(own, 'content'));
  const portal = join(own, 'content', 'portal', 'portal.yaml');
  writeFileSync(portal, readFileSync(portal, 'utf8').replace('government', 'demonstration'));
  for (const args of [
    ['init', '--quiet', '--initial-branch', 'main'],
    ['add', '--all'],
    ['commit', '--quiet', '-m', 'A small country'],
  ])
    execFileSync('git', ['-C', own, '-c', 'user.name=Test', '-c', 'user.email=test@portal.example', ...args]);
  const fine = run({ PORT: String(await closedPort()), OPENCHARTER_CONTENT: own });
  expect(fine.stdout).not.toMatch(/^WRONG/m);
  expect(fine.status).toBe(0);
  expect(fine.stdout).toMatch(/^ok {7}Database .*0 cases/m);
});
