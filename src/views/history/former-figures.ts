import type { AgencyView } from '../../site/views/agency.ts';
import { figureNotes, type FigureNotes, type MarkedFigure } from '../../site/views/evidence.ts';
import type { ServiceView } from '../../site/views/service.ts';
import type { Text } from '../../register/localise.ts';

export interface FormerFigure {
  figure: 'cost' | 'time' | 'deadline';
  label?: Text;
  /** What the figure is today. */
  now: MarkedFigure;
  former: FigureNotes['history'];
}

export interface FormerFiguresOfService {
  name: Text;
  href: string;
  figures: FormerFigure[];
}

/** Gives the figures that held before this portal existed, as the content itself records them, by service. */
export function formerFigures(agency: AgencyView): FormerFiguresOfService[] {
  return agency.services.flatMap((service) => {
    const figures = figuresOf(service, agency);
    return figures.length > 0 ? [{ name: service.name, href: service.href, figures }] : [];
  });
}

function figuresOf(service: ServiceView, { context }: AgencyView): FormerFigure[] {
  const figures: FormerFigure[] = [
    ...service.fees.map((fee): FormerFigure => ({
      figure: 'cost',
      ...(fee.label ? { label: fee.label } : {}),
      now: fee,
      former: fee.history,
    })),
    ...service.times.map((time): FormerFigure => ({
      figure: 'time',
      ...(time.appliesTo ? { label: time.appliesTo } : {}),
      now: time,
      former: time.history,
    })),
    ...service.data.deadlines.map((deadline, i): FormerFigure => {
      const notes = figureNotes(deadline, service.t, ['deadlines', i], context);
      return {
        figure: 'deadline',
        now: { value: service.t(deadline.says, 'deadlines', i, 'says'), stated: true, marks: notes.marks },
        former: notes.history,
      };
    }),
  ];
  return figures.filter((figure) => figure.former.length > 0);
}
