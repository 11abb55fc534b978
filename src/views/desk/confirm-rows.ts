import type { Language } from '../../lib/locales.ts';
import { partPrint } from '../../cms/entry/still-true.ts';
import { itemPlace } from '../../cms/small-form/item-place.ts';
import type { Dated } from '../../register/evidence-age.ts';
import { date, duration } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Reading } from '../../register/readings.ts';
import type { Agency, Register } from '../../register/register.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { editorEntryAddress } from '../../site/editor-address.ts';
import { evidenceDates } from '../../site/evidence-dates.ts';
import { feeView, timeView } from '../../site/views/figures.ts';
import type { ViewContext, ViewOptions } from '../../site/views/evidence.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { UnconfirmedFigure } from './unconfirmed.ts';

/** A figure or contact as it is shown to be confirmed. */
export interface ConfirmRow {
  /** Absent for the charter itself. */
  serviceId?: string;
  /** Of which service; absent for the charter itself. */
  service?: Text;
  what: string;
  value: Text;
  /** For when it is known. */
  when: string;
  /** What the form sends: its place and the print of what was shown. */
  seen: string;
  changeHref: string;
}

/** Makes figures ready to be confirmed. */
export function figureRows(
  register: Register,
  agency: Agency,
  figures: UnconfirmedFigure[],
  options: ViewOptions,
): ConfirmRow[] {
  const { language } = options;
  const m = pageTexts('desk-tasks', language);
  const texts = register.in(language);
  return figures.flatMap(({ serviceId, at }) => {
    const service = agency.services.find(({ id }) => id === serviceId);
    if (serviceId !== undefined && !service) return [];
    const [field = '', index = '0'] = at.split('.');
    const shown = service
      ? servicePart(texts.service(service), field, Number(index), { ...options, sources: agency.data.sources })
      : charterPart(texts.charter(agency), field, Number(index), language);
    if (!shown) return [];
    return [
      {
        ...(service ? { serviceId, service: texts.service(service).name } : {}),
        what: m.part[(field || 'whole') as keyof typeof m.part],
        value: shown.value,
        when: evidenceDates(shown.evidence, language),
        seen: `${at}~${partPrint(service?.data ?? agency.data, at)}`,
        changeHref: itemPlace(service ? 'services' : 'charters', at)
          ? deskUrls.change(language, agency.id, at, serviceId)
          : editorEntryAddress(language, agency.id, serviceId),
      },
    ];
  });
}

/** Makes contacts, by their places in the charter, ready to be tried. */
export function contactRows(
  register: Register,
  agency: Agency,
  contacts: number[],
  { language }: ViewOptions,
): ConfirmRow[] {
  const m = pageTexts('desk-tasks', language);
  const read = register.in(language).charter(agency).contacts;
  return contacts.flatMap((index) => {
    const contact = read[index];
    if (!contact) return [];
    const { title, phones, emails, formUrl, address, lastCheckedOn } = contact;
    const reached = [...phones.map(({ number }) => number), ...emails, ...(formUrl ? [formUrl] : [])];
    return [
      {
        what: title.text,
        value: { text: reached.length > 0 ? reached.join(', ') : (address ?? '') },
        when: lastCheckedOn ? m.checked({ day: date(lastCheckedOn, language) }) : m.neverChecked,
        seen: `contacts.${index}~${partPrint(agency.data, `contacts.${index}`)}`,
        changeHref: deskUrls.change(language, agency.id, `contacts.${index}`),
      },
    ];
  });
}

interface ShownPart {
  value: Text;
  evidence: Dated;
}

function servicePart(
  service: Reading<'services'>,
  field: string,
  index: number,
  context: ViewContext,
): ShownPart | undefined {
  if (field === '') return { value: listedIn(service.requirements), evidence: service.evidence };
  if (field === 'fees') {
    const fee = service.fees[index];
    if (!fee) return undefined;
    const { value, per, label } = feeView(fee, context);
    return { value: joined(value, [per, label]), evidence: fee.evidence };
  }
  if (field === 'processingTimes') {
    const time = service.processingTimes[index];
    if (!time) return undefined;
    const { value, appliesTo } = timeView(time, context);
    return { value: joined(value, [appliesTo]), evidence: time.evidence };
  }
  const deadline = service.deadlines[index];
  return deadline && { value: deadline.says, evidence: deadline.evidence };
}

function charterPart(
  charter: Reading<'charters'>,
  field: string,
  index: number,
  language: Language,
): ShownPart | undefined {
  const { standards, noExtraPayment, informationRequests } = charter;
  if (field === 'noExtraPayment')
    return noExtraPayment && { value: noExtraPayment.text, evidence: noExtraPayment.evidence };
  if (field === 'informationRequests')
    return (
      informationRequests && {
        value: { text: duration(informationRequests.limit, language) },
        evidence: informationRequests.evidence,
      }
    );
  const standard = standards[index];
  return standard && { value: joined(standard.metric, [standard.target]), evidence: standard.evidence };
}

/** A value with what it is for, in the language of the value. */
function joined(value: Text, more: (Text | undefined)[]): Text {
  return { ...value, text: [value, ...more].flatMap((part) => part?.text ?? []).join(' · ') };
}

/** What to bring, as one text in the language of the first. */
function listedIn(requirements: { what: Text }[]): Text {
  return { ...requirements[0]?.what, text: requirements.map(({ what }) => what.text).join('; ') };
}
