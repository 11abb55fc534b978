import type { Language } from '../../lib/locales.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import { pageTexts } from '../../texts/texts.ts';

/**
 * What somebody asks for as one request that can be answered: which record, of which time, in which form, how urgently,
 * and who wrote it down for them.
 * Their own words stand in it as they wrote them. Undefined for what is no request for information, and where nobody
 * here can read it.
 */
export function requestWords(
  { kind, details, period, access, urgent, takenDown, sealed }: Submission,
  language: Language,
): string | undefined {
  if (kind !== 'information-request' || sealed) return undefined;
  const m = pageTexts('forms', language).request;
  return [
    `${m.opening}\n${details}`,
    ...(period ? [m.period({ period })] : []),
    ...(access ? [m.access[access]] : []),
    ...(urgent ? [m.urgent] : []),
    ...(takenDown ? [m.takenDown[takenDown]] : []),
  ].join('\n');
}
