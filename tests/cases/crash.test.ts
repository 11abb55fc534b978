import { expect, test, vi } from 'vitest';
import { act, post, startCaseProcess, type CaseProcess } from './case-processes.ts';
import { openPipeline } from './pipeline-fixture.ts';
import { startMailServer, type TakenMail } from './mail-servers.ts';
import { storeUnderTest } from './store-under-test.ts';
import { PATIENCE_MS } from '../patience.ts';

const KILLS = 20;
const CITIZENS = 10;
const OFFICERS = 4;
const PAUSE_MS = 10;
/** A kill comes after up to so many answers of one process. */
const ANSWERS_BEFORE_KILL_MAX = 25;
/** Mails that a process may have under way when it is killed. */
const MAILS_UNDER_WAY = 4;
/** Words in the subject of the mail that each kind of event comes with. */
const mailOf: Record<string, string> = {
  received: 'Complaint',
  'acknowledgement-sent': 'We have',
  acknowledged: 'in their hands',
  resolved: 'closed',
};

test(`killed ${KILLS} times while citizens send and officers act, all that was answered is there once, and so is each mail about it`, async () => {
  const database = await storeUnderTest().create();
  const { port: smtpPort, taken } = await startMailServer({});
  const start = (): Promise<CaseProcess> => startCaseProcess({ database, smtpPort });
  const acknowledged = new Map<number, string>();
  const acted: string[] = [];
  let current = await start();
  // The next one stands ready beside it, as in a deployment: two serve the same database and drain the same outbox.
  let following = start();
  let next = 0;
  let kills = 0;
  let leftUntilKill = 1;
  const answered = async (): Promise<void> => {
    if (--leftUntilKill !== 0 || kills === KILLS) return;
    kills++;
    leftUntilKill = 1 + ((kills * 17) % ANSWERS_BEFORE_KILL_MAX);
    const [killed, replacement] = [current, await following];
    await killed.kill();
    current = replacement;
    following = start();
  };
  /** Like somebody whose line broke: the same again, until it is answered. */
  const untilAnswered = async (attempt: () => Promise<boolean>): Promise<void> => {
    await vi.waitUntil(() => attempt().catch(() => false), { interval: PAUSE_MS, timeout: PATIENCE_MS });
    await answered();
  };
  const citizen = async (): Promise<void> => {
    while (kills < KILLS) {
      await following;
      const number = next++;
      await untilAnswered(async () => {
        const { reference } = await post(current.port, number, { email: `citizen-${number}@home.example` });
        if (reference) acknowledged.set(number, reference);
        return reference !== undefined;
      });
    }
  };
  /** Reads the mails of the desk as they come, each officer their own. */
  const officer = async (nth: number): Promise<void> => {
    for (let i = nth; kills < KILLS;) {
      const mail = () => linkIn(taken.filter(({ to }) => to === 'complaints@water.example')[i]?.text);
      await vi.waitUntil(() => kills === KILLS || mail(), { interval: PAUSE_MS, timeout: PATIENCE_MS });
      const token = mail();
      if (!token) return;
      for (const action of ['acknowledge', 'resolve'] as const) {
        await untilAnswered(() => act(current.port, token, action));
        acted.push(`${token.slice(0, 9)} ${action === 'resolve' ? 'resolved' : 'acknowledged'}`);
      }
      i += OFFICERS;
    }
  };
  const count = <T>(n: number, make: (nth: number) => T): T[] => Array.from({ length: n }, (_, nth) => make(nth));
  await Promise.all([...count(CITIZENS, citizen), ...count(OFFICERS, officer)]);
  await Promise.all([current.kill(), following.then((spare) => spare.kill())]);
  const later = new Date(Date.now() + 60 * 60 * 1000);
  const pipeline = await openPipeline({ databaseFile: database, smtpPort, clock: () => later });
  while ((await pipeline.cases.rounds.drain()).sent > 0);

  const stored = (await pipeline.query('select reference from cases')).map((row) => String(row['reference']));
  expect(acknowledged.size).toBe(next);
  expect(stored.sort()).toEqual([...acknowledged.values()].sort());
  const events = (await pipeline.query('select reference, kind from events join cases on cases.id = case_id')).map(
    ({ reference, kind }) => `${String(reference)} ${String(kind)}`,
  );
  expect(events).toEqual([...new Set(events)]);
  expect(new Set(acted).size).toBeGreaterThan(KILLS);
  expect(acted.filter((line) => !events.includes(line))).toEqual([]);
  const expected = events.flatMap((line) => {
    const [reference = '', kind = ''] = line.split(' ');
    return mailOf[kind] ? [`${reference} ${mailOf[kind]}`] : [];
  });
  expect(await pipeline.count('outbox where sent_at is null')).toBe(0);
  expectEachOnce(taken, expected);
});

/**
 * Every mail came; one that came twice, because of a kill between "250" and the note of it, came under the same
 * Message-ID.
 */
function expectEachOnce(taken: TakenMail[], expected: string[]): void {
  const ids = new Map<string, Set<string>>();
  for (const { text, messageId } of taken) {
    const subject = /^Subject: (.*)$/m.exec(text)?.[1] ?? '';
    const about = Object.values(mailOf).find((words) => subject.includes(words));
    const key = `${/[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(subject)?.[0]} ${about}`;
    ids.set(key, (ids.get(key) ?? new Set()).add(messageId));
  }
  expect([...ids.keys()].sort()).toEqual(expected.sort());
  expect([...ids.values()].filter((set) => set.size !== 1)).toEqual([]);
  expect(taken.length - expected.length).toBeLessThanOrEqual((KILLS + 1) * MAILS_UNDER_WAY);
}

/** The token of the signed link in a mail as it went over the line, in quoted-printable. */
function linkIn(text = ''): string | undefined {
  return /\/cases\/act\/\?t=(\S+)/.exec(text.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[1];
}
