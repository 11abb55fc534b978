import { charterPath, sourcesOf, type PresentEntries } from '../../cms/from-document/present-entries.ts';
import type { Proposal } from '../../cms/from-document/proposal.ts';
import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { Register } from '../../register/register.ts';
import { withEntries } from '../../register/with-entries.ts';
import { collections } from '../../schemas/collections.ts';
import { source as sourceSchema } from '../../schemas/provenance.ts';
import { bodyAbove, type BodyAbove } from '../../site/views/body-above.ts';
import { contactOf, type ContactView } from '../../site/views/contact.ts';
import type { FeeView, TimeView } from '../../site/views/figures.ts';
import { serviceDetails, type ServiceDetails } from '../../site/views/service-details.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';

/** A service as its page would say it, with who answers for it. */
export interface ServiceAsRead {
  service: ServiceDetails;
  desk: ContactView | undefined;
  above: BodyAbove | undefined;
}

export interface Reading {
  register: Register;
  language: Language;
  today: Date;
}

/**
 * Services of a proposal's body as their pages would say them, once the charter lists the document, by their slugs.
 * `values`: those of each, by its slug. What is not a whole service is left out.
 */
export function servicesAsRead(
  { agency: id, source }: Proposal,
  { entries }: PresentEntries,
  values: [slug: string, data: Record<string, unknown>][],
  { register, language, today }: Reading,
): Map<string, ServiceAsRead> {
  const agency = register.agencies.get(id);
  if (!agency) return new Map();
  const drafted = sourcesOf(entries.get(charterPath(id))?.data ?? {});
  const sources = [...drafted, source].flatMap((listed) => sourceSchema.safeParse(listed).data ?? []);
  const whole = new Map(
    values.flatMap(([slug, data]) => {
      const read = collections.services.schema.safeParse(data);
      return read.success ? [[slug, read.data] as const] : [];
    }),
  );
  const placed = withEntries(register, [
    { collection: 'charters', id, data: { ...agency.data, sources }, html: agency.html },
    ...[...whole].map(([slug, data]) => ({ collection: 'services' as const, id: `${id}/${slug}`, data, html: '' })),
  ]);
  const body = placed.agencies.get(id);
  const options = { language, today };
  return new Map(
    (body?.services ?? []).flatMap((service): [string, ServiceAsRead][] => {
      const { id: slug } = service;
      if (!body || !whole.has(slug)) return [];
      return [
        [
          slug,
          {
            service: serviceDetails(placed, body, service, options),
            desk: contactOf(placed, body, ['complaint', 'general'], options),
            above: bodyAbove(placed, body, slug, options),
          },
        ],
      ];
    }),
  );
}

/** The costs or times of a service in lines, as its page says them; undefined for any other field. */
export function figureLines(name: string, read: ServiceAsRead | undefined, language: Language): string[] | undefined {
  const figures = name === 'fees' ? read?.service.fees : name === 'processingTimes' ? read?.service.times : undefined;
  return figures?.map((figure: FeeView | TimeView) => {
    const said = (part: Text | undefined): string =>
      part === undefined ? '' : part.lang === 'en' ? asEnglish(part.text, language) : part.text;
    const about = said('label' in figure ? figure.label : 'appliesTo' in figure ? figure.appliesTo : undefined);
    const value = [said(figure.value), 'per' in figure ? said(figure.per) : ''].filter(Boolean).join(' ');
    const whole = about ? `${about}: ${value}` : value;
    return [whole, said(figure.note)].filter(Boolean).join(' · ');
  });
}
