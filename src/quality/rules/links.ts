import { languages, splitLocale } from '../../lib/locales.ts';
import { isStale, translatableTexts } from '../../register/check-translations.ts';
import type { Agency, Register } from '../../register/register.ts';
import { charter } from '../../schemas/charter.ts';
import { reservedForServices } from '../../register/reserved-names.ts';
import type { ReferenceKind } from '../../schemas/field.ts';
import { service, successorOf } from '../../schemas/service.ts';
import type { Translation } from '../../schemas/translation.ts';
import { walkFields, type FieldVisitor } from '../../schemas/walk.ts';
import { outcomeOf, type Rule, type RuleContext, type Verdict } from '../rule.ts';

/** References between entries, links in the text of the charter, and translations against what they translate. */
export const linkRules: Rule[] = [
  {
    id: 'references',
    provision: 'union',
    weight: 3,
    severity: 'error',
    check: (context) => outcomeOf([...references(context), ...links(context)]),
  },
  {
    id: 'translated',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: (context) => outcomeOf(namesTranslated(context)),
  },
  {
    id: 'translation-stale',
    provision: 'union',
    weight: 2,
    severity: 'gap',
    check: (context) => outcomeOf(translationsFit(context)),
  },
];

function references({ agency, services, register }: RuleContext): Verdict[] {
  const verdicts: Verdict[] = [];
  const visitor =
    (serviceId?: string): FieldVisitor =>
    (value, path, { refersTo }) => {
      if (!refersTo || typeof value !== 'string') return;
      verdicts.push(
        exists(refersTo, value, agency, register)
          ? 'passed'
          : { ...(serviceId ? { serviceId } : {}), field: path.join('.'), values: { name: value } },
      );
    };
  walkFields(charter, agency.data, visitor());
  for (const { id, data } of services) {
    walkFields(service, data, visitor(id));
    const next = data.replacedBy;
    if (next !== undefined)
      verdicts.push(
        exists('service', successorOf(agency.id, next), agency, register)
          ? 'passed'
          : { serviceId: id, field: 'replacedBy', values: { name: next } },
      );
  }
  return verdicts;
}

function exists(kind: ReferenceKind, id: string, agency: Agency, register: Register): boolean {
  switch (kind) {
    case 'agency':
      return register.agencies.has(id);
    case 'service': {
      const [owner = '', serviceId = ''] = id.split('/');
      return register.agencies.get(owner)?.services.some((candidate) => candidate.id === serviceId) ?? false;
    }
    case 'jurisdiction':
      return register.jurisdictions.has(id);
    case 'topic':
      return register.topics.has(id);
    case 'source':
      return agency.data.sources.some((source) => source.id === id);
    case 'contact':
      return agency.data.contacts.some((contact) => contact.id === id);
  }
}

function links({ agency, register }: RuleContext): Verdict[] {
  return [...agency.html.matchAll(/href="(\/[^"#?]*)/g)].map(([, path = '']) =>
    leadsSomewhere(path, register) ? 'passed' : { field: 'body', values: { name: path } },
  );
}

/** Judges only addresses made from the register; pages of the portal itself (search, forms) are not its matter. */
function leadsSomewhere(address: string, register: Register): boolean {
  const [first = '', second, third, ...rest] = splitLocale(address).path.split('/').filter(Boolean);
  if (first === 'topics' && second) return register.topics.has(second);
  if (first === 'guides' && second) return register.guides.has(second);
  if (!register.jurisdictions.has(first)) return first.length !== 2;
  if (second === undefined || second === 'information-rights') return true;
  const agency = register.agencies.get(second);
  if (agency?.data.jurisdiction !== first) return false;
  if (third === undefined || rest.length > 0) return true;
  return reservedForServices.has(third) || agency.services.some((candidate) => candidate.id === third);
}

function namesTranslated({ agency, services, register }: RuleContext): Verdict[] {
  const spoken = register.jurisdictions.get(agency.data.jurisdiction)?.data.languages ?? [];
  const wanted = languages.filter((language) => spoken.includes(language) && language !== agency.data.language);
  const has = (translations: Translation[], language: string): boolean =>
    translations.some((item) => item.language === language && item.field === 'name');
  return wanted.flatMap((language) => [
    has(agency.data.translations, language) ? 'passed' : { field: 'translations', values: { language } },
    ...services.map(({ id, data }): Verdict =>
      has(data.translations, language) ? 'passed' : { serviceId: id, field: 'translations', values: { language } },
    ),
  ]);
}

function translationsFit({ agency, services }: RuleContext): Verdict[] {
  const entries = [
    { collection: 'charters' as const, data: agency.data, html: agency.html },
    ...services.map(({ id, data }) => ({ collection: 'services' as const, serviceId: id, data, html: '' })),
  ];
  return entries.flatMap((entry) => {
    if (entry.data.translations.length === 0) return [];
    const texts = translatableTexts(entry);
    return entry.data.translations.map((translation, index): Verdict => {
      if (!isStale(translation, texts.get(translation.field) ?? '')) return 'passed';
      const place = 'serviceId' in entry ? { serviceId: entry.serviceId } : {};
      return {
        ...place,
        field: `translations.${index}.text`,
        values: { name: translation.field, language: translation.language },
      };
    });
  });
}
