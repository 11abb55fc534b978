import { nearest } from '../lib/edit-distance.ts';
import type { EmergencyKind } from '../schemas/emergency.ts';
import { agencyOfOutcome } from '../schemas/finder.ts';
import type { FieldPath } from '../schemas/walk.ts';
import type { ContentProblem } from './problem.ts';
import { problemAt } from './problem-at.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';
import { reservedInLists } from './reserved-names.ts';

/**
 * Finds finders that lead astray: answers without a goal, ways in a circle, what nobody can reach, offices of another
 * country.
 */
export function checkFinders({ finder, jurisdictions, charters, emergencies }: LoadedEntries): ContentProblem[] {
  const countryOf = new Map(charters.map((charter) => [charter.id, charter.data.jurisdiction]));
  const kindsOf = new Map(emergencies?.map(({ id, data }) => [id, data.answers.map(({ kind }) => kind)]));
  const countries = jurisdictions.map((jurisdiction) => jurisdiction.id);
  return finder.flatMap((entry) => {
    const report: Report = (path, message, remedy) => problemAt(entry, path, message, remedy);
    const own = countries.includes(entry.id)
      ? []
      : [
          report(
            [],
            `There is no jurisdiction "${entry.id}".`,
            `Name the file after a jurisdiction: ${countries.join(', ')}.`,
          ),
        ];
    return [
      ...own,
      ...checkIds(entry, report),
      ...checkAnswers(entry, report),
      ...checkWays(entry, report),
      ...checkCountry(entry, countryOf, report),
      ...checkEmergencies(entry, kindsOf.get(entry.id) ?? [], report),
    ];
  });
}

type Report = (path: FieldPath, message: string, remedy: string) => ContentProblem;

/** Ids become addresses, so questions and outcomes share them. */
function checkIds({ data }: Entry<'finder'>, report: Report): ContentProblem[] {
  const seen = new Set<string>();
  const places: [string, FieldPath][] = [
    ...data.questions.map(({ id }, index): [string, FieldPath] => [id, ['questions', index, 'id']]),
    ...data.outcomes.map(({ id }, index): [string, FieldPath] => [id, ['outcomes', index, 'id']]),
  ];
  return places.flatMap(([id, path]) => {
    if (reservedInLists.has(id))
      return [
        report(path, `The id "${id}" is taken by a page of the portal.`, `Choose another, for example ${id}-question.`),
      ];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [report(path, `The id "${id}" is used twice.`, 'Give each question and each outcome an id of its own.')];
  });
}

function checkAnswers({ data }: Entry<'finder'>, report: Report): ContentProblem[] {
  const ids = [...data.questions, ...data.outcomes].map(({ id }) => id);
  const lost = (id: string, path: FieldPath, kind: string): ContentProblem[] => {
    if (ids.includes(id)) return [];
    const guess = nearest(id, ids);
    return [
      report(
        path,
        `There is no ${kind} "${id}": this is a dead end.`,
        guess ? `Did you mean "${guess}"?` : 'Add it, or lead to one that exists.',
      ),
    ];
  };
  const start = data.questions.some(({ id }) => id === data.start)
    ? []
    : [
        report(
          ['start'],
          `There is no question "${data.start}".`,
          `Name one of the questions, for example ${data.questions[0]?.id ?? 'matter'}.`,
        ),
      ];
  return [
    ...start,
    ...data.questions.flatMap(({ answers }, index) =>
      answers.flatMap(({ to }, place) => lost(to, ['questions', index, 'answers', place, 'to'], 'question or outcome')),
    ),
  ];
}

/**
 * Follows every way from the first question: none may come back to where it was, and all that is written must be met.
 */
function checkWays({ data }: Entry<'finder'>, report: Report): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const met = new Set<string>();
  const follow = (id: string, way: string[], from: FieldPath): void => {
    if (way.includes(id)) {
      const circle = [...way.slice(way.indexOf(id)), id].join(' → ');
      problems.push(
        report(
          from,
          `The answers lead in a circle: ${circle}.`,
          'Let one of these answers lead to an outcome or to another question.',
        ),
      );
      return;
    }
    if (met.has(id)) return;
    met.add(id);
    const index = data.questions.findIndex((question) => question.id === id);
    data.questions[index]?.answers.forEach(({ to }, place) =>
      follow(to, [...way, id], ['questions', index, 'answers', place, 'to']),
    );
  };
  follow(data.start, [], ['start']);
  const unmet = (list: 'questions' | 'outcomes'): ContentProblem[] =>
    data[list].flatMap(({ id }: { id: string }, index: number) =>
      met.has(id)
        ? []
        : [report([list, index, 'id'], `No answer leads to "${id}".`, 'Let an answer lead to it, or remove it.')],
    );
  return [...problems, ...unmet('questions'), ...unmet('outcomes')];
}

function checkCountry({ id, data }: Entry<'finder'>, countryOf: Map<string, string>, report: Report): ContentProblem[] {
  return data.outcomes.flatMap((outcome, index) => {
    const agency = agencyOfOutcome(outcome);
    const country = countryOf.get(agency);
    if (country === undefined || country === id) return [];
    const name = outcome.service ? 'service' : 'agency';
    return [
      report(
        ['outcomes', index, name],
        `"${agency}" belongs to the jurisdiction ${country}.`,
        `Name an office of ${id}.`,
      ),
    ];
  });
}

/** Whoever is in danger must not be promised numbers that the country has none of. */
function checkEmergencies({ id, data }: Entry<'finder'>, kinds: EmergencyKind[], report: Report): ContentProblem[] {
  return data.outcomes.flatMap(({ emergency }, index) =>
    emergency === undefined || kinds.includes(emergency)
      ? []
      : [
          report(
            ['outcomes', index, 'emergency'],
            `content/emergencies/${id}.yaml has no numbers for "${emergency}".`,
            kinds.length > 0 ? `Name one that it has: ${kinds.join(', ')}.` : 'Write that file, or remove this line.',
          ),
        ],
  );
}
