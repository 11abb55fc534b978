import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compressFiles } from '../../src/server/compress-files.ts';

describe('compressed copies', () => {
  it('stand beside every text file that is worth it, in all folders, and hold the same', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'opencharter-compress-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    mkdirSync(join(dir, 'ng', 'inec'), { recursive: true });
    const page = '<p>Every public service, its promise and its price.</p>'.repeat(100);
    writeFileSync(join(dir, 'ng', 'inec', 'index.html'), page);
    writeFileSync(join(dir, 'main.css'), page);
    writeFileSync(join(dir, 'small.html'), '<p>Small.</p>');
    writeFileSync(join(dir, 'picture.png'), page);
    await compressFiles(dir);
    expect(readdirSync(join(dir, 'ng', 'inec')).sort()).toEqual(['index.html', 'index.html.br', 'index.html.gz']);
    expect(readdirSync(dir).sort()).toEqual([
      'main.css',
      'main.css.br',
      'main.css.gz',
      'ng',
      'picture.png',
      'small.html',
    ]);
    expect(brotliDecompressSync(readFileSync(join(dir, 'ng', 'inec', 'index.html.br'))).toString()).toBe(page);
    expect(gunzipSync(readFileSync(join(dir, 'ng', 'inec', 'index.html.gz'))).toString()).toBe(page);
  });
});
