import { fold, tokenize } from '../../search/fold.ts';
import { stem } from '../../search/english.ts';
import { swahiliStems } from '../../search/swahili.ts';

/** Requests that are offered at most. */
const OFFERED_MAX = 3;
/** As much of what somebody asks has to stand in the other request, by weight of its words. */
const SHARE_MIN = 0.45;
/** A word that nobody used before tells little: it may be another form or another name of the same thing. */
const UNKNOWN_SHARE = 0.5;
/** Words that two requests have to have in common: one alone is a coincidence. */
const SHARED_MIN = 2;

/** What nearly every request says, whatever it is about, in both languages of the portal. */
const SAID_BY_ALL = new Set(
  keysIn(`a about all an and any are as at be been by can copy copies could did do document documents for from get give given has have how
i if in information is it its kindly know like list made may me my number of office on or our please provide record records request
see send since so some that the their them there these they this those to under up us was we were what when where which who whom
why will with would year years you your does much many use used ask asking want wanted full total each every between during per
na ya wa za la cha vya kwa katika ni au hii hiyo hizo hayo yote zote wote kila gani nini naomba taarifa orodha nakala kumbukumbu mwaka
miaka kuhusu kutoka hadi tafadhali nataka ombi ninaomba nani lini wapi ngapi`),
);

/** A request that somebody made before. */
export interface AskedBefore {
  words: string;
}

/**
 * Up to three requests that resemble what somebody is about to ask, the closest first. Words are compared by their stems;
 * one that stands in few of the requests weighs more than one that stands in many, and what nearly every request says
 * weighs nothing.
 */
export function resembling<T extends AskedBefore>(words: string, before: readonly T[]): T[] {
  const asked = keysIn(words).filter((key) => !SAID_BY_ALL.has(key));
  const others = before.map((request) => ({ request, keys: new Set(keysIn(request.words)) }));
  const own = [...new Set(asked)];
  const weight = (key: string): number => {
    const found = others.filter(({ keys }) => keys.has(key)).length;
    return Math.log(1 + (others.length + 1) / (1 + found)) * (found === 0 ? UNKNOWN_SHARE : 1);
  };
  const weights = new Map(own.map((key) => [key, weight(key)]));
  const sum = (keys: readonly string[]): number => keys.reduce((total, key) => total + (weights.get(key) ?? 0), 0);
  const whole = sum(own);
  return others
    .map(({ request, keys }) => {
      const shared = own.filter((key) => keys.has(key));
      return { request, shared: shared.length, share: whole > 0 ? sum(shared) / whole : 0 };
    })
    .filter(({ shared, share }) => shared >= SHARED_MIN && share >= SHARE_MIN)
    .sort((a, b) => b.share - a.share)
    .slice(0, OFFERED_MAX)
    .map(({ request }) => request);
}

/** The words of a text by which it is compared, in order: Kiswahili by its root, all else by its English stem. */
function keysIn(text: string): string[] {
  return tokenize(fold(text)).map(({ folded }) => swahiliStems(folded)[0] ?? stem(folded));
}
