import type { Agency, Register } from '../../register/register.ts';
import type { ReferenceKind } from '../../schemas/field.ts';

export interface Option {
  label: string;
  value: string;
}

/**
 * The choices for a reference, in the order of their names. Sources and contacts are those of the agency itself.
 */
export type OptionsFor = (kind: ReferenceKind) => Option[];

/** The choices for the forms of one agency. Services are offered from the agency's own jurisdiction only. */
export function referenceOptions(register: Register, agencyId: string): OptionsFor {
  const agency = register.agencies.get(agencyId);
  const agencies = [...register.agencies.values()];
  const near = agencies.filter((other) => other.data.jurisdiction === agency?.data.jurisdiction);
  const made = new Map<ReferenceKind, Option[]>();
  const make: Record<ReferenceKind, () => Option[]> = {
    agency: () => agencies.map((other) => ({ label: nameOf(other), value: other.id })),
    service: () =>
      near.flatMap((other) =>
        other.services.map((service) => ({
          label: `${short(other)}: ${service.data.name}`,
          value: `${other.id}/${service.id}`,
        })),
      ),
    jurisdiction: () =>
      [...register.jurisdictions.values()].map((entry) => ({ label: entry.data.name, value: entry.id })),
    topic: () => [...register.topics.values()].map((entry) => ({ label: entry.data.name, value: entry.id })),
    source: () =>
      (agency?.data.sources ?? []).map((source) => ({ label: `${source.id} – ${source.title}`, value: source.id })),
    contact: () =>
      (agency?.data.contacts ?? []).map((contact) => ({
        label: `${contact.title} (${contact.id})`,
        value: contact.id,
      })),
  };
  return (kind) => {
    const known = made.get(kind);
    if (known) return known;
    const options = make[kind]();
    // Sources stay in the order of the charter, where s2 comes before s10.
    if (kind !== 'source') options.sort((a, b) => a.label.localeCompare(b.label, 'en'));
    made.set(kind, options);
    return options;
  };
}

const short = (agency: Agency): string => agency.data.acronym ?? agency.data.name;
const nameOf = (agency: Agency): string =>
  agency.data.acronym ? `${agency.data.acronym} – ${agency.data.name}` : agency.data.name;
