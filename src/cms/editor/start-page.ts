import type { AgencyCollections } from '../config/agency-collections.ts';
import { getJson } from './endpoint.ts';
import { tell } from './messages.ts';
import { element, spokenPart } from './page-parts.ts';
import { agencyAsked, languageAsked } from './where.ts';
import { spoken } from './spoken.ts';

/** An officer of more bodies than this finds theirs by typing. */
const AGENCIES_AT_A_GLANCE = 8;

/** Shows what there is to edit, body by body; of one body alone where the address names one. */
export async function showStart(): Promise<void> {
  const asked = agencyAsked(location);
  const { agencies = [], error } = await getJson('/api/cms/collections', asked ? { agency: asked } : {});
  if (error) return tell(error, 'refused');
  const page = spokenPart('desk-start');
  const bodies = agencies.map((agency) => ({ agency, section: bodyOf(agency) }));
  page.replaceChildren(element('h1', {}, [spoken('What do you want to change?')]));
  if (bodies.length > AGENCIES_AT_A_GLANCE) page.append(finder(bodies));
  page.append(...bodies.map(({ section }) => section));
  page.hidden = false;
  // The editor has its own lists; this page has done its part when the first of them is opened.
  addEventListener('hashchange', () => (page.hidden = true), { once: true });
}

function bodyOf({ agency, name, collections }: AgencyCollections): HTMLElement {
  const language = languageAsked(location);
  const asked = new URLSearchParams({ ...(agency ? { agency } : {}), ...(language ? { language } : {}) }).toString();
  const links = collections.map(({ name: collection, label }) =>
    element('li', {}, [
      element('a', { href: `/admin/${asked && `?${asked}`}#/collections/${encodeURIComponent(collection)}` }, [label]),
    ]),
  );
  return element('section', {}, [element('h2', {}, [name]), element('ul', { class: 'desk-links' }, links)]);
}

function finder(bodies: { agency: AgencyCollections; section: HTMLElement }[]): HTMLElement {
  const input = element('input', { id: 'desk-find', type: 'search', autocomplete: 'off' });
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { agency, section } of bodies) {
      const text = `${agency.agency ?? ''} ${agency.name}`.toLowerCase();
      section.hidden = !words.every((word) => text.includes(word));
    }
  });
  return element('p', {}, [element('label', { for: 'desk-find' }, [spoken('Find a body')]), input]);
}
