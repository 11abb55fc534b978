import type { LawRead } from '../../cases/desks/officer-desk.ts';
import { sectionName } from '../../cases/routing/term.ts';
import type { OfficerAction } from '../../cases/state/allowed.ts';
import type { Language } from '../../lib/locales.ts';
import { duration } from '../../register/format.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import { pageTexts } from '../../texts/texts.ts';

/** What an officer chooses from the law of the country, by action and field; empty where there is none. */
export function lawChoices(
  law: LawRead | undefined,
  original: InformationLaw | undefined,
): Partial<Record<OfficerAction, Record<string, Record<string, string>>>> {
  if (!law || !original) return {};
  const sections: Record<string, string> = {};
  for (const { section, says } of law.exemptions) {
    const before = sections[section];
    sections[section] = before ? `${before} ${says.text}` : `${sectionName(section)}: ${says.text}`;
  }
  // A ground is known by its words in the law, in whatever language it is read.
  const grounds = Object.fromEntries(
    (original.extension?.grounds ?? []).map((ground, place) => [ground, law.extension?.grounds[place]?.text ?? ground]),
  );
  return { refuse: { sections }, 'grant-in-part': { sections }, extend: { ground: grounds } };
}

/** What the law says of an action, for whoever is about to take it. */
export function lawHints(law: LawRead | undefined, language: Language): Partial<Record<OfficerAction, string>> {
  const m = pageTexts('case-life', language).desk.law;
  const hints: Partial<Record<OfficerAction, string>> = {};
  if (law?.extension?.limit) {
    const { limit, section, noticeWithin } = law.extension;
    hints.extend = joined(
      m.extend({ length: duration(limit, language), section: sectionName(section) }),
      noticeWithin && m.extendNotice({ length: duration(noticeWithin, language) }),
    );
  }
  if (law?.transfer?.limit) {
    const { limit, section, tellWithin } = law.transfer;
    hints.transfer = joined(
      m.transfer({ length: duration(limit, language), section: sectionName(section) }),
      tellWithin && m.transferTell({ length: duration(tellWithin, language) }),
    );
  }
  if (law?.deposit) hints['ask-charge'] = joined(`${sectionName(law.deposit.section)}: ${law.deposit.says.text}`);
  else if (law) hints['ask-charge'] = law.fee.text.text;
  return hints;
}

function joined(...sentences: (string | undefined)[]): string {
  return sentences.filter(Boolean).join(' ');
}
