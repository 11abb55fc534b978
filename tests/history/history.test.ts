import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHistory } from '../../src/history/read-history.ts';
import { charter, ContentRepo, days, evidence, fee, service } from './content-repo.ts';
import { availableHistory, entriesOf, nth, told } from './history-fixture.ts';

const passport = 'services/nis/passport.yaml';
let repo: ContentRepo;

beforeEach(() => {
  repo = new ContentRepo();
  repo.write('charters/nis.mdx', charter());
  repo.write(passport, service());
  repo.write('services/nis/visa.yaml', service({ name: 'Visa' }));
  repo.commit();
});
afterEach(() => repo.dispose());

describe('what changed, from git', () => {
  test('a new charter is one entry, however many services came with it', async () => {
    expect(told(await entriesOf(repo))).toEqual(['nis: Charter published here, with 2 services.']);
  });

  test('a fee that rises and a time that slips are told with both figures, in both languages', async () => {
    repo.write(passport, service({ fees: [fee(50000)], processingTimes: [days(5)] }));
    repo.commit();
    const entries = (await entriesOf(repo)).slice(0, 1);
    expect(told(entries)).toEqual([
      'nis/passport: The fee rose from ₦35,000 to ₦50,000.',
      'nis/passport: The time slipped from 3 days to 5 days.',
    ]);
    expect(told(entries, 'sw')).toEqual([
      'nis/passport: Ada imepanda kutoka ₦35,000 hadi ₦50,000.',
      'nis/passport: Muda umeongezeka kutoka siku 3 hadi siku 5.',
    ]);
  });

  test('changes of several files in one commit stand together, by agency', async () => {
    repo.write('charters/other.mdx', charter({ name: 'Other Body' }));
    repo.commit();
    repo.write(passport, service({ fees: [fee(30000)] }));
    repo.write('services/nis/visa.yaml', service({ name: 'Visa', processingTimes: [days(1)] }));
    repo.write('charters/other.mdx', charter({ name: 'Another Body' }));
    repo.commit();
    const entries = await entriesOf(repo);
    const [first, second] = [nth(entries, 0), nth(entries, 1)];
    expect(told([first])).toEqual([
      'nis/passport: The fee fell from ₦35,000 to ₦30,000.',
      'nis/visa: The time was shortened from 3 days to 1 day.',
    ]);
    expect(told([second])).toEqual(['other: Renamed from “Other Body” to “Another Body”.']);
    expect(first.commit).toBe(second.commit);
  });

  test('services that come and go are told by name', async () => {
    repo.write('services/nis/permit.yaml', service({ name: 'Residence permit' }));
    repo.commit();
    repo.remove(passport);
    repo.commit();
    const entries = await entriesOf(repo);
    expect(told(entries).slice(0, 2)).toEqual(['nis/passport: Removed from the charter.', 'nis/permit: New service.']);
    expect(nth(nth(entries, 0).services, 0).service.name.text).toBe('Passport');
  });

  test('a moved service keeps its history under its new address', async () => {
    repo.write(passport, service({ fees: [fee(50000)] }));
    repo.commit();
    repo.move(passport, 'services/nis/standard-passport.yaml');
    repo.commit();
    expect(told(await entriesOf(repo)).slice(0, 2)).toEqual([
      'nis/standard-passport: The page has a new address.',
      'nis/standard-passport: The fee rose from ₦35,000 to ₦50,000.',
    ]);
  });

  test('a moved charter takes its services and its history along', async () => {
    repo.write(passport, service({ fees: [fee(50000)] }));
    repo.commit();
    repo.move('charters/nis.mdx', 'charters/immigration.mdx');
    repo.move(passport, 'services/immigration/passport.yaml');
    repo.move('services/nis/visa.yaml', 'services/immigration/visa.yaml');
    repo.commit();
    expect(told(await entriesOf(repo))).toEqual([
      'immigration: The page has a new address.',
      'immigration/passport: The fee rose from ₦35,000 to ₦50,000.',
      'immigration: Charter published here, with 2 services.',
    ]);
  });

  test('a service that goes to another agency is gone here and new there', async () => {
    repo.write('charters/other.mdx', charter({ name: 'Other Body' }));
    repo.commit();
    repo.move(passport, 'services/other/passport.yaml');
    repo.commit();
    expect(
      told(await entriesOf(repo))
        .slice(0, 2)
        .sort(),
    ).toEqual(['nis/passport: Removed from the charter.', 'other/passport: New service.']);
  });

  test('a withdrawn charter is one entry that still knows its name; what came before stays', async () => {
    for (const file of ['charters/nis.mdx', passport, 'services/nis/visa.yaml']) repo.remove(file);
    repo.commit();
    const entries = await entriesOf(repo);
    expect(told(entries)).toEqual(['nis: Charter withdrawn.', 'nis: Charter published here, with 2 services.']);
    expect(nth(entries, 0).agencyThen.name?.text).toBe('Passport Office');
  });

  test('services that lie there before their charter are not public, so nothing is told of them', async () => {
    repo.write('services/later/licence.yaml', service({ name: 'Licence' }));
    repo.commit();
    repo.write('services/later/licence.yaml', service({ name: 'Licence', fees: [fee(1)] }));
    repo.commit();
    repo.write('charters/later.mdx', charter({ name: 'Later Body' }));
    repo.commit();
    expect(told(await entriesOf(repo))).toEqual([
      'later: Charter published here.',
      'nis: Charter published here, with 2 services.',
    ]);
  });

  test('a broken version in between hides no change and stops nothing', async () => {
    repo.write(passport, service({ fees: 'fifty thousand', processingTimes: [days(5)] }));
    repo.commit();
    repo.write(passport, 'name: [unclosed\n  - {');
    repo.commit();
    repo.write(passport, service({ fees: [fee(50000)], processingTimes: [days(5)] }));
    repo.commit();
    expect(told(await entriesOf(repo))).toEqual([
      'nis/passport: The fee rose from ₦35,000 to ₦50,000.',
      'nis/passport: The time slipped from 3 days to 5 days.',
      'nis: Charter published here, with 2 services.',
    ]);
  });

  test('a change merged from a branch is told once, on the day it was merged', async () => {
    repo.git('checkout', '-q', '-b', 'desk');
    repo.write(passport, service({ fees: [fee(40000)] }));
    repo.commit();
    repo.write(passport, service({ fees: [fee(50000)] }));
    repo.commit();
    repo.git('checkout', '-q', 'main');
    repo.write('services/nis/visa.yaml', service({ name: 'Visa', processingTimes: [days(4)] }));
    repo.commit();
    repo.git('merge', '-q', '--no-ff', '-m', 'Merge', 'desk');
    const entries = await entriesOf(repo);
    expect(told(entries)).toEqual([
      'nis/passport: The fee rose from ₦35,000 to ₦50,000.',
      'nis/visa: The time slipped from 3 days to 4 days.',
      'nis: Charter published here, with 2 services.',
    ]);
    expect(nth(entries, 0).at > nth(entries, 1).at).toBe(true);
  });

  test('what is not committed, and what git sees but nobody reads, is not told', async () => {
    repo.write(passport, service({ popularNames: ['pasi'], order: 3 }));
    repo.commit();
    repo.write(passport, `${service({ popularNames: ['pasi'], order: 3 })}\n\n`);
    repo.commit();
    repo.write(passport, service({ fees: [fee(99)] }));
    expect(told(await entriesOf(repo))).toEqual(['nis: Charter published here, with 2 services.']);
  });

  test('evidence alone is told as such', async () => {
    repo.write(passport, service({ evidence: { ...evidence, asOf: '2026' } }));
    repo.commit();
    expect(told(await entriesOf(repo))[0]).toBe('nis/passport: Sources or their dates were brought up to date.');
  });

  test('neither the author nor the message of a commit gets into the history', async () => {
    const text = JSON.stringify(await entriesOf(repo));
    expect(text).not.toMatch(/Amina|agency\.example|secret/);
  });

  test('the environment cannot point git at another repository', async () => {
    const other = new ContentRepo();
    process.env.GIT_DIR = join(other.dir, '.git');
    try {
      expect(told(await entriesOf(repo))).toHaveLength(1);
    } finally {
      delete process.env.GIT_DIR;
      other.dispose();
    }
  });
});

