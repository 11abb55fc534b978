import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LOOK_BACK, reachOf } from '../../src/history/look-back.ts';

/** Commits of a long history, newest first, named as git names them. */
const commits = Array.from({ length: 4000 }, (_, number) => ({
  id: createHash('sha1').update(String(number)).digest('hex'),
})).reverse();

describe('how far back a record goes', () => {
  test('begins at the same commit after nearly every edit, so that not all pages are made anew for it', () => {
    const beginnings = Array.from({ length: 1000 }, (_, edits) => {
      const then = commits.slice(1000 - edits);
      const reach = reachOf(then, LOOK_BACK);
      expect(reach).toBeGreaterThanOrEqual(LOOK_BACK.least);
      expect(reach).toBeLessThanOrEqual(LOOK_BACK.most);
      return then[reach - 1]?.id;
    });
    expect(new Set(beginnings).size).toBeLessThan(30);
  });

  test('is all of a short history', () => {
    expect(commits.slice(0, reachOf(commits.slice(0, 20), LOOK_BACK)).length).toBeGreaterThanOrEqual(20);
  });
});
