import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { loadRegister } from '../../src/register/load.ts';
import type { BuildOptions } from '../../src/server/build-site.ts';
import { createPublisher, type Publisher, type PublisherOptions } from '../../src/server/publisher.ts';
import { writeEditionRecord } from '../../src/server/edition-record.ts';
import { contentOf } from '../register/fixtures.ts';
import { writeEdition } from './edition-fixture.ts';

type Build = (options: BuildOptions) => Promise<void>;

describe('the publisher', () => {
  let dir: string;
  let events: { event?: string; edition?: number; error?: string }[];
  const builds: string[] = [];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'opencharter-publisher-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    cpSync(contentOf('sound'), join(dir, 'content'), { recursive: true });
    writeEdition(join(dir, 'dist'), { page: 'first' });
    events = [];
    builds.length = 0;
  });

  const writes: Build = async ({ outDir, register }) => {
    builds.push(outDir);
    writeEdition(outDir, { page: register.agencies.get('water')?.data.name ?? '' });
  };

  async function publish(buildSite: Build, more: Partial<PublisherOptions> = {}): Promise<Publisher> {
    return createPublisher(join(dir, 'dist'), {
      repoDir: dir,
      contentRepoDir: dir,
      contentDir: join(dir, 'content'),
      siteUrl: 'http://localhost',
      register: await loadRegister(join(dir, 'content')),
      buildSite,
      log: (event) => events.push(event),
      ...more,
    });
  }

  async function edition(publisher: Publisher): Promise<string> {
    publisher.rebuild();
    await publisher.idle();
    return publisher.current().version;
  }

  it('serves the built edition until a new one is complete', async () => {
    const started = Promise.withResolvers<undefined>();
    const allowed = Promise.withResolvers<undefined>();
    const publisher = await publish(async (options) => {
      started.resolve(undefined);
      await allowed.promise;
      await writes(options);
    });
    publisher.rebuild();
    await started.promise;
    expect(publisher.current().version).toBe('0');
    allowed.resolve(undefined);
    await publisher.idle();
    expect(publisher.current().version).toBe('1');
    expect(events).toMatchObject([{ event: 'edition-published', edition: 1 }]);
  });

  it('keeps the old edition when a build fails, says so, and publishes the next that succeeds', async () => {
    let failing = true;
    const publisher = await publish(async (options) => {
      await writes(options);
      if (failing) throw new Error('The site could not be built.');
    });
    const before = publisher.current();
    expect(await edition(publisher)).toBe('0');
    expect(publisher.current()).toBe(before);
    expect(events).toEqual([
      { event: 'edition-failed', edition: 1, error: 'The site could not be built.', retryInSeconds: 15 },
    ]);
    expect(publisher.failure()).toEqual({ problems: [] });
    expect(builds.map((folder) => existsSync(folder))).toEqual([false]);
    failing = false;
    expect(await edition(publisher)).toBe('2');
    expect(publisher.failure()).toBeUndefined();
  });

  it('keeps the old edition and its register while the content has a mistake', async () => {
    const publisher = await publish(writes);
    writeFileSync(join(dir, 'content', 'charters', 'water.mdx'), 'no front matter');
    expect(await edition(publisher)).toBe('0');
    expect(builds).toEqual([]);
    expect(events[0]?.error).toContain('content/charters/water.mdx');
    expect(publisher.current().register.agencies.get('water')?.data.name).toBe('Water Board');
  });

  it('tries a failed edition again by itself until its cause is gone, ever more slowly, and then no more', async () => {
    const waits: number[] = [];
    const publisher = await publish(writes, {
      retryDelayMs: (failures) => {
        waits.push(failures);
        // The operator mends it before the third try.
        if (failures === 3) cpSync(contentOf('sound'), join(dir, 'content'), { recursive: true });
        return 0;
      },
    });
    writeFileSync(join(dir, 'content', 'charters', 'water.mdx'), 'no front matter');
    expect(await edition(publisher)).toBe('0');
    expect(publisher.failure()?.problems[0]).toMatchObject({ file: 'content/charters/water.mdx', line: 1 });
    await expect.poll(() => publisher.current().version).toBe('4');
    expect(waits).toEqual([1, 2, 3]);
    expect(publisher.failure()).toBeUndefined();
    await publisher.close();
  });

  it('names in each edition the commit that it was built from, and renews one that is older than what is published', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=O', '-c', 'user.email=o@o.example', ...args], {
        encoding: 'utf8',
      }).trim();
    git('init', '-q');
    git('add', 'content');
    git('commit', '-qm', 'Begin');
    const first = git('rev-parse', 'HEAD');
    await writeEditionRecord(join(dir, 'dist'), { commit: first, appDir: join(dir, 'dist') });
    const records: Build = async (options) => {
      await writes(options);
      await writeEditionRecord(options.outDir, { commit: options.commit, appDir: options.outDir });
    };
    const steady = await publish(records);
    await steady.close();
    expect([steady.current().version, steady.current().commit]).toEqual(['0', first]);

    // A start without a build, after a change was published whose edition never came about.
    const topic = join(dir, 'content', 'topics', 'water.yaml');
    writeFileSync(topic, `${readFileSync(topic, 'utf8')}# changed\n`);
    git('commit', '-qam', 'Change');
    const behind = await publish(records);
    expect(behind.current().commit).toBe(first);
    await behind.idle();
    expect([behind.current().version, behind.current().commit]).toEqual(['1', git('rev-parse', 'HEAD')]);
  });

  it('makes one edition for all requests that come while another is being made', async () => {
    const publisher = await publish(writes);
    for (let request = 0; request < 5; request++) publisher.rebuild();
    await publisher.idle();
    expect(builds).toHaveLength(2);
  });

  it('keeps the edition before the current one, which may still be answering, and no older one', async () => {
    let number = 0;
    const publisher = await publish(async (options) => {
      await writes(options);
      if (++number === 2) throw new Error('The second fails.');
    });
    for (let request = 0; request < 4; request++) await edition(publisher);
    expect(publisher.current().version).toBe('4');
    expect(builds.map((folder) => existsSync(folder))).toEqual([false, false, true, true]);
  });
});
