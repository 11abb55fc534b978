import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/database/open-database.ts';
import type { Publisher } from '../../../src/server/publisher.ts';
import { createSharedPublisher } from '../../../src/server/several/shared-publisher.ts';
import { startPostgres, type PostgresServer } from '../../cases/postgres-server.ts';
import { contentOf } from '../../register/fixtures.ts';

/* Two publishers on one database, content and folder of editions, as two machines have them. */

const repoDir = resolve(import.meta.dirname, '..', '..', '..');
const siteUrl = 'http://localhost';

interface Machine {
  publisher: Publisher;
  events: { event: string; edition?: number }[];
}

let dir: string;
let server: PostgresServer;
let databaseUrl: string;
let machines: Machine[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'opencharter-several-'));
  mend();
  cpSync(join(repoDir, 'content', 'search'), join(dir, 'content', 'search'), { recursive: true });
  server = await startPostgres();
  databaseUrl = await server.createDatabase();
  // Its tables are made as a portal does before anything else.
  await (await openDatabase(databaseUrl)).destroy();
  machines = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all(machines.map(({ publisher }) => publisher.close()));
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function start(): Promise<Machine> {
  const events: Machine['events'] = [];
  const publisher = await createSharedPublisher({
    ...{ databaseUrl, repoDir, siteUrl, contentDir: join(dir, 'content'), editionDir: join(dir, 'edition') },
    ...{ contentRepoDir: dir, build: true, retryDelayMs: () => 0 },
    log: (event) => void events.push(event as { event: string }),
  });
  await publisher.ready();
  return { publisher, events };
}

const charter = (): string => join(dir, 'content', 'charters', 'water.mdx');
const mend = (): void => cpSync(contentOf('sound'), join(dir, 'content'), { recursive: true });
const rename = (name: string): void => {
  mend();
  writeFileSync(charter(), readFileSync(charter(), 'utf8').replace(/^name: .*$/m, `name: ${name}`));
};

async function served({ publisher }: Machine): Promise<string> {
  const { files } = publisher.current();
  const record = files.at('/agencies/index.html');
  return record ? (await files.read(record)).identity.toString() : '';
}

/** Who makes editions and who follows, as they have told it last. */
function roles(): [maker: Machine, follower: Machine] {
  const made = machines.map(({ events }) => events.filter(({ event }) => event === 'edition-published').length);
  const [one, other] = machines;
  if (!one || !other) return expect.unreachable();
  return (made[0] ?? 0) > (made[1] ?? 0) ? [one, other] : [other, one];
}

const both = (name: string) =>
  expect.poll(() => Promise.all(machines.map(served))).toEqual(machines.map(() => expect.stringContaining(name)));

const begun = (): number =>
  machines.flatMap(({ events }) => events).filter(({ event }) => event === 'editions-made-here').length;

/** Ends the connection that the right to make editions hangs on. */
async function breakLine(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
  await client.end();
}

test('two that begin at once make one edition, and both serve it', async () => {
  await both('Water');
  expect(machines.flatMap(({ events }) => events).filter(({ event }) => event === 'edition-published')).toHaveLength(1);
});

test('an edit through either is on the pages of both, and in what is searched', async () => {
  const [maker, follower] = roles();
  for (const { publisher } of [follower, maker]) {
    const name = `Water and Rivers of ${publisher === maker.publisher ? 'One' : 'Two'}`;
    rename(name);
    publisher.rebuild();
    await both(name);
    await expect
      .poll(async () => JSON.stringify(await follower.publisher.current().search.query(name, { language: 'en' })))
      .toContain(name);
    const { agencies } = await follower.publisher.current().register;
    expect(agencies.get('water')?.data.name).toBe(name);
  }
  expect(roles()).toEqual([maker, follower]);
  expect(follower.events.map(({ event }) => event)).not.toContain('edition-published');
});

test('a mistake in the content is told by those who follow, until it is mended', async () => {
  const [, follower] = roles();
  writeFileSync(charter(), 'no front matter');
  follower.publisher.rebuild();
  await expect
    .poll(() => follower.publisher.failure()?.problems[0])
    .toMatchObject({ file: 'content/charters/water.mdx', line: 1 });
  expect(await served(follower)).toContain('Water and Rivers');
  // Whoever takes over meanwhile tells the same, and serves what it served.
  const before = begun();
  await breakLine();
  await expect.poll(begun).toBe(before + 1);
  for (const { publisher } of machines) {
    await expect.poll(() => publisher.failure()?.problems[0]).toMatchObject({ file: 'content/charters/water.mdx' });
    expect((await publisher.current().register).agencies.get('water')?.data.name).toContain('Water and Rivers');
  }
  rename('Water Mended');
  await both('Water Mended');
  await expect.poll(() => follower.publisher.failure()).toBeUndefined();
});

test('where the line of the one who makes editions breaks, somebody makes them all the same, and all follow', async () => {
  const [maker, follower] = roles();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  const before = begun();
  await breakLine();
  await expect.poll(begun).toBe(before + 1);
  rename('Water Elsewhere');
  maker.publisher.rebuild();
  await both('Water Elsewhere');

  // Who is not notified looks by itself.
  const followed = (): number =>
    [maker, follower].flatMap(({ events }) => events).filter(({ event }) => event === 'edition-followed').length;
  const last = followed();
  await client.query('update edition_state set number = number + 1');
  await expect.poll(followed).toBeGreaterThan(last);
});

test('one that is stopped hands over at once, and a newcomer serves what was kept', async () => {
  const [one, other] = machines;
  if (!one || !other) return expect.unreachable();
  const last = [one, other].find(({ events }) => events.at(-1)?.event !== 'edition-followed') ?? one;
  const rest = last === one ? other : one;
  await last.publisher.close();
  machines = [rest, await start()];
  rename('Water at Last');
  machines[1]?.publisher.rebuild();
  await both('Water at Last');
});
