import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as openpgp from 'openpgp';
import { expect, test } from 'vitest';
import { keyFault } from '../../src/register/encryption-key.ts';
import type { Register } from '../../src/register/register.ts';
import { contact } from '../../src/schemas/contact.ts';
import { form } from './life/letter-fixture.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, sendForm } from './pipeline-fixture.ts';
import { testRegister } from './register-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const words = 'Officer Zebedayo at window four asked me for nine thousand shillings.';
const later = 'He rang again on Thursday about the marigold envelope.';
const page = `%PDF-1.4 ${'the forged receipt of Zebedayo '.repeat(4)}`;
const desk = 'help@ombudsman.example';
const pair = await openpgp.generateKey({ userIDs: [{ name: 'The Ombudsman', email: desk }], format: 'object' });
const publicKey = pair.publicKey.armor();

/** A country whose ombudsman, who gets reports, has published a key. */
function withKey({ agencies }: Register): void {
  const [first] = agencies.get('ombudsman')?.data.contacts ?? [];
  if (first) first.encryptionKey = publicKey;
}

async function open(armored: string): Promise<string> {
  const message = await openpgp.readMessage({ armoredMessage: armored });
  return (await openpgp.decrypt({ message, decryptionKeys: pair.privateKey })).data;
}

async function sent(fields: Record<string, string> = {}) {
  const catcher = await catchMail();
  const register = testRegister(withKey);
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort, register: () => Promise.resolve(register) });
  const posted = complaintForm({
    kind: 'misconduct',
    details: words,
    where: 'The Marigold office',
    email: 'amina@home.example',
    ...fields,
  });
  posted.append('files', new File([page], 'zebedayo.pdf', { type: 'application/pdf' }));
  const keys = accepted(await sendForm(pipeline.cases, posted, { language: 'en' }));
  await pipeline.cases.rounds.drain();
  const view = async () => {
    const found = await pipeline.cases.citizen.follow(keys.reference, keys.secret);
    if (!found) throw new Error('the case is gone');
    return found;
  };
  /** Everything that lies on the disk or went out, as bytes. */
  const everything = async (): Promise<string> => {
    const { databaseFile } = pipeline;
    const folder = dirname(databaseFile);
    const names = (await readdir(folder)).filter((name) => name.startsWith(basename(databaseFile)));
    expect(names.length, 'the database and its log').toBeGreaterThan(1);
    const stored = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
    return [
      ...stored,
      ...(await readMail(catcher)).map(
        ({ raw, text, attachments }) =>
          `${raw}${text}${JSON.stringify(attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString('latin1')))}`,
      ),
    ].join('\n');
  };
  const token = async () =>
    /\/cases\/act\/\?t=(\S+)/.exec(
      (await readMail(catcher)).find(({ recipient }) => recipient === desk)?.text ?? '',
    )?.[1] ?? '';
  return { ...pipeline, ...keys, catcher, view, everything, token };
}

test('of an encrypted report neither database, log nor mails hold a word, and the private key opens words and files', async () => {
  const { everything, catcher, cases, token, view } = await sent({ name: 'Amina Otieno', shareIdentity: 'yes' });
  const all = await everything();
  for (const secret of ['Zebedayo', 'Marigold', 'forged receipt', 'Amina Otieno'])
    expect(all, secret).not.toContain(secret);
  const mail = (await readMail(catcher)).find(({ recipient }) => recipient === desk);
  const [attachment] = mail?.attachments ?? [];
  expect(attachment?.filename).toMatch(/^report-.*\.asc$/);
  const opened = await open(Buffer.from(attachment?.content as ArrayBuffer).toString('utf8'));
  for (const part of [words, 'The Marigold office', 'Amina Otieno']) expect(opened).toContain(part);
  // The officer downloads the file and opens it likewise; the citizen sees where the case stands.
  const file = await cases.officer.file(await token(), 1);
  expect(file?.name).toMatch(/\.gpg$/);
  const message = await openpgp.readMessage({ binaryMessage: Buffer.from(file?.content ?? '') });
  const { data, filename } = await openpgp.decrypt({ message, decryptionKeys: pair.privateKey, format: 'binary' });
  expect([Buffer.from(data).toString(), filename]).toEqual([page, 'file-1.pdf']);
  expect((await view()).answers('en').map(({ value }) => value)).toContain(
    'Encrypted for The Ombudsman. Nobody else can read it, and this portal cannot either.',
  );
});

