import type { Browser } from '@playwright/test';
import { launchBrowser } from '../frame/browser.ts';
import { toFigure, type Findings } from '../frame/figures.ts';
import type { Part } from '../frame/part.ts';
import { inTurns, type Contender } from '../frame/rounds.ts';
import { pageWeight, zippedBytes } from '../weight/page-weight.ts';
import { lookAtPage, type Look } from './look.ts';
import { pages } from './page-list.ts';
import { startShipped } from './shipped-portal.ts';
import { slow, visitSlowly } from './slow-visit.ts';

/** Every page as a phone of 360 x 740 px shows it, with scripts and whatever they bring. */
const phone = { viewport: { width: 360, height: 740 } };

const notes = [
  'At 360 x 740 px. "evidence" is the share of the text of main that tells where a figure comes from; "first" counts which of cost, time and next step stand on the first screen.',
  `"bytes" are HTML and style sheets, gzip -9, without print, font and scripts.`,
  `"paint" and "shift": largest contentful paint and cumulative layout shift with an empty cache, ${slow.roundTripMs} ms a round trip, ${slow.bitsPerSecond / 1000} kbit/s, processor ${slow.processor} times slower.`,
];

/**
 * What pages are for whoever opens them on a small phone: how long, how much of them is evidence, how heavy, whether the
 * first screen answers, and how soon it is there.
 */
export const measurePages: Part = async (options) => {
  const portal = options.url ? { url: options.url.replace(/\/$/, ''), stop: nothing } : await startShipped(options);
  const browser = await launchBrowser();
  try {
    const figures: Findings['figures'] = {};
    const bytesOfSheet = sheetsOf(portal.url);
    const looks = new Map<string, Look>();
    for (const { name, path } of pages) {
      const look = await lookAt(browser, `${portal.url}${path}`);
      looks.set(name, look);
      figures[`${name}-screens`] = toFigure([look.screens], 'screens');
      figures[`${name}-evidence`] = toFigure([look.evidenceShare * 100], '%');
      figures[`${name}-bytes`] = toFigure(
        [await pageWeight(await textOf(`${portal.url}${path}`), bytesOfSheet)],
        'bytes',
      );
      figures[`${name}-first`] = toFigure([answersOf(look).length], 'of 3');
    }
    const visits = pages.map(({ name, path }): Contender => async () => {
      const { largestPaintMs, shift } = await visitSlowly(browser, `${portal.url}${path}`);
      return { [`${name}-paint`]: largestPaintMs, [`${name}-shift`]: shift };
    });
    for (const [name, runs] of await inTurns(visits, options.rounds, options.tell))
      figures[name] = toFigure(runs, name.endsWith('-paint') ? 'ms' : 'shift');
    return { notes: [...notes, ...pages.map(({ name, path }) => firstScreen(name, path, looks))], figures };
  } finally {
    await browser.close();
    await portal.stop();
  }
};

async function lookAt(browser: Browser, url: string): Promise<Look> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    return await page.evaluate(lookAtPage);
  } finally {
    await context.close();
  }
}

/** The sheets of an edition are few and stand on every page, so each is asked for once. */
function sheetsOf(url: string): (href: string) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  return (href) => {
    const bytes = known.get(href) ?? textOf(new URL(href, url).href).then(zippedBytes);
    known.set(href, bytes);
    return bytes;
  };
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: these pages are measured on the shipped content.`);
  return answer.text();
}

function answersOf({ first }: Look): string[] {
  return Object.entries(first).flatMap(([what, there]) => (there ? [what] : []));
}

function firstScreen(name: string, path: string, looks: Map<string, Look>): string {
  const look = looks.get(name);
  return `${name} is ${path}; its first screen tells ${(look && answersOf(look).join(', ')) || 'none of the three'}.`;
}

async function nothing(): Promise<void> {
  // A portal that was there before is not ours to stop.
}
