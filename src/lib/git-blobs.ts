import type { Git } from './git.ts';

/** What the repository holds under each id that was asked for; one that it does not hold, or that is no blob, is left out. */
export async function readBlobs(git: Git, ids: Iterable<string>): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(ids)];
  const contents = new Map<string, Buffer>();
  if (wanted.length === 0) return contents;
  // One process for all of them: starting git takes longer than reading a blob.
  const out = await git(['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` });
  let at = 0;
  for (const id of wanted) {
    const endOfHeader = out.indexOf(10, at);
    // "<id> <type> <size>", or "<id> missing".
    const [, type, size] = out.subarray(at, endOfHeader).toString().split(' ');
    at = endOfHeader + 1;
    if (size === undefined) continue;
    if (type === 'blob') contents.set(id, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
