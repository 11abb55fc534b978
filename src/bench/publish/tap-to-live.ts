import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { CHOICE, OFFICE } from '../../cms/small-form/read-evidence.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { defaultLanguage } from '../../lib/locales.ts';

/** A price of a service of a body, the first in its list. */
export interface Price {
  agency: string;
  service: string;
}

export interface DeskOfPortal {
  url: string;
  /** The address at which the portal says that it is. */
  siteUrl: string;
  /** Signs an officer in. */
  cookie: string;
}

/** Amounts that stand on no page yet: from here up, one more for each tap. */
const FIRST_AMOUNT = 7_310_001;
const POLLED_EVERY_MS = 5;

/** The services among some bodies whose first price is a fixed amount, at most one of each body. */
export async function pricesOf(repository: string, agencies: readonly string[]): Promise<Price[]> {
  const prices: Price[] = [];
  for (const agency of agencies) {
    const folder = join(repository, 'content', 'services', agency);
    for (const name of (await readdir(folder)).sort()) {
      const text = await readFile(join(folder, name), 'utf8');
      if (!/^fees:\n\s*- (?:\{ )?kind: fixed/m.test(text)) continue;
      prices.push({ agency, service: name.replace(/\.yaml$/, '') });
      break;
    }
  }
  return prices;
}

/**
 * Changes a price in the small form of the desk, and gives the seconds from the tap on "Save and publish" to the moment
 * at which the page of the public shows the new price. Rejects where the desk refuses.
 */
export async function tapToLive(desk: DeskOfPortal, { agency, service }: Price, number: number): Promise<number> {
  const { url, siteUrl, cookie } = desk;
  const site = new URL(siteUrl);
  const headers = {
    cookie,
    origin: site.origin,
    'sec-fetch-site': 'same-origin',
    'x-forwarded-host': site.host,
    'x-forwarded-proto': site.protocol.slice(0, -1),
  };
  const form = `${url}${deskUrls.change(defaultLanguage, agency, 'fees.0', service)}`;
  const fields = fieldsOf(await (await fetch(form, { headers })).text());
  const amount = FIRST_AMOUNT + number;
  fields.set('amount', String(amount));
  fields.set(CHOICE, OFFICE);
  fields.set('do', 'publish');
  const started = performance.now();
  const answer = await fetch(form, { method: 'POST', headers, body: fields, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`The desk answered ${answer.status} for ${agency}/${service}.`);
  const page = await addressOf(desk, { agency, service });
  const shown = amount.toLocaleString('en');
  while (!(await (await fetch(`${url}${page}`)).text()).includes(shown))
    await new Promise((done) => setTimeout(done, POLLED_EVERY_MS));
  return (performance.now() - started) / 1000;
}

const addresses = new Map<string, string>();

/** The page of the public of a service, which is named for the country of its body. */
async function addressOf({ url }: DeskOfPortal, { agency, service }: Price): Promise<string> {
  if (addresses.size === 0) {
    const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
    for (const [, place = ''] of sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)) {
      const { pathname } = new URL(place);
      const [, owner, id] = /^\/[a-z]{2}\/([^/]+)\/([^/]+)\/$/.exec(pathname) ?? [];
      if (owner && id) addresses.set(`${owner}/${id}`, pathname);
    }
  }
  return addresses.get(`${agency}/${service}`) ?? '';
}

/** What a browser would send of the first form of the page that can be saved, as it stands. */
function fieldsOf(html: string): URLSearchParams {
  const fields = new URLSearchParams();
  const form = elements(unified().use(rehypeParse).parse(html)).find(
    (element) => element.tagName === 'form' && elements(element).some(({ properties }) => properties.name === 'base'),
  );
  for (const element of form ? elements(form) : []) {
    const { name, value, type, checked } = element.properties;
    if (typeof name !== 'string' || element.tagName === 'button') continue;
    if ((type === 'radio' || type === 'checkbox') && !checked) continue;
    if (element.tagName === 'textarea') fields.append(name, textOf(element));
    else if (element.tagName === 'select') {
      const chosen = elements(element).find(({ properties }) => properties.selected);
      fields.append(name, String(chosen?.properties.value ?? ''));
    } else fields.append(name, typeof value === 'string' ? value : '');
  }
  return fields;
}

function elements(node: Nodes): Element[] {
  const inside = 'children' in node ? node.children.flatMap((child) => elements(child as Nodes)) : [];
  return node.type === 'element' ? [node, ...inside] : inside;
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
