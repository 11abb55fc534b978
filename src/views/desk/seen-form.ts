import { findings, type Finding, type SeenPart } from '../../cms/entry/still-true.ts';
import type { Agency } from '../../register/register.ts';

/** What a form of figures or contacts says: of which file, which parts, and what was found. */
export interface SeenForm {
  path: string;
  seen: SeenPart[];
  finding: Finding;
}

/** What is read of a posted form. */
interface Fields {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}

/** Reads which figures or contacts of a body were tapped; undefined where none was. */
export function seenOf(form: Fields, agency: Agency): SeenForm | undefined {
  const finding = findings.find((name) => form.get(name) !== null);
  const values = form.get('all') === null ? (finding ? form.getAll(finding) : []) : form.getAll('listed');
  const seen = values.flatMap((value) => {
    const [, at, print] = (typeof value === 'string' && PART.exec(value)) || [];
    return at !== undefined && print !== undefined ? [{ at, print }] : [];
  });
  const service = form.get('service');
  if (seen.length === 0) return undefined;
  return {
    path:
      typeof service === 'string'
        ? `content/services/${agency.id}/${service}.yaml`
        : `content/charters/${agency.id}.mdx`,
    seen,
    finding: finding ?? 'holds',
  };
}

/** Only what has evidence of its own, or is a contact, is dated so; `save` refuses what does not say what was shown. */
const PART =
  /^((?:fees|processingTimes|deadlines|standards|contacts)\.\d{1,3}|informationRequests|noExtraPayment|)~([0-9a-f]{8})$/;
