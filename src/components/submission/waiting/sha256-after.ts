/*
 * SHA-256 (FIPS 180-4) of a text that begins with 64 fixed characters: the first block is worked through once, and each
 * try costs one block more. The browser's own crypto.subtle makes a promise of each try and is about ten times slower.
 */

/** The first 32 bits of a root's fraction: from those of primes the standard takes its constants. */
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const isPrime = (number: number): boolean =>
  number > 1 && !Array.from({ length: number - 2 }, (_, i) => i + 2).some((by) => number % by === 0);
// The 64th prime is 311.
const primes = Array.from({ length: 312 }, (_, number) => number).filter(isPrime);
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const initial = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** The block being worked on, in its first 16 words, and what is spread from it. */
const block = new Int32Array(64);
const at = (words: Int32Array, index: number): number => words[index] ?? 0;

/** Works the block into a state. One variable each: an array of eight would take twice as long. */
function compress(from: Int32Array, into: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const x = at(block, i - 15);
    const y = at(block, i - 2);
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    block[i] = at(block, i - 16) + s0 + at(block, i - 7) + s1;
  }
  let a = at(from, 0);
  let b = at(from, 1);
  let c = at(from, 2);
  let d = at(from, 3);
  let e = at(from, 4);
  let f = at(from, 5);
  let g = at(from, 6);
  let h = at(from, 7);
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(rounds, i) + at(block, i)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  into.set([a, b, c, d, e, f, g, h].map((word, i) => word + at(from, i)));
}

/** Writes ASCII text into the block; `endBits` is the length of the whole message where it ends here. */
function fill(text: string, endBits?: number): void {
  block.fill(0, 0, 16);
  const put = (index: number, byte: number): void =>
    void (block[index >> 2] = at(block, index >> 2) | (byte << (24 - 8 * (index & 3))));
  for (let i = 0; i < text.length; i++) put(i, text.charCodeAt(i));
  if (endBits === undefined) return;
  put(text.length, 0x80);
  block[15] = endBits;
}

/**
 * Makes a function that gives the first 32 bits (unsigned) of the SHA-256 of 64 characters and a short text after them,
 * at most 55 characters. All of it must be ASCII.
 */
export function sha256After(first64: string): (rest: string) => number {
  const midway = new Int32Array(8);
  const end = new Int32Array(8);
  fill(first64);
  compress(initial, midway);
  return (rest) => {
    fill(rest, 8 * (64 + rest.length));
    compress(midway, end);
    return at(end, 0) >>> 0;
  };
}