test('what the citizen writes later is encrypted too, and the answer comes back', async () => {
  const { everything, cases, reference, secret, view, token, catcher } = await sent();
  await cases.citizen.act(
    reference,
    secret,
    form({ action: 'message', version: (await view()).version, text: later }),
    'en',
  );
  await cases.rounds.drain();
  expect(await everything()).not.toContain('marigold');
  const mail = (await readMail(catcher)).filter(({ recipient }) => recipient === desk).at(-1);
  expect(await open(Buffer.from(mail?.attachments[0]?.content as ArrayBuffer).toString('utf8'))).toBe(later);
  const version = (await view()).version;
  expect(
    await cases.officer.act(await token(), form({ action: 'answer', version, text: 'We look into it.' }), 'en'),
  ).toMatchObject({ kind: 'done' });
  expect((await view()).timeline.at(-1)).toMatchObject({ words: 'We look into it.' });
  expect(JSON.stringify(await cases.citizen.export(reference, secret))).not.toContain('marigold');
});

test('it goes to nobody who could not read it: neither by silence, nor passed on, nor at a wish', async () => {
  const { cases, passTime, view, token } = await sent();
  const shown = await cases.officer.show(await token());
  expect('view' in shown ? shown.view.can : []).not.toContain('transfer');
  passTime(40 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 0, ended: 1 });
  const after = await view();
  expect(after.can).not.toContain('next-rung');
  expect(after.holder.name).toBe('The Ombudsman');
});

test('the page on which a report is checked says for whom it is encrypted, and what it has said holds', async () => {
  let register = testRegister(withKey);
  const { cases } = await openPipeline({ register: () => Promise.resolve(register) });
  const posted = () => complaintForm({ kind: 'misconduct', details: words });
  const shown = await cases.intake.submit(posted(), { language: 'en' });
  expect(shown).toMatchObject({ ok: false, check: { sealedFor: 'The Ombudsman' } });
  if (shown.ok || !shown.check) throw new Error('expected to be shown');
  // From here on nobody may write to that desk, so it would go to the operator as it is.
  register = testRegister((changed) => {
    withKey(changed);
    Object.assign(changed.portal, { publisherKind: 'government' });
  });
  const again = posted();
  again.set('submissionKey', shown.check.submissionKey);
  const told = await cases.intake.submit(again, { language: 'en' });
  expect(told).toMatchObject({ ok: false, check: { submission: { details: words } } });
  expect(told).not.toHaveProperty('check.sealedFor');
});

test('another kind of case to the same desk, and a report where no key is published, are sent as before', async () => {
  const { cases } = await openPipeline({ register: () => Promise.resolve(testRegister(withKey)) });
  const complaint = accepted(await sendForm(cases, complaintForm({ agency: 'roads' }), { language: 'en' }));
  expect((await cases.citizen.follow(complaint.reference, complaint.secret))?.sealed).toBeUndefined();
});

test('a key that cannot be used is refused where the content is checked, in a sentence', async () => {
  expect(await keyFault(publicKey, new Date())).toBeUndefined();
  expect(await keyFault(publicKey.replace(/[A-Za-z]{12}/, 'AAAAAAAAAAAA').slice(0, 300))).toMatchObject({
    message: expect.stringContaining('cannot be read') as unknown,
  });
  const signs = await openpgp.generateKey({ userIDs: [{ email: desk }], subkeys: [{ sign: true }], format: 'object' });
  expect(await keyFault(signs.publicKey.armor())).toMatchObject({
    message: expect.stringContaining('not encrypt') as unknown,
  });
  const short = await openpgp.generateKey({
    userIDs: [{ email: desk }],
    keyExpirationTime: 60,
    date: new Date('2020-01-01'),
    format: 'object',
  });
  expect(await keyFault(short.publicKey.armor(), new Date())).toMatchObject({
    message: expect.stringContaining('expired') as unknown,
  });
  // A portal starts again after that day, and what is encrypted to the key can still be opened.
  expect(await keyFault(short.publicKey.armor())).toBeUndefined();
  const revoked = await openpgp.revokeKey({
    key: pair.publicKey,
    revocationCertificate: pair.revocationCertificate,
    format: 'object',
  });
  expect(await keyFault(revoked.publicKey.armor())).toMatchObject({
    message: expect.stringContaining('revoked') as unknown,
  });
  const { encryptionKey } = contact.shape;
  expect(encryptionKey.safeParse(pair.privateKey.armor()).error?.issues[0]?.message).toContain('private key');
});
