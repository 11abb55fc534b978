import { expect, onTestFinished, test } from 'vitest';
import { bounceCandidates, takeBounce } from '../../src/mail/take-bounce.ts';
import { mailKinds } from '../../src/cases/mail-kinds.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { bounceOf } from './bounce-mail.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';
import { startMailServer } from './mail-servers.ts';
import { testRegister } from './register-fixture.ts';

const DESK = 'complaints@water.example';
const now = new Date('2026-03-10T10:00:00Z');
const foreign = '<20260310090000.4711@relay.example>';

/** A complaint that has left, and a way to take in what comes back. */
async function sentComplaint() {
  const { port, taken } = await startMailServer({});
  const pipeline = await openPipeline({ smtpPort: port });
  const { reference, secret } = accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  await pipeline.cases.rounds.drain();
  const db = await openDatabase(pipeline.databaseFile);
  onTestFinished(() => db.destroy());
  const [mail] = taken;
  const register = testRegister();
  return {
    reference,
    messageId: mail?.messageId ?? '',
    text: mail?.text ?? '',
    id: mail?.messageId.slice(1).split('@')[0] ?? '',
    take: (text: string, id?: string) => takeBounce(db, text, { kinds: mailKinds, register, now, mail: id }),
    candidates: (text: string) => bounceCandidates(db, text, { kinds: mailKinds, register, now }),
    delivery: async () => (await pipeline.cases.citizen.follow(reference, secret))?.delivery,
  };
}

/** Puts headers of the mail that came back in place of its own Message-ID and subject. */
const cameBackAs = (bounce: string, headers: string): string =>
  bounce.replace(/^Message-ID: .*\r\nSubject: Complaint/m, headers);

test('fields that are folded over several lines are read whole', async () => {
  const { messageId, take, delivery } = await sentComplaint();
  const folded = bounceOf(messageId, DESK)
    .replace(/^Final-Recipient: .*$/m, `Final-Recipient:\r\n rfc822;\r\n\t${DESK}`)
    .replace(/^Action: failed$/m, 'Action:\r\n  failed (for good)')
    .replace(/^Message-ID: /m, 'Message-ID:\r\n ');
  expect(await take(folded)).toBe('noted');
  expect(await delivery()).toBe('failed');
});

test('where a relay has put a Message-ID of its own, the mail is known by our header, by its envelope id or by what is referred to', async () => {
  const first = await sentComplaint();
  expect(first.text).toContain(`X-Opencharter-Mail: ${first.id}`);
  const ways = [
    (id: string) => cameBackAs(bounceOf(foreign, DESK), `Message-ID: ${foreign}\r\nX-Opencharter-Mail: ${id}`),
    (id: string) => bounceOf(foreign, DESK).replace('Reporting-MTA:', `Original-Envelope-Id: ${id}\r\nReporting-MTA:`),
    (id: string) =>
      bounceOf(foreign, DESK).replace('MIME-Version:', `In-Reply-To: <${id}@portal.example>\r\nMIME-Version:`),
  ];
  for (const way of ways) {
    const { id, take, delivery } = await sentComplaint();
    expect(await take(way(id))).toBe('noted');
    expect(await delivery()).toBe('failed');
  }
});

test('an alias that sent it on is no other address: the one that we wrote to stands beside it', async () => {
  const { messageId, take } = await sentComplaint();
  const spread = bounceOf(messageId, 'somebody@elsewhere.example').replace(
    'Final-Recipient:',
    `Original-Recipient: rfc822;${DESK}\r\nFinal-Recipient:`,
  );
  expect(await take(spread)).toBe('noted');
});

test('the reference in its subject names the case, and ends that mail alone', async () => {
  const { reference, take, delivery } = await sentComplaint();
  const bare = cameBackAs(
    bounceOf(foreign, DESK),
    `Message-ID: ${foreign}\r\nSubject: Complaint ${reference}: Water Board`,
  );
  expect(await take(bare.replaceAll(DESK, 'other@water.example'))).toBe('not-ours');
  expect(await take(bare)).toBe('noted');
  expect(await delivery()).toBe('failed');
  expect(await take(bare)).toBe('known-already');
});

test('an address alone decides nothing, because anybody may write it: a person chooses, and is told between what', async () => {
  const { id, take, candidates, delivery } = await sentComplaint();
  const nameless = bounceOf(foreign, DESK);
  expect(await take(nameless)).toBe('not-ours');
  expect(await delivery()).toBe('delivered');
  expect(await candidates(nameless)).toEqual([id]);
  expect(await candidates(bounceOf(foreign, 'nobody@nowhere.example'))).toEqual([]);
  expect(await take(nameless, id)).toBe('noted');
});
