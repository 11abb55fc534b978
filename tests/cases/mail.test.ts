import { expect, test } from 'vitest';
import { startMailServer } from './mail-servers.ts';
import { testRegister } from './register-fixture.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, story, sendForm } from './pipeline-fixture.ts';

const identity = { name: 'Amina Otieno', email: 'amina@home.example', phone: '0712 345 678' };

test('the agency gets the case, the citizen an acknowledgement with reference, secret and a link that works', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  const { reference, secret } = accepted(
    await sendForm(
      cases,
      complaintForm({ ...identity, service: 'new-connection', broken: ['too-slow'], amountAsked: '2,000' }),
      {
        language: 'en',
      },
    ),
  );
  expect(await cases.rounds.drain()).toEqual({ sent: 2, deferred: 0, refused: 0, reachable: true });
  const mail = await readMail(catcher);
  const toAgency = mail.find(({ recipient }) => recipient === 'complaints@water.example');
  expect(toAgency?.subject).toBe(`Complaint ${reference}: New connection`);
  expect(toAgency?.text).toContain(`> ${story}`);
  expect(toAgency?.text).toContain('> It took, or takes, longer than promised');
  expect(toAgency?.text).toContain('> XTS\u00a02,000');
  const toCitizen = mail.find(({ recipient }) => recipient === identity.email);
  expect(toCitizen?.subject).toContain(reference);
  expect(toCitizen?.raw).toContain('Auto-Submitted: auto-generated');
  const link = new URL(/https:\S+secret=\S+/.exec(toCitizen?.text ?? '')?.[0] ?? '');
  expect([link.origin, link.pathname, link.searchParams.get('secret')]).toEqual([
    'https://portal.example',
    '/cases/view/',
    secret,
  ]);
  expect(await cases.citizen.follow(link.searchParams.get('reference') ?? '', secret)).toMatchObject({
    delivery: 'delivered',
    status: 'with-body',
    acknowledgement: 'sent',
  });
});

test('no mail about a report of misconduct holds the secret, and each says how the case is opened without it', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  const { secret } = accepted(
    await sendForm(cases, complaintForm({ ...identity, kind: 'misconduct' }), { language: 'en' }),
  );
  await cases.rounds.drain();
  const mails = (await readMail(catcher)).filter(({ recipient }) => recipient === identity.email);
  expect(mails).toHaveLength(1);
  for (const { raw, text } of mails) {
    expect(raw.replace(/=\r?\n/g, '')).not.toContain(secret);
    expect(text).toContain('https://portal.example/cases/');
    expect(text).toContain('No mail holds the secret of a report');
  }
});

test('identity reaches the agency only with consent, and never the mail’s headers', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  await sendForm(cases, complaintForm(identity), { language: 'en' });
  await sendForm(cases, complaintForm({ ...identity, shareIdentity: 'yes' }), { language: 'en' });
  await cases.rounds.drain();
  const [withheld, shared] = (await readMail(catcher))
    .filter(({ recipient }) => recipient === 'complaints@water.example')
    .sort((a, b) => a.raw.length - b.raw.length);
  for (const detail of Object.values(identity)) {
    expect(withheld?.raw).not.toContain(detail);
    expect(shared?.text).toContain(detail);
    expect(JSON.stringify([shared?.headers, shared?.replyTo, shared?.from])).not.toContain(detail);
  }
  expect(withheld?.text).toContain('has not agreed');
});

test('mail is in the language of whoever reads it, and a demonstration says that it is one', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  await sendForm(cases, complaintForm({ agency: 'maji', email: identity.email, language: 'en' }), { language: 'sw' });
  await sendForm(cases, complaintForm({ agency: 'water', email: 'juma@home.example', language: 'sw' }), {
    language: 'en',
  });
  await cases.rounds.drain();
  const texts = new Map((await readMail(catcher)).map(({ recipient, text }) => [recipient, text ?? '']));
  expect(texts.get('malalamiko@maji.example')).toMatch(/^ONYESHO[^]*Nini kilitokea\?/);
  expect(texts.get(identity.email)).toMatch(/^DEMONSTRATION[^]*has been received/);
  expect(texts.get('complaints@water.example')).toMatch(/^DEMONSTRATION[^]*What happened\?/);
  expect(texts.get('juma@home.example')).toMatch(/^ONYESHO[^]*yamepokelewa[^]*portal\.example\/sw\/cases\/view\//);
});

test('a case that went past its agency says so to the body that gets it', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  await sendForm(cases, complaintForm({ agency: 'roads' }), { language: 'en' });
  await cases.rounds.drain();
  const [mail] = await readMail(catcher);
  expect(mail?.recipient).toBe('help@ombudsman.example');
  expect(mail?.text).toContain('no e-mail address of Roads Board');
});

test('line breaks and addresses typed into any field stay text of the body', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  const attack = 'x\r\nBcc: victim@elsewhere.example\r\nSubject: Won\r\n\r\n<script>alert(1)</script>';
  const text = {
    details: `${story} ${attack}`,
    wanted: attack,
    where: attack,
    officer: attack,
    name: attack,
    shareIdentity: 'yes',
  };
  accepted(await sendForm(cases, complaintForm({ ...text, email: identity.email }), { language: 'en' }));
  for (const field of ['email', 'phone', 'agency', 'service', 'language', 'happenedOn', 'amountAsked', 'broken']) {
    expect(await sendForm(cases, complaintForm({ [field]: `a@b.example${attack}` }), { language: 'en' })).toMatchObject(
      { ok: false },
    );
  }
  await cases.rounds.drain();
  const mail = await readMail(catcher);
  expect(mail.map(({ recipient }) => recipient).sort()).toEqual(['amina@home.example', 'complaints@water.example']);
  for (const { headers, subject } of mail) {
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
    expect(subject).not.toContain('Won');
  }
});

test.each(['127.0.0.1', 'localhost'])(
  'a demonstration hands nothing to a mail server, not even to a relay on this machine: %s',
  async (host) => {
    const relay = await startMailServer({});
    const mail = { host, port: relay.port };
    const { cases, logged } = await openPipeline({ mail });
    await sendForm(cases, complaintForm({ email: identity.email }), { language: 'en' });
    expect(await cases.rounds.drain()).toMatchObject({ sent: 0, reachable: false });
    expect(logged).toContainEqual(expect.objectContaining({ code: 'EDEMONSTRATION' }));
    await cases.notes.send({ to: 'editor@water.example', subject: 'Sign in', text: 'Link', until: '2026-03-11' });
    expect(await cases.notes.drain()).toMatchObject({ sent: 0, reachable: false });
    expect(relay.taken).toEqual([]);
  },
);

test('a real publisher’s mail bears no demonstration note', async () => {
  const catcher = await catchMail();
  const register = testRegister(({ portal }) => void (portal.publisherKind = 'watchdog'));
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort, register: () => Promise.resolve(register) });
  await sendForm(cases, complaintForm(), { language: 'en' });
  await cases.rounds.drain();
  expect((await readMail(catcher))[0]?.text).toMatch(/^A citizen has sent/);
});
