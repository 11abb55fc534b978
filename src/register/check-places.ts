import { nearest } from '../lib/edit-distance.ts';
import type { Charter } from '../schemas/charter.ts';
import type { Places } from '../schemas/places.ts';
import type { FieldPath } from '../schemas/walk.ts';
import type { ContentProblem } from './problem.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';

/**
 * Finds places that a charter names and that its country's file of places does not: the search would not find the body
 * there. A country without such a file is not looked at.
 */
export function checkPlaces({ charters, places }: Pick<LoadedEntries, 'charters' | 'places'>): ContentProblem[] {
  const known = new Map(places.map(({ id, data }) => [id, { regions: data.regions.map(nameOf), all: allNames(data) }]));
  return charters.flatMap((charter) => {
    const names = known.get(charter.data.jurisdiction);
    return names ? unknownPlaces(charter, names) : [];
  });
}

function unknownPlaces(charter: Entry<'charters'>, known: { regions: string[]; all: string[] }): ContentProblem[] {
  return placesNamed(charter.data)
    .filter(({ name, region }) => !(region ? known.regions : known.all).includes(name))
    .map(({ path, name, region }) => {
      const guess = nearest(name, region ? known.regions : known.all);
      const line = charter.lineOf(path);
      return {
        file: charter.file,
        ...(line === undefined ? {} : { line }),
        field: path.join('.'),
        message: `content/places/${charter.data.jurisdiction}.yaml has no ${region ? 'region' : 'place'} "${name}".`,
        remedy: guess ? `Did you mean "${guess}"?` : 'Write it as it is called there, or add it there with its source.',
      };
    });
}

/** Every place that a charter names: those that it serves, their parts, and the regions of its offices. */
function placesNamed({ local, offices }: Charter): { path: FieldPath; name: string; region: boolean }[] {
  const served = (['places', 'areas'] as const).flatMap((list) =>
    (local?.[list] ?? []).map((name, index) => ({ path: ['local', list, index], name, region: false })),
  );
  const regions = offices.flatMap(({ region }, index) =>
    region === undefined ? [] : [{ path: ['offices', index, 'region'], name: region, region: true }],
  );
  return [...served, ...regions];
}

function allNames({ regions }: Places): string[] {
  return regions.flatMap((region) => [
    region.name,
    ...region.otherNames,
    ...region.towns,
    ...region.localities.flatMap(({ name, otherNames }) => [name, ...otherNames]),
  ]);
}

function nameOf({ name }: { name: string }): string {
  return name;
}
