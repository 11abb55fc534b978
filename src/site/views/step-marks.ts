import { joinMarks, type FigureMark } from '../../register/figure-marks.ts';
import type { Service } from '../../schemas/service.ts';
import type { ServiceView } from './service.ts';

type Step = Service['steps'][number];

/**
 * Gives the marks of a step's fee and time. Steps carry no sources of their own; where one repeats a figure of the
 * service, it is as uncertain as that figure.
 */
export function stepMarks(
  step: Step,
  { data, fees, times }: Pick<ServiceView, 'data' | 'fees' | 'times'>,
): { fee: FigureMark[]; time: FigureMark[] } {
  const same = (fee: Service['fees'][number]): boolean =>
    fee.kind === 'fixed' && fee.amount === step.fee && fee.currency === step.currency;
  const span = step.duration;
  return {
    fee: joinMarks(fees.filter((_, i) => data.fees[i] && same(data.fees[i])).map((fee) => fee.marks)),
    time: joinMarks(
      times
        .filter(
          (_, i) =>
            span?.max !== undefined &&
            data.processingTimes[i]?.max === span.max &&
            data.processingTimes[i].unit === span.unit,
        )
        .map((time) => time.marks),
    ),
  };
}
