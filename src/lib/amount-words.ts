const english: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index]),
);
const englishTens: Record<string, number> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, 20 + 10 * index]),
);
const englishScales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

const kiswahili: Record<string, number> = Object.fromEntries([
  ...'moja mbili tatu nne tano sita saba nane tisa kumi'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1]),
  ...'ishirini thelathini arobaini hamsini sitini sabini themanini tisini'
    .split(' ')
    .map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
const kiswahiliScales: Record<string, number> = { milioni: 1e6, laki: 1e5, elfu: 1e3, mia: 100 };

/**
 * Reads an amount in words, in small letters: "five thousand", "half a million", "elfu tano", "laki 2 na elfu 50".
 * Undefined where it is none, or could be two.
 */
export function amountInWords(plain: string): number | undefined {
  const words = plain.replaceAll('-', ' ').split(' ').filter(Boolean);
  return inEnglish(words) ?? inKiswahili(words);
}

function inEnglish(words: string[]): number | undefined {
  const half = /^half(?: an?)? (thousand|million|billion)$/.exec(words.join(' '))?.[1];
  if (half) return (englishScales[half] ?? 0) / 2;
  let total = 0;
  let group = 0;
  let open: 'any' | 'ten' | 'hundred' | 'scale' = 'any';
  let lastScale = Infinity;
  let began = false;
  for (const [index, word] of words.entries()) {
    if (word === 'and' && began && index < words.length - 1 && (open === 'hundred' || open === 'scale')) continue;
    const small = word === 'a' || word === 'an' ? (began ? undefined : 1) : english[word];
    const tens = englishTens[word];
    const scale = englishScales[word];
    if (tens !== undefined && open !== 'ten' && (open !== 'any' || !began)) [group, open] = [group + tens, 'ten'];
    else if (
      small !== undefined &&
      ((open === 'ten' && small > 0 && small < 10) || open === 'hundred' || open === 'scale' || !began)
    )
      [group, open] = [group + small, 'any'];
    else if (word === 'hundred' && group > 0 && group < 20 && open === 'any') [group, open] = [group * 100, 'hundred'];
    else if (scale !== undefined && scale < lastScale && group > 0) {
      total += group * scale;
      [group, open, lastScale] = [0, 'scale', scale];
    } else return undefined;
    began = true;
  }
  return began ? total + group : undefined;
}

/**
 * Units come before their number, the largest first. "Elfu ishirini na tano" is 25,000 to one and 20,005 to another, so
 * it is not read.
 */
function inKiswahili(words: string[]): number | undefined {
  let total = 0;
  let lastScale = Infinity;
  for (let at = 0; at < words.length;) {
    if (at > 0 && words[at] === 'na') at++;
    if (at > 0 && at === words.length - 1 && words[at] === 'nusu' && Number.isFinite(lastScale))
      return total + lastScale / 2;
    const scale = kiswahiliScales[words[at] ?? ''];
    const counted = words[at + 1] ?? '';
    const count = /^\d{1,3}$/.test(counted) ? Number(counted) : kiswahili[counted];
    if (scale === undefined || scale >= lastScale || count === undefined || count === 0) return undefined;
    total += scale * count;
    lastScale = scale;
    at += 2;
  }
  return Number.isFinite(lastScale) ? total : undefined;
}
