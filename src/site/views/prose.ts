import { splitLive, type LivePart } from '../../register/live-parts.ts';
import type { Text } from '../../register/localise.ts';
import type { Register } from '../../register/register.ts';
import { urls } from '../urls.ts';
import { contactOf, type ContactView } from './contact.ts';
import type { MarkedFigure, ViewContext, ViewOptions } from './evidence.ts';
import { ladderView, type RungView } from './ladder.ts';
import { serviceView, type ServiceView } from './service.ts';

/** Prose as it is shown: HTML that was written, and between it what the register says today. */
export type ProsePart =
  | { kind: 'html'; html: string }
  | { kind: 'figure'; figure: MarkedFigure; href: string }
  | { kind: 'card'; service: ServiceView; agency: { name: Text; href: string } }
  | { kind: 'receipt'; service: ServiceView; desk?: ContactView | undefined }
  | { kind: 'ladder'; rungs: RungView[]; base: string };

/** Fills the places that prose keeps for live figures, in the reader's language. The register has checked what they name. */
export function proseParts(html: string, register: Register, options: ViewOptions): ProsePart[] {
  return splitLive(html).flatMap((part): ProsePart[] =>
    typeof part === 'string' ? [{ kind: 'html', html: part }] : fill(part, register, options),
  );
}

function fill(part: LivePart, register: Register, options: ViewOptions): ProsePart[] {
  const [owner = '', serviceId = ''] = (part.service ?? part.agency ?? '').split('/');
  const agency = register.agencies.get(owner);
  if (!agency) return [];
  const context: ViewContext = { ...options, sources: agency.data.sources };
  if (part.name === 'Ladder') {
    const rungs = ladderView(register, owner, serviceId || undefined, context);
    return [{ kind: 'ladder', rungs, base: urls.charter(options.language, agency) }];
  }
  const registered = agency.services.find(({ id }) => id === serviceId);
  if (!registered) return [];
  const service = serviceView(register, agency, registered, context);
  switch (part.name) {
    case 'Figure':
      return [
        {
          kind: 'figure',
          figure: part.of === 'time' ? service.promise.time : service.promise.cost,
          href: service.href,
        },
      ];
    case 'ServiceCard': {
      const { name } = register.in(options.language).charter(agency);
      return [{ kind: 'card', service, agency: { name, href: urls.charter(options.language, agency) } }];
    }
    case 'PromiseStrip':
      return [{ kind: 'receipt', service, desk: contactOf(register, agency, ['complaint', 'general'], options) }];
  }
}
