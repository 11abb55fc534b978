import { moneyOf } from '../../register/money-of.ts';
import type { Agency, Register } from '../../register/register.ts';
import { defaultLanguage, type Language } from '../../lib/locales.ts';
import { contactRole } from '../../schemas/contact.ts';
import { plainFieldWords } from '../../schemas/field-words.ts';
import { verification } from '../../schemas/provenance.ts';
import { texts } from '../../texts/texts.ts';
import { contactChoice, sourceChoice, type Choice, type ChoiceWords } from './choice-words.ts';

/** What the fields of the desk's forms can refer to. Each list is there once, however many fields choose from it. */
export interface DeskChoices {
  agency: Choice[];
  jurisdiction: Choice[];
  topic: Choice[];
  /** Services by jurisdiction: those of the officer's own countries. */
  service: Record<string, Choice[]>;
  words: ChoiceWords;
  /** What belongs to each of the officer's agencies. */
  own: Record<string, OwnChoices>;
}

export interface OwnChoices {
  jurisdiction: string;
  /** ISO 4217 code of the country's currency, and how people write it. */
  currency: string;
  currencySymbol: string;
  /** In the order of the charter, where s2 comes before s10. */
  source: Choice[];
  contact: Choice[];
}

/** What a charter lists for its services to name. */
type Listed = Pick<Agency['data'], 'sources' | 'contacts'>;

/**
 * The choices for the forms of some agencies, each list in the order of its names. `drafted`: what the drafts of their
 * charters list, by agency; what only a draft has can be chosen too, and says so.
 */
export function deskChoices(
  register: Register,
  agencyIds: string[],
  drafted: Partial<Record<string, Listed>> = {},
  language: Language = defaultLanguage,
): DeskChoices {
  const { drafted: inDraft, ...words } = choiceWords(language);
  const source = (item: Listed['sources'][number]): Choice => sourceChoice(item, words);
  const contact = (item: Listed['contacts'][number]): Choice => contactChoice(item, words);
  const agencies = [...register.agencies.values()];
  const own = agencyIds.flatMap((id) => register.agencies.get(id) ?? []);
  const countries = [...new Set(own.map(({ data }) => data.jurisdiction))];
  return {
    words,
    agency: byLabel(agencies.map(agencyChoice)),
    jurisdiction: byLabel(
      [...register.jurisdictions.values()].map(({ id, data }) => ({ value: id, label: data.name })),
    ),
    topic: byLabel([...register.topics.values()].map(({ id, data }) => ({ value: id, label: data.name }))),
    service: Object.fromEntries(
      countries.map((country) => [
        country,
        byLabel(agencies.filter(({ data }) => data.jurisdiction === country).flatMap(serviceChoices)),
      ]),
    ),
    own: Object.fromEntries(
      own.map(({ id, data }) => {
        const { currency, symbol } = moneyOf(register, id);
        return [
          id,
          {
            jurisdiction: data.jurisdiction,
            currency,
            currencySymbol: symbol,
            source: [...data.sources.map(source), ...onlyDrafted(drafted[id]?.sources, data.sources, source, inDraft)],
            contact: [
              ...data.contacts.map(contact),
              ...onlyDrafted(drafted[id]?.contacts, data.contacts, contact, inDraft),
            ],
          },
        ];
      }),
    ),
  };
}

function onlyDrafted<Item extends { id: string }>(
  items: Item[] = [],
  published: Item[],
  choice: (item: Item) => Choice,
  inDraft: string,
): Choice[] {
  return items
    .filter(({ id }) => !published.some((item) => item.id === id))
    .map(choice)
    .map((made) => ({ ...made, note: [made.note, inDraft].filter(Boolean).join(' · ') }));
}

function choiceWords(language: Language): ChoiceWords & { drafted: string } {
  const { undated, sourceWithoutTitle, contactWithoutTitle, drafted } = texts('desk-editor', language).lists;
  const { choice } = plainFieldWords(language);
  const values = [...verification.options, ...contactRole.options].map((value) => [value, choice(value)]);
  return { undated, sourceWithoutTitle, contactWithoutTitle, drafted, values: Object.fromEntries(values) };
}

function agencyChoice({ id, data }: Agency): Choice {
  return {
    value: id,
    label: data.acronym ? `${data.acronym} – ${data.name}` : data.name,
    words: [...data.aliases, ...data.popularNames].join(', '),
  };
}

function serviceChoices({ id, data, services }: Agency): Choice[] {
  return services.map((service) => ({
    value: `${id}/${service.id}`,
    label: service.data.name,
    note: data.acronym ?? data.name,
    words: service.data.popularNames.join(', '),
  }));
}

function byLabel(choices: Choice[]): Choice[] {
  return choices.sort((a, b) => a.label.localeCompare(b.label, 'en'));
}
