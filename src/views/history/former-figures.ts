import type { Text } from '../../register/localise.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import { urls } from '../../site/urls.ts';
import type { FigureNotes, MarkedFigure, ViewContext, ViewOptions } from '../../site/views/evidence.ts';
import { feeView, timeView } from '../../site/views/figures.ts';
import { deadlineView } from '../../site/views/service-details.ts';

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

/** The figures that held before this portal existed, as the content itself records them, by service. */
export function formerFigures(register: Register, agency: Agency, options: ViewOptions): FormerFiguresOfService[] {
  const context: ViewContext = { ...options, sources: agency.data.sources };
  return agency.services.flatMap((service) => {
    const figures = figuresOf(register, service, context);
    if (figures.length === 0) return [];
    const { name } = register.in(options.language).service(service);
    return [{ name, href: urls.service(options.language, agency, service.id), figures }];
  });
}

function figuresOf(register: Register, service: RegisteredService, context: ViewContext): FormerFigure[] {
  const { fees, processingTimes, deadlines } = register.in(context.language).service(service);
  const changed = ({ history }: { history: unknown[] }): boolean => history.length > 0;
  return [
    ...fees.filter(changed).map((fee): FormerFigure => {
      const now = feeView(fee, context);
      return { figure: 'cost', label: now.label, now, former: now.history };
    }),
    ...processingTimes.filter(changed).map((time): FormerFigure => {
      const now = timeView(time, context);
      return { figure: 'time', label: now.appliesTo, now, former: now.history };
    }),
    ...deadlines.filter(changed).map((deadline): FormerFigure => {
      const now = deadlineView(deadline, context);
      return { figure: 'deadline', now, former: now.history };
    }),
  ];
}
