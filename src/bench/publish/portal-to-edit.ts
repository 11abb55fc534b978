import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createDeskTokens } from '../../cms/auth/desk-tokens.ts';
import { createSessions } from '../../cms/auth/session.ts';
import { OFFICERS_FILE } from '../../lib/content-place.ts';
import { gitIn } from '../../lib/git.ts';
import { startPortal } from '../../server/portal.ts';
import { readSettings } from '../../server/settings.ts';
import { makeEdit } from '../content/edits.ts';
import type { ContentFiles } from '../content/generate-content.ts';
import { randomFrom } from '../content/random.ts';

/*
 * A portal that is edited: node src/bench/publish/portal-to-edit.ts CODE CONTENT OUT DATA PORT BODY...
 * Says when it serves; then, for each number it is sent, commits the edit of that number to one of the bodies, has it
 * published as the CMS does, and tells how long that took from the commit to the moment at which visitors see it.
 */
export type Said =
  | { ready: true; siteUrl: string; cookie: string }
  | { seconds: number; searchedAfter: number; path: string }
  | { failed: string };

/** Where the portal says that it is, in its pages: whichever port it has, the same edition has the same bytes. */
const SITE_URL = 'https://portal.example';

const [repoDir = '', content = '', outDir = '', dataDir = '', port = '0', ...among] = process.argv.slice(2);
const settings = readSettings(
  {
    PORT: port,
    OPENCHARTER_CONTENT: content,
    OPENCHARTER_DATA_DIR: dataDir,
    SITE_URL,
    SMTP_HOST: '127.0.0.1',
  },
  repoDir,
);
/** Who changes prices at the desk. The list of officers is no content: no page is made from it. */
const OFFICER = 'desk@opencharter.example';
await writeFile(
  join(content, 'content', OFFICERS_FILE),
  `officers:\n  - { name: Charter Desk, email: ${OFFICER}, role: administrator }\n`,
);
const git = gitIn(content);
const identity = ['-c', 'user.name=Charter Desk', '-c', 'user.email=desk@opencharter.example'];
const files = await contentFiles();
let published = (): void => undefined;
const say = (said: Said): void => void process.send?.(said);
const portal = await startPortal({
  settings,
  outDir,
  build: true,
  log: (event) => {
    if (!('event' in event)) return;
    if (event.event === 'edition-failed') say({ failed: JSON.stringify(event) });
    if (event.event === 'edition-published') published();
  },
});
process.on('message', (number: number) => void publish(number));
process.once('disconnect', () => process.exit());
const clock = (): Date => new Date();
const sessions = createSessions({
  secret: settings.secret,
  clock,
  secure: true,
  tokens: createDeskTokens(() => Promise.reject(new Error('Nobody signs out.')), clock),
});
say({ ready: true, siteUrl: SITE_URL, cookie: sessions.start(OFFICER).split(';')[0] ?? '' });

async function publish(number: number): Promise<void> {
  const edit = makeEdit(files, randomFrom('publish', number), among.length > 0 ? among : undefined);
  const file = join(content, 'content', edit.path);
  if (edit.text === undefined) await rm(file);
  else await mkdir(dirname(file), { recursive: true }).then(() => writeFile(file, edit.text ?? ''));
  await git(['add', '--all', '--', `content/${edit.path}`]);
  await git([...identity, 'commit', '--quiet', '--message', edit.message]);
  const live = new Promise<void>((done) => (published = done));
  const started = performance.now();
  const since = (): number => (performance.now() - started) / 1000;
  portal.publisher.rebuild();
  await live;
  const seconds = since();
  // The full text follows behind the pages.
  await portal.publisher.idle();
  say({ seconds, searchedAfter: since(), path: edit.path });
}

async function contentFiles(): Promise<ContentFiles> {
  const found: ContentFiles = new Map();
  for (const folder of ['charters', 'services']) {
    const base = join(content, 'content', folder);
    for (const name of await readdir(base, { recursive: true })) {
      if (/\.(?:yaml|mdx)$/.test(name)) found.set(`${folder}/${name}`, await readFile(join(base, name), 'utf8'));
    }
  }
  return found;
}
