import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';

const ALONE = 1000;
const GROUPS = 200;
const GROUP_SIZE = 64;

/**
 * What this disk does by itself, without a server: `alone`, how long one durable insert takes (ms), and `grouped`, how
 * many a second there are with 64 to a commit. What sharing a commit can save lies between the two.
 */
export function insertsAlone(): { alone: number; grouped: number } {
  const folder = mkdtempSync(join(tmpdir(), 'opencharter-bench-'));
  const db = new DatabaseSync(join(folder, 'disk.sqlite'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; create table posts (id integer primary key, body text)',
  );
  const insert = db.prepare('insert into posts (body) values (?)');
  const body = 'x'.repeat(2000);
  const secondsOf = (work: () => void): number => {
    const started = performance.now();
    work();
    return (performance.now() - started) / 1000;
  };
  const alone = secondsOf(() => {
    for (let row = 0; row < ALONE; row++) insert.run(body);
  });
  const grouped = secondsOf(() => {
    for (let group = 0; group < GROUPS; group++) {
      db.exec('begin');
      for (let row = 0; row < GROUP_SIZE; row++) insert.run(body);
      db.exec('commit');
    }
  });
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return { alone: (alone * 1000) / ALONE, grouped: (GROUPS * GROUP_SIZE) / grouped };
}
