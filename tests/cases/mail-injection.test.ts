import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasHidden } from '../../src/lib/hidden-characters.ts';
import { submissionFields } from '../../src/schemas/cases/submission.ts';
import { testRegister } from './register-fixture.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, story, sendForm } from './pipeline-fixture.ts';

/*
 * Whatever stands in a field, in what is written later or in a name of the register: a mail has its own headers and no
 * others, goes to its own recipients and no others, and every line of somebody else's words is marked as theirs.
 */
/** Long enough not to stand in a signed link by chance. */
const MARK = 'zqzqzq';
const breaks = ['\r\n', '\n', '\r', '\n\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\u0000', '\r\n.\r\n'];
const pieces = fc.constantFrom(
  ...breaks,
  `Bcc: ${MARK}@elsewhere.example`,
  `Subject: ${MARK}`,
  'Content-Type: text/html',
  `=?utf-8?q?${MARK}?=`,
  `${MARK}@elsewhere.example,`,
  `<${MARK}@elsewhere.example>`,
  '--boundary',
  'MAIL FROM:<a@b.example>',
  '\u202E',
  '\u2066',
  '\u{E0041}',
  '"',
  ';',
  ':',
  'و',
  ' ',
);
const hostile = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => `${MARK}${parts.join('')}${MARK}`);
const ours = [
  'auto-submitted',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
  // Names the mail to ourselves, by an id of the outbox, where a bounce gives it back.
  'x-opencharter-mail',
];
/** Every character at which some reader of mail begins a line. */
const LINE = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

test('no field that a citizen fills in becomes a header, a recipient or a line of the portal’s own', async () => {
  const catcher = await catchMail();
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort });
  const typed = submissionFields
    .filter(([, meta]) => meta.control === 'text' || meta.control === 'long-text')
    .map(([name]) => name);
  await fc.assert(
    fc.asyncProperty(
      fc.record(Object.fromEntries(typed.map((name) => [name, hostile]))),
      hostile,
      async (fields, later) => {
        const details = `${story} ${fields['details']}`;
        const form = complaintForm({ ...fields, details, email: 'amina@home.example', shareIdentity: 'yes' });
        const { reference, secret } = accepted(await sendForm(cases, form, { language: 'en' }));
        const message = new FormData();
        const version = String((await cases.citizen.follow(reference, secret))?.version);
        for (const [name, value] of Object.entries({ action: 'message', version, text: `${story} ${later}` }))
          message.append(name, value);
        await cases.rounds.drain();
        expect((await cases.citizen.act(reference, secret, message, 'en'))?.kind).toBe('done');
        await cases.rounds.drain();
      },
    ),
    { numRuns: 25 },
  );
  const mail = await readMail(catcher);
  expect(mail.length).toBeGreaterThanOrEqual(75);
  for (const { headers, recipient, subject, text = '', raw } of mail) {
    expect(['amina@home.example', 'complaints@water.example']).toContain(recipient);
    expect(headers.map(({ key }) => key).filter((key) => !ours.includes(key))).toEqual([]);
    expect(new Set(headers.map(({ key }) => key)).size).toBe(headers.length);
    expect(subject).not.toContain(MARK);
    expect(raw.split('\r\n\r\n')[0]).not.toContain(MARK);
    expect(hasHidden(text.replaceAll('\r\n', '\n'))).toBe(false);
    expect(text.split(LINE).filter((line) => line.includes(MARK) && !line.startsWith('> '))).toEqual([]);
  }
});

test('no name in the register becomes a header or a recipient', async () => {
  const catcher = await catchMail();
  let names = { portal: '', agency: '', service: '', publisher: '' };
  const register = () =>
    Promise.resolve(
      testRegister(({ portal, agencies }) => {
        const water = agencies.get('water');
        portal.name = names.portal;
        portal.publisher = names.publisher;
        if (water) water.data.name = names.agency;
        if (water?.services[0]) water.services[0].data.name = names.service;
      }),
    );
  const { cases } = await openPipeline({ smtpPort: catcher.smtpPort, register });
  await fc.assert(
    fc.asyncProperty(
      fc.record({ portal: hostile, agency: hostile, service: hostile, publisher: hostile }),
      fc.uuid(),
      async (given, key) => {
        names = given;
        accepted(
          await sendForm(
            cases,
            complaintForm({ service: 'new-connection', email: 'amina@home.example', wanted: `Wish ${key}` }),
            {
              language: 'en',
            },
          ),
        );
        await cases.rounds.drain();
      },
    ),
    { numRuns: 25 },
  );
  const mail = await readMail(catcher);
  expect(mail).toHaveLength(50);
  for (const { headers, recipient, to, from, replyTo, cc, bcc } of mail) {
    expect(['amina@home.example', 'complaints@water.example']).toContain(recipient);
    expect(headers.map(({ key }) => key).filter((key) => !ours.includes(key))).toEqual([]);
    expect([to?.length, replyTo?.length, cc, bcc]).toEqual([1, 1, undefined, undefined]);
    expect([from?.address, replyTo?.[0]?.address]).toEqual(['portal@portal.example', 'operator@portal.example']);
  }
});
