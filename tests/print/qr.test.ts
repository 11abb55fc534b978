import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrPath, QUIET_ZONE } from '../../src/site/views/qr-path.ts';
import { readQr } from './read-qr.ts';

/** Fills the rectangles of the path, as a browser does. */
function modulesOf(path: string, size: number): boolean[][] {
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    dark[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return dark;
}

test('an address drawn as a QR code is read back, with error correction M or better and a quiet zone of four modules', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9/.-]{1,600}$/), (rest) => {
      const { path, size } = qrPath(`https://${rest}`);
      const modules = modulesOf(path, size);
      const inner = modules.slice(QUIET_ZONE, -QUIET_ZONE).map((row) => row.slice(QUIET_ZONE, -QUIET_ZONE));
      const count = (rows: boolean[][]): number => rows.flat().filter(Boolean).length;
      expect(count(modules)).toBe(count(inner));
      const code = readQr(inner);
      expect(code.text).toBe(`https://${rest}`);
      expect(['M', 'Q', 'H']).toContain(code.level);
    }),
  );
});

test('the reader refuses a code with a changed module', () => {
  const { path, size } = qrPath('https://charters.example/ng/inec/');
  const modules = modulesOf(path, size)
    .slice(QUIET_ZONE, -QUIET_ZONE)
    .map((row) => row.slice(QUIET_ZONE, -QUIET_ZONE));
  const row = modules[modules.length - 3] as boolean[];
  row[row.length - 1] = !row[row.length - 1];
  expect(() => readQr(modules)).toThrow('error correction');
});
