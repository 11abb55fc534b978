/** A QR code read back from its modules (ISO/IEC 18004, versions 1 to 22, byte mode, undamaged). */
export interface ReadCode {
  text: string;
  version: number;
  level: 'L' | 'M' | 'Q' | 'H';
}

type Level = ReadCode['level'];
const CODEWORDS = [
  ...[26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404],
  ...[466, 532, 581, 655, 733, 815, 901, 991, 1085, 1156, 1258],
];
const CORRECTION: Record<Level, number[]> = {
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28],
  Q: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30],
  H: [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24],
};
const BLOCKS: Record<Level, number[]> = {
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9],
  M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17],
  Q: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23],
  H: [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34],
};
const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * Reads a code from its dark modules, rows from the top, without quiet zone. Throws when the pattern is not a sound QR
 * code.
 */
export function readQr(dark: boolean[][]): ReadCode {
  const size = dark.length;
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 22)
    throw new Error(`${size} modules a side is no version from 1 to 22.`);
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    checkFinder(dark, x, y);
  const { level, mask } = format(dark);
  const bits = zigzag(size).map(([x, y]) => Number(dark[y]?.[x] !== mask(x, y)));
  const codewords = Array.from({ length: CODEWORDS[version - 1] ?? 0 }, (_, i) =>
    Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2),
  );
  const data = deinterleave(codewords, version, level);
  if (data[0] === undefined || data[0] >> 4 !== 4) throw new Error('The code is not in byte mode.');
  const stream = data.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const begin = version < 10 ? 12 : 20;
  const length = Number.parseInt(stream.slice(4, begin), 2);
  const bytes = Array.from({ length }, (_, i) => Number.parseInt(stream.slice(begin + i * 8, begin + 8 + i * 8), 2));
  return { text: Buffer.from(bytes).toString('utf8'), version, level };
}

function checkFinder(dark: boolean[][], left: number, top: number): void {
  for (let y = 0; y < 7; y++) {
    for (let x = 0; x < 7; x++) {
      const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
      if (dark[top + y]?.[left + x] !== (ring !== 2))
        throw new Error(`The finder pattern at ${left}, ${top} is broken.`);
    }
  }
}

function format(dark: boolean[][]): { level: Level; mask: (x: number, y: number) => boolean } {
  const places = [
    [8, 0],
    [8, 1],
    [8, 2],
    [8, 3],
    [8, 4],
    [8, 5],
    [8, 7],
    [8, 8],
    [7, 8],
    [5, 8],
    [4, 8],
    [3, 8],
    [2, 8],
    [1, 8],
    [0, 8],
  ] as const;
  const word = places.reduce((sum, [x, y], i) => sum | (Number(dark[y]?.[x]) << i), 0) ^ 0x5412;
  const level = (['M', 'L', 'H', 'Q'] as const)[word >> 13];
  const mask = MASKS[(word >> 10) & 7];
  if (!level || !mask) throw new Error('The format information cannot be read.');
  return { level, mask };
}

/** The places of data modules in reading order: two columns at a time from the right, up and down in turn. */
function zigzag(size: number): [number, number][] {
  const aligned = alignments(size);
  const inFinder = (x: number, y: number): boolean => (x < 9 && (y < 9 || y > size - 9)) || (x > size - 9 && y < 9);
  // From version 7 on the version itself stands beside two of the finders.
  const inVersion = (one: number, other: number): boolean => size >= 45 && one < 6 && other >= size - 11;
  const reserved = (x: number, y: number): boolean =>
    (x <= 8 && (y <= 8 || y >= size - 8)) ||
    (x >= size - 8 && y <= 8) ||
    x === 6 ||
    y === 6 ||
    inVersion(x, y) ||
    inVersion(y, x) ||
    aligned.some((cx) => aligned.some((cy) => !inFinder(cx, cy) && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2));
  const places: [number, number][] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!reserved(x, y)) places.push([x, y]);
    }
    up = !up;
  }
  return places;
}

/** Columns and rows in whose crossings alignment patterns stand, evenly from the last one to the timing pattern. */
function alignments(size: number): number[] {
  const version = (size - 17) / 4;
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step)];
}

function deinterleave(codewords: number[], version: number, level: Level): number[] {
  const blocks = BLOCKS[level][version - 1] ?? 1;
  const correction = CORRECTION[level][version - 1] ?? 0;
  const short = Math.floor(codewords.length / blocks) - correction;
  const long = codewords.length % blocks;
  const lengths = Array.from({ length: blocks }, (_, i) => short + (i >= blocks - long ? 1 : 0));
  const parts: number[][] = lengths.map(() => []);
  let next = 0;
  for (let i = 0; i <= short; i++)
    parts.forEach((part, b) => i < (lengths[b] ?? 0) && part.push(codewords[next++] ?? 0));
  const data = parts.flat();
  for (let i = 0; i < correction; i++) parts.forEach((part) => part.push(codewords[next++] ?? 0));
  parts.forEach((part) => checkBlock(part, correction));
  return data;
}

/**
 * A sound block is a multiple of the generator polynomial: zero at each of its roots (Reed–Solomon over GF(256),
 * 0x11d).
 */
function checkBlock(block: number[], correction: number): void {
  for (let root = 0, point = 1; root < correction; root++, point = times(point, 2)) {
    if (block.reduce((sum, byte) => times(sum, point) ^ byte, 0) !== 0)
      throw new Error('The error correction does not fit the data.');
  }
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
}
