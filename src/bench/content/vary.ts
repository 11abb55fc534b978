import { fingerprint } from '../../lib/fingerprint.ts';
import type { Body, Plan } from './bodies.ts';
import type { Pattern, Spot } from './pattern.ts';
import { randomFrom, type Random } from './random.ts';
import { replaceSpots, type Replacement } from './replace-spots.ts';

/**
 * A file of a body: of a shipped one with its references kept within the content that is made, of a copy with names,
 * amounts, times, numbers and addresses of its own.
 */
export function varied(pattern: Pattern, body: Body, plan: Plan, seed: number): string {
  const random = randomFrom(seed, body.id, pattern.collection, pattern.id);
  const own = body.place ? ownValues(pattern, body, random) : () => undefined;
  const refer = referring(plan, body);
  return inProse(
    replaceSpots(pattern, (spot) => refer(spot) ?? own(spot)),
    refer,
  );
}

/** A file that belongs to no body (a finder, a guide, the emergencies), with its references led to bodies there are. */
export function kept(pattern: Pattern, plan: Plan): string {
  const refer = referring(plan);
  return inProse(replaceSpots(pattern, refer), refer);
}

type Reference = Pick<Spot, 'value' | 'refersTo'>;

function referring(plan: Plan, from?: Body): (reference: Reference) => string | undefined {
  return ({ value, refersTo }) => {
    if (refersTo !== 'agency' && refersTo !== 'service') return undefined;
    const [agency = '', service] = String(value).split('/');
    const body = plan.agencyFor(agency, from);
    if (!body || service === undefined) return body?.id;
    const offered = body.services.map(({ id }) => id.split('/')[1] ?? '');
    return `${body.id}/${offered.includes(service) ? service : (offered[0] ?? service)}`;
  };
}

/** Components in the body of a page name agencies and services too: <ServiceCard service="npc/birth-certificate" />. */
function inProse(text: string, refer: (reference: Reference) => string | undefined): string {
  return text.replace(/(<[A-Z][^>]*?\b)(agency|service)="([a-z0-9/-]+)"/g, (whole, before: string, kind, value) => {
    const target = refer({ value: String(value), refersTo: kind === 'agency' ? 'agency' : 'service' });
    return target === undefined ? whole : `${before}${String(kind)}="${target}"`;
  });
}

function ownValues({ collection, data, spots }: Pattern, { place }: Body, random: Random): Replacement {
  const where = place ?? { name: '', slug: '' };
  const ofCharter = collection === 'charters';
  const spoken = ofCharter || random.below(2) === 0;
  const price = random.pick([0.5, 0.75, 1, 1.2, 1.5, 2, 3]);
  const pace = random.pick([0.5, 1, 1, 1.5, 2]);
  const fieldOf = translatedFields(data);
  const own: Replacement = ({ path, value }) => {
    const key = path.split('.').at(-1) ?? '';
    if (typeof value === 'number') {
      if (key === 'amount' || key === 'fee') return rounded(value * price);
      return key === 'min' || key === 'max' ? Math.ceil(value * pace) : undefined;
    }
    if (path.startsWith('popularNames.')) return spoken ? `${value} ${where.name}` : undefined;
    if (key === 'number' || key === 'dial') return anotherNumber(value, random);
    if (ofCharter && path === 'website') return `https://${where.slug}.example/`;
    if (ofCharter && path === 'acronym') return `${value} ${where.name}`;
    const field = fieldOf(path);
    if (field !== undefined && key === 'of') {
      const told = spots.find((spot) => spot.path === field);
      const changed = told && own(told);
      return changed === undefined ? undefined : fingerprint(String(changed));
    }
    if (ofCharter && (field ?? path) === 'name') return `${value}, ${where.name}`;
    return value.replace(/(?<=[\w.+-]@)[\w-]+(?:\.[\w-]+)+/g, `${where.slug}.example`);
  };
  return own;
}

/** The field that a translation is of, told by the path of its text or of the fingerprint of what was translated. */
function translatedFields(data: Pattern['data']): (path: string) => string | undefined {
  const translations = (data.translations ?? []) as { field: string }[];
  return (path) => translations[Number(/^translations\.(\d+)\.(?:text|of)$/.exec(path)?.[1])]?.field;
}

function rounded(amount: number): number {
  return amount >= 100 ? Math.round(amount / 10) * 10 : Math.ceil(amount);
}

/** Nobody who tries out made-up content shall reach a real office; short codes and numbers for all stay. */
function anotherNumber(number: string, random: Random): string {
  if (number.replace(/\D/g, '').length < 7) return number;
  return number.replace(/\d(\D*)\d(\D*)\d(\D*)$/, (_, ...between: string[]) =>
    between
      .slice(0, 3)
      .map((rest) => `${random.below(10)}${rest}`)
      .join(''),
  );
}
