import type { Pattern } from './pattern.ts';
import { placeNames } from './place-names.ts';
import { randomFrom, shuffled } from './random.ts';

/** A public body of the content to be made: one of the shipped ones, or a copy of one with a place of its own. */
export interface Body {
  id: string;
  charter: Pattern;
  services: Pattern[];
  notices: Pattern[];
  /** The district of a copy; the shipped body has none. */
  place?: { name: string; slug: string };
}

/** The bodies of a content folder, and where a reference to a shipped body leads from each of them. */
export interface Plan {
  bodies: Body[];
  /**
   * The body that a reference to a shipped agency means: the one of the same place, else the shipped one, else, where
   * that one is left out, another, of its own country if there is any. `from`: the body in whose files it stands.
   */
  agencyFor(id: string, from?: Body): Body | undefined;
}

/** Chooses `count` bodies: the shipped ones in an order of the seed, then copies of them, round after round. */
export function planBodies(patterns: readonly Pattern[], count: number, seed: number): Plan {
  const all = of(patterns, 'services');
  const byBody = (services: Pattern[]): Map<string, Pattern[]> => Map.groupBy(services, ({ id }) => bodyOf(id));
  const giving = byBody(all);
  const notices = Map.groupBy(of(patterns, 'notices'), ({ data }) => String(data.agency));
  // One that offers nothing cannot stand in for others, so it never comes first.
  const order = shuffled(of(patterns, 'charters'), randomFrom(seed, 'bodies'));
  order.sort((a, b) => Number(giving.has(b.id)) - Number(giving.has(a.id)));
  // A service that another body gives leads nowhere where that one is left out.
  const kept = new Set(order.slice(0, count).map(({ id }) => id));
  const services = byBody(all.filter(({ data }) => data.status !== 'elsewhere' || kept.has(bodyOf(data.replacedBy))));
  const nextPlace = placeNames(randomFrom(seed, 'places'));
  const bodies = Array.from({ length: order.length === 0 ? 0 : count }, (_, index): Body => {
    const charter = order[index % order.length] as Pattern;
    const parts = { charter, services: services.get(charter.id) ?? [], notices: notices.get(charter.id) ?? [] };
    if (index < order.length) return { id: charter.id, ...parts };
    const name = nextPlace();
    const place = { name, slug: name.toLowerCase() };
    return { id: `${charter.id}-${place.slug}`, ...parts, place };
  });
  return { bodies, agencyFor: references(bodies, order) };
}

/** The body in the id of a service. */
function bodyOf(service: unknown): string {
  return String(service).split('/')[0] ?? '';
}

function references(bodies: Body[], shipped: Pattern[]): Plan['agencyFor'] {
  const rounds = new Map(bodies.map((body, index) => [body, Math.floor(index / shipped.length)]));
  const byRound = new Map(bodies.map((body) => [`${body.charter.id} ${rounds.get(body) ?? 0}`, body]));
  const country = new Map<string, unknown>();
  const countryOf = (id: string): unknown => {
    if (!country.has(id)) country.set(id, shipped.find((charter) => charter.id === id)?.data.jurisdiction);
    return country.get(id);
  };
  return (id, from) =>
    byRound.get(`${id} ${from ? (rounds.get(from) ?? 0) : 0}`) ??
    byRound.get(`${id} 0`) ??
    bodies.find((body) => countryOf(body.charter.id) === countryOf(id) && body.services.length > 0) ??
    bodies[0];
}

function of(patterns: readonly Pattern[], collection: Pattern['collection']): Pattern[] {
  return patterns.filter((pattern) => pattern.collection === collection);
}