describe('where the record is absent or begins late', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'history-copy-'));
    repo.write(passport, service({ fees: [fee(50000)] }));
    repo.commit();
    repo.write(passport, service({ fees: [fee(60000)] }));
    repo.commit();
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  test('a folder outside git has no history and says so', async () => {
    cpSync(repo.contentDir, copy, { recursive: true });
    expect(await readHistory(copy)).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('not a git repository'),
    });
  });

  test('a folder inside somebody else’s repository, and one that is not there, have none either', async () => {
    repo.write('../.gitignore', 'build/\n');
    cpSync(repo.contentDir, join(repo.dir, 'build'), { recursive: true });
    expect(await readHistory(join(repo.dir, 'build'))).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('no commit'),
    });
    expect(await readHistory(join(repo.dir, 'absent'))).toMatchObject({ state: 'unavailable' });
  });

  test('a repository without a commit has none', async () => {
    const empty = new ContentRepo();
    empty.write(passport, service());
    expect(await readHistory(empty.contentDir)).toMatchObject({ state: 'unavailable' });
    empty.dispose();
  });

  test('a shallow clone of one commit publishes no charter anew; it says from when on it knows', async () => {
    repo.git('clone', '-q', '--depth', '1', `file://${repo.dir}`, copy);
    const history = await availableHistory({ contentDir: join(copy, 'content') });
    expect(history.entries).toEqual([]);
    expect(history.since).toMatch(/^2026-01-15T22:/);
  });

  test('a deeper shallow clone tells what it has', async () => {
    repo.git('clone', '-q', '--depth', '2', `file://${repo.dir}`, copy);
    const history = await availableHistory({ contentDir: join(copy, 'content') });
    expect(told(history.entries)).toEqual(['nis/passport: The fee rose from ₦50,000 to ₦60,000.']);
    expect(history.since).toBeDefined();
  });

  test('a long history is cut at the limit and says from when on it is told', async () => {
    const whole = await availableHistory(repo);
    expect(whole.since).toBeUndefined();
    const cut = await availableHistory(repo, 2);
    expect(told(cut.entries)).toEqual([
      'nis/passport: The fee rose from ₦50,000 to ₦60,000.',
      'nis/passport: The fee rose from ₦35,000 to ₦50,000.',
    ]);
    expect(cut.since).toBe(nth(cut.entries, 1).at);
  });

  test('a clone without file contents is not completed from the network during a build', async () => {
    repo.git('config', 'uploadpack.allowFilter', 'true');
    repo.git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${repo.dir}`, copy);
    cpSync(repo.contentDir, join(copy, 'content'), { recursive: true });
    const history = await readHistory(join(copy, 'content'));
    expect(history.state).toBe('unavailable');
    expect(execFileSync('git', ['count-objects', '-v'], { cwd: copy, encoding: 'utf8' })).toMatch(/^packs: 1$/m);
  });
});
