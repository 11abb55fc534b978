import { calibration, fitWeights } from './fit.ts';
import { summarise, type Figures } from './metrics.ts';
import { isElsewhere, isUnseen, type Assessed } from './sets.ts';
import type { PeerFigures } from './threshold.ts';

/** Lines on each set, on all that were looked at and on all that were not, and how far the chances can be trusted. */
export function reportSets(assessed: Assessed[]): string[] {
  const sets = [...new Set(assessed.map(({ set }) => set))];
  const halves = [
    ['all seen', assessed.filter(({ set }) => !isUnseen(set) && !isElsewhere(set))],
    ['all unseen', assessed.filter(({ set }) => isUnseen(set) && !isElsewhere(set))],
  ] as const;
  return [
    `${''.padEnd(20)}queries  success@1  success@3  right when sure (sure)  right first  rightly nothing`,
    ...sets.map((name) =>
      figures(
        name,
        assessed.filter(({ set }) => set === name),
      ),
    ),
    ...halves.map(([name, list]) => figures(name, list)),
    ...halves.flatMap(([name, list]) => [
      '',
      `chance of being right as claimed, and as it was: ${name}`,
      ...table(list),
    ]),
  ];
}

/** The weights of src/search/chance.ts, fitted again on the sets that may be looked at. */
export function reportFit(assessed: Assessed[]): string[] {
  const examples = assessed.flatMap(({ set, features, outcome, firstRight }) =>
    features && !isUnseen(set) && !isElsewhere(set)
      ? [{ features, answerable: outcome.query.expect.length > 0, right: firstRight }]
      : [],
  );
  const fitted = {
    ANSWERABLE: fitWeights(examples.map(({ features, answerable }) => ({ features, yes: answerable }))),
    RIGHT: fitWeights(examples.map(({ features, right }) => ({ features, yes: right }))),
  };
  return [
    `fitted on ${examples.length} queries`,
    ...Object.entries(fitted).map(([name, weights]) => `${name} = ${JSON.stringify(weights)}`),
  ];
}

/** A line on what an engine reaches on the unseen sets, and one with the best threshold of its score. */
export function reportPeer(name: string, { asItIs, withThreshold }: PeerFigures): string[] {
  const line = (label: string, { rightFirst, rightlyNothing }: Figures): string =>
    `${label.padEnd(54)}right first ${rightFirst.toFixed(3)}, rightly nothing ${rightlyNothing.toFixed(3)}`;
  return [
    line(name, asItIs),
    ...(withThreshold
      ? [line(`${name}, nothing below ${withThreshold.threshold.toFixed(1)}`, withThreshold.figures)]
      : []),
  ];
}

function figures(name: string, list: Assessed[]): string {
  const outcomes = list.map(({ outcome }) => outcome);
  const { successAt1, successAt3, rightWhenSure, sure, rightFirst, rightlyNothing } = summarise(outcomes);
  const answerable = outcomes.filter(({ query }) => query.expect.length > 0).length;
  const share = (value: number, of: number): string => (of > 0 ? value.toFixed(3) : '–');
  return [
    name.padEnd(20),
    String(list.length).padStart(7),
    share(successAt1, 1).padStart(11),
    share(successAt3, 1).padStart(11),
    `${share(rightWhenSure, sure).padStart(17)} (${sure.toFixed(2)})`,
    share(rightFirst, answerable).padStart(13),
    share(rightlyNothing, list.length - answerable).padStart(17),
  ].join('');
}

function table(list: Assessed[]): string[] {
  const answers = list.flatMap(({ chance, firstRight }) =>
    chance ? [{ chance: chance.right, right: firstRight }] : [],
  );
  return calibration(answers).map(
    ({ from, to, count, right }) =>
      `  ${from.toFixed(2)}–${to.toFixed(2)}  ${String(count).padStart(4)} answers  ${count === 0 ? '   –' : (right / count).toFixed(2)} right`,
  );
}
