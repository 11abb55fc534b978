import type { Service } from '../../schemas/service.ts';
import type { Jurisdiction } from '../../schemas/jurisdiction.ts';
import { eachService, once, told, type Rule, type RuleContext } from '../rule.ts';
import { stepsTime, workingTime, type WorkingTime } from '../working-time.ts';

const letters = /\b(?:letters?|correspondence|e-?mails?|written|barua)\b/i;

/** The promised time of the service as a whole; none where the time is for one case or one stage only. */
function wholeTime(service: Service): WorkingTime | undefined {
  const [time] = service.processingTimes;
  return time?.appliesTo === undefined ? workingTime(time) : undefined;
}

function classLimits({ agency, register }: RuleContext): Jurisdiction['classLimits'] {
  return register.jurisdictions.get(agency.data.jurisdiction)?.data.classLimits;
}

/** Provision 4: realistic time frames, including for letters. */
export const timeRules: Rule[] = [
  {
    id: 'time-stated',
    provision: 'times',
    weight: 3,
    severity: 'gap',
    check: eachService((service) =>
      told(
        service.processingTimes.some((time) => time.kind !== 'not-stated'),
        'processingTimes',
      ),
    ),
  },
  {
    id: 'clock-start',
    provision: 'times',
    weight: 1,
    severity: 'gap',
    check: eachService((service) => {
      const [time] = service.processingTimes;
      if (!time || time.kind === 'not-stated') return 'waits';
      // What is done at the counter, or has no end, starts by itself.
      const counted = time.kind === 'fixed' && time.unit !== 'minutes' && time.unit !== 'hours' && (time.max ?? 0) > 0;
      return told(!counted || time.clockStarts !== undefined, 'processingTimes.0.clockStarts');
    }),
  },
  {
    id: 'letters',
    provision: 'times',
    weight: 2,
    severity: 'gap',
    check: once(({ agency }) =>
      told(
        agency.data.standards.some(
          ({ channel, metric, target }) => target !== undefined && letters.test(`${channel ?? ''} ${metric}`),
        ),
        'standards',
      ),
    ),
  },
  {
    id: 'steps-total',
    provision: 'times',
    weight: 2,
    severity: 'gap',
    // Only what is certain is reported: the steps at their shortest against the promise at its longest.
    check: eachService((service) => {
      const steps = stepsTime(service.steps);
      const promise = wholeTime(service);
      if (!steps || !promise) return 'does-not-apply';
      return steps.least <= promise.most
        ? 'passed'
        : { field: 'processingTimes.0.max', values: { found: steps.least, limit: promise.most } };
    }),
  },
  {
    id: 'class-stated',
    provision: 'times',
    weight: 1,
    severity: 'gap',
    check: eachService((service, context) =>
      classLimits(context) ? told(service.class !== undefined, 'class') : 'does-not-apply',
    ),
  },
  {
    id: 'class-limit',
    provision: 'times',
    weight: 2,
    severity: 'gap',
    check: eachService((service, context) => {
      const limit = workingTime(service.class && classLimits(context)?.[service.class])?.most;
      const time = wholeTime(service) ?? stepsTime(service.steps);
      if (!limit || !time) return 'does-not-apply';
      return time.least <= limit ? 'passed' : { field: 'processingTimes.0.max', values: { found: time.least, limit } };
    }),
  },
];
