import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { BuildOptions } from '../../src/server/build-site.ts';
import { createPublisher, type Publisher } from '../../src/server/publisher.ts';
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

  function publish(buildSite: Build): Promise<Publisher> {
    return createPublisher(join(dir, 'dist'), {
      repoDir: dir,
      contentDir: join(dir, 'content'),
      siteUrl: 'http://localhost',
      buildSite,
      log: (event) => events.push(event),
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
    expect(events).toEqual([{ event: 'edition-failed', edition: 1, error: 'The site could not be built.' }]);
    expect(builds.map((folder) => existsSync(folder))).toEqual([false]);
    failing = false;
    expect(await edition(publisher)).toBe('2');
  });

  it('keeps the old edition and its register while the content has a mistake', async () => {
    const publisher = await publish(writes);
    writeFileSync(join(dir, 'content', 'charters', 'water.mdx'), 'no front matter');
    expect(await edition(publisher)).toBe('0');
    expect(builds).toEqual([]);
    expect(events[0]?.error).toContain('content/charters/water.mdx');
    expect(publisher.current().register.agencies.get('water')?.data.name).toBe('Water Board');
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
