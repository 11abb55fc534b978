import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createEditionMaker, type EditionMaker } from '../../src/server/edition/edition-maker.ts';
import { createPublisher, type Publisher, type PublisherOptions } from '../../src/server/publisher.ts';
import { contentOf } from '../register/fixtures.ts';

const repoDir = resolve(import.meta.dirname, '..', '..');
const siteUrl = 'http://localhost';

describe('the publisher', { timeout: 120_000 }, () => {
  let dir: string;
  let events: { event?: string; edition?: number; error?: string; pages?: number }[];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'opencharter-publisher-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    cpSync(contentOf('sound'), join(dir, 'content'), { recursive: true });
    cpSync(join(repoDir, 'content', 'search'), join(dir, 'content', 'search'), { recursive: true });
    events = [];
  });

  function makerOf(more: { clock?: () => Date } = {}): EditionMaker {
    return createEditionMaker({
      ...{ repoDir, siteUrl, contentDir: join(dir, 'content'), editionDir: join(dir, 'edition') },
      ...(more.clock ? { clock: more.clock } : {}),
      log: () => undefined,
    });
  }

  async function publish(more: Partial<PublisherOptions> & { clock?: () => Date } = {}): Promise<Publisher> {
    const publisher = await createPublisher({
      ...{ maker: makerOf(more), contentRepoDir: dir, siteUrl, build: true },
      log: (event) => void events.push(event),
      ...more,
    });
    onTestFinished(() => publisher.close());
    await publisher.ready();
    return publisher;
  }

  async function page(publisher: Publisher, path: string): Promise<string> {
    const { files } = publisher.current();
    const record = files.at(path);
    return record ? (await files.read(record)).identity.toString() : '';
  }

  function rename(name: string): void {
    const file = join(dir, 'content', 'charters', 'water.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^name: .*$/m, `name: ${name}`));
  }

  const published = () => events.filter(({ event }) => event === 'edition-published');

  it('puts an edit on the pages that it reaches, and makes no other', async () => {
    const publisher = await publish();
    const before = await page(publisher, '/about/index.html');
    rename('Water and Rivers Board');
    publisher.rebuild();
    await publisher.idle();
    expect(publisher.current().version).toBe('2');
    const [first, second] = published();
    expect(second?.pages).toBeLessThan((first?.pages ?? 0) * 0.7);
    for (const path of ['/agencies/index.html', '/sw/agencies/index.html', '/sitemap.xml'])
      expect(await page(publisher, path), path).not.toBe('');
    expect(await page(publisher, '/agencies/index.html')).toContain('Water and Rivers Board');
    expect(await page(publisher, '/about/index.html')).toBe(before);
    expect(
      JSON.stringify(await publisher.current().search.query('Water and Rivers Board', { language: 'en' })),
    ).toContain('Water and Rivers Board');
  });

  it('serves after a restart what it served before, and makes nothing while the content is the same', async () => {
    const first = await publish();
    const text = await page(first, '/agencies/index.html');
    await first.close();
    events.length = 0;
    const again = await publish();
    await again.idle();
    expect(await page(again, '/agencies/index.html')).toBe(text);
    expect(published()).toEqual([]);
    await again.close();

    rename('Water Works');
    const changed = await publish();
    expect(await page(changed, '/agencies/index.html')).toBe(text);
    await changed.idle();
    expect(await page(changed, '/agencies/index.html')).toContain('Water Works');
  });

  it('is closed only when nothing is reckoned ahead any more', async () => {
    await (await publish()).close();
    const order: string[] = [];
    const maker = makerOf();
    const begun = Promise.withResolvers<undefined>();
    const may = Promise.withResolvers<undefined>();
    const again = await publish({
      maker: {
        ...maker,
        async prepare() {
          begun.resolve(undefined);
          await may.promise;
          order.push('prepared');
        },
      },
    });
    await begun.promise;
    const closed = again.close().then(() => order.push('closed'));
    await setImmediate();
    may.resolve(undefined);
    await closed;
    expect(order).toEqual(['prepared', 'closed']);
  });

  it('keeps the old edition while the content has a mistake, and tries ever more slowly until it is mended', async () => {
    const waits: number[] = [];
    const publisher = await publish({
      retryDelayMs: (failures) => {
        waits.push(failures);
        // The operator mends it before the third try.
        if (failures === 2) cpSync(contentOf('sound'), join(dir, 'content'), { recursive: true });
        return 0;
      },
    });
    writeFileSync(join(dir, 'content', 'charters', 'water.mdx'), 'no front matter');
    publisher.rebuild();
    await publisher.idle();
    expect(publisher.current().version).toBe('1');
    expect(publisher.failure()?.problems[0]).toMatchObject({ file: 'content/charters/water.mdx', line: 1 });
    expect(events.find(({ event }) => event === 'edition-failed')?.error).toContain('content/charters/water.mdx');
    await expect.poll(() => publisher.failure(), { timeout: 60_000 }).toBeUndefined();
    expect(waits).toEqual([1, 2]);
  });

  it('refuses to begin with content that has a mistake', async () => {
    writeFileSync(join(dir, 'content', 'charters', 'water.mdx'), 'no front matter');
    await expect(publish()).rejects.toThrow('content/charters/water.mdx');
  });

  it('names in each edition the commit that it was made from', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=O', '-c', 'user.email=o@o.example', ...args], {
        encoding: 'utf8',
      }).trim();
    git('init', '-q');
    git('add', 'content');
    git('commit', '-qm', 'Begin');
    const publisher = await publish();
    expect(publisher.current().commit).toBe(git('rev-parse', 'HEAD'));
    rename('Water House');
    git('commit', '-qam', 'Change');
    publisher.rebuild();
    await publisher.idle();
    expect(publisher.current().commit).toBe(git('rev-parse', 'HEAD'));
    expect(await page(publisher, '/changes/index.html')).toContain('Water House');
  });

  it('makes one edition for all requests that come while another is being made', async () => {
    const publisher = await publish();
    for (let request = 0; request < 5; request++) {
      rename(`Water ${request}`);
      publisher.rebuild();
    }
    await publisher.idle();
    expect(published()).toHaveLength(3);
    expect(await page(publisher, '/agencies/index.html')).toContain('Water 4');
  });

  it('makes anew at midnight what shows the day', async () => {
    let now = new Date('2026-11-30T12:00:00Z');
    const publisher = await publish({ clock: () => now });
    expect(await page(publisher, '/about/index.html')).toContain('30 November 2026');
    now = new Date('2026-12-01T12:00:00Z');
    publisher.rebuild();
    await publisher.idle();
    expect(await page(publisher, '/about/index.html')).toContain('1 December 2026');
  });
});
