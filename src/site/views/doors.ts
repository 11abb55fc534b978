import { duration } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Register } from '../../register/register.ts';
import type { Remedy } from '../../schemas/information-law.ts';
import { urls } from '../urls.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';
import type { LawRead } from './report-due.ts';

/** A door that is open after a refusal or silence, ready to show. */
export interface DoorView extends Pick<Remedy, 'kind' | 'runsFrom' | 'after' | 'extendable'>, SetTime {
  forum: Text;
  /** The charter of the body that hears it, where it has one here. */
  href?: string;
  directFor?: Text;
  decideWithin?: SetTime;
  ifSilent?: Text;
  mustSay: Text[];
}

/** How long, from when and by which section; `limit` is undefined where the Act names none. */
interface SetTime {
  limit: string | undefined;
  section: string;
  clockStarts: Text | undefined;
  note: Text | undefined;
  wordingRead: boolean;
  evidence: EvidenceView;
}

/** The doors after a refusal or silence, in the order of the Act. */
export function doorViews(law: LawRead, register: Register, context: ViewContext): DoorView[] {
  return law.remedies.map(({ agency: id, ...door }) => {
    const agency = register.agencies.get(id ?? '');
    return {
      ...door,
      ...setTime(door, context),
      href: agency && urls.charter(context.language, agency),
      decideWithin: door.decideWithin && setTime(door.decideWithin, context),
    };
  });
}

function setTime(time: LawRead['answer'], context: ViewContext): SetTime {
  const { limit, section, clockStarts, note, wordingRead, evidence } = time;
  return {
    limit: limit && duration(limit, context.language),
    section,
    clockStarts,
    note,
    wordingRead,
    evidence: evidenceView(evidence, context, { figure: limit !== undefined }),
  };
}
