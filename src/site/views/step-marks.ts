import { joinMarks, type FigureMark } from '../../register/figure-marks.ts';
import type { Reading } from '../../register/readings.ts';
import type { ServiceView } from './service.ts';

/**
 * The marks of a step's fee and time. Steps carry no sources of their own; where one repeats a figure of the
 * service, it is as uncertain as that figure.
 */
export function stepMarks(
  step: Reading<'services'>['steps'][number],
  figures: Pick<Reading<'services'>, 'fees' | 'processingTimes'>,
  { fees, times }: Pick<ServiceView, 'fees' | 'times'>,
): { fee: FigureMark[]; time: FigureMark[] } {
  const same = (fee: Reading<'services'>['fees'][number]): boolean =>
    fee.kind === 'fixed' && fee.amount === step.fee && fee.currency === step.currency;
  const span = step.duration;
  return {
    fee: joinMarks(fees.filter((_, i) => figures.fees[i] && same(figures.fees[i])).map((fee) => fee.marks)),
    time: joinMarks(
      times
        .filter(
          (_, i) =>
            span?.max !== undefined &&
            figures.processingTimes[i]?.max === span.max &&
            figures.processingTimes[i].unit === span.unit,
        )
        .map((time) => time.marks),
    ),
  };
}
