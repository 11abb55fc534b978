import type { Language } from '../../lib/locales.ts';
import type { Draft } from '../../cms/git/drafts.ts';
import type { Markup } from '../../lib/markup.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { contactContext, contactView } from '../../site/views/contact.ts';
import { givenServices } from '../../site/views/service.ts';
import { serviceDetails } from '../../site/views/service-details.ts';
import { urls } from '../../site/urls.ts';
import { bodyName } from './names.ts';
import { deskFigure } from './desk-figure.ts';
import { pageTexts } from '../../texts/texts.ts';

/** A figure of a service as citizens read it, with the way to change it. */
export interface FigureRow {
  /** What it is for. */
  label: Text;
  value: Markup;
  href: string;
}

export interface ServiceRows {
  id: string;
  name: Text;
  /** The page of the public. */
  href: string;
  /** The draft of it that waits, where there is one. */
  draft?: string;
  figures: FigureRow[];
  addFee: string;
  addTime: string;
}

export interface LineRow {
  label: Text;
  /** What is told of it, one thing on each line. */
  lines: string[];
  href: string;
}

/** One body at the desk: everything that is changed one at a time. */
export interface BodyView {
  id: string;
  name: string;
  href: string;
  draft?: string;
  services: ServiceRows[];
  contacts: LineRow[];
  standards: LineRow[];
}

interface BodyOptions {
  language: Language;
  today: Date;
  /** Those that wait, of whatever body. */
  drafts: Pick<Draft, 'collection' | 'slug'>[];
  /** The service that comes first: the one from whose page somebody comes. */
  first?: string | null;
}

/** Makes a body ready to be edited piece by piece. */
export function bodyView(
  register: Register,
  agency: Agency,
  { language, today, drafts, first }: BodyOptions,
): BodyView {
  const m = pageTexts('charter', language);
  const d = pageTexts('desk-body', language);
  const read = register.in(language).charter(agency);
  const context = contactContext(register, agency, { language, today });
  const change = (at: string, service?: string): string => deskUrls.change(language, agency.id, at, service);
  const draftOf = (collection: string, slug: string): string | undefined =>
    drafts.some((draft) => draft.collection === collection && draft.slug === slug)
      ? deskUrls.review(language, `${collection}/${slug}`)
      : undefined;
  return {
    id: agency.id,
    name: bodyName(register, agency, language),
    href: urls.charter(language, agency),
    draft: draftOf(`charter-${agency.id}`, agency.id),
    services: [...givenServices(agency)]
      .sort((a, b) => Number(b.id === first) - Number(a.id === first))
      .map((service) => {
        const view = serviceDetails(register, agency, service, { language, today });
        return {
          id: service.id,
          name: view.name,
          href: view.href,
          draft: draftOf(`services-${agency.id}`, service.id),
          figures: [
            ...view.fees.map((fee, at) => ({
              label: fee.label ?? { text: m.cost },
              value: deskFigure(fee, language),
              href: change(`fees.${at}`, service.id),
            })),
            ...view.times.map((time, at) => ({
              label: time.appliesTo ?? { text: m.time },
              value: deskFigure(time, language),
              href: change(`processingTimes.${at}`, service.id),
            })),
          ],
          addFee: change('fees.new', service.id),
          addTime: change('processingTimes.new', service.id),
        };
      }),
    contacts: read.contacts.map((contact, at) => {
      const { title, emails, phones } = contactView(contact, context);
      return {
        label: title,
        lines: [emails.join(', ') || d.noEmail, phones.map(({ number }) => number).join(', ') || d.noPhone],
        href: change(`contacts.${at}`),
      };
    }),
    standards: read.standards.map(({ metric, target }, at) => ({
      label: metric,
      lines: target ? [target.text] : [],
      href: change(`standards.${at}`),
    })),
  };
}
