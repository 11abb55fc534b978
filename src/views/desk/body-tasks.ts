import type { Provision } from '../../quality/rule.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { editorAddress } from '../../site/editor-address.ts';
import { urls } from '../../site/urls.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { pageTexts } from '../../texts/texts.ts';
import { taskView, type TaskAction, type TaskView } from './task-view.ts';
import { deskTasks, type WaitingDraft } from './tasks.ts';

/** What is to be done for one body, in words. */
export interface BodyTasks {
  id: string;
  name: Text;
  href: string;
  first: TaskView[];
  more: TaskView[];
  /** A sentence on the provisions of which the charter says nothing; absent where there is none. */
  missing?: string;
  /** Where else an officer goes for this body. */
  links: TaskAction[];
}

/** So many things are enough for a morning. */
const FIRST = 10;

/** Makes the tasks of a body ready to show, the most useful ten before the rest. */
export function bodyTasks(register: Register, agency: Agency, drafts: WaitingDraft[], options: ViewOptions): BodyTasks {
  const { language, today } = options;
  const { tasks, missing } = deskTasks(agency, register, today, drafts);
  const views = tasks.map((task) => taskView(register, agency, task, options));
  const d = pageTexts('desk', language);
  const m = pageTexts('desk-tasks', language);
  return {
    id: agency.id,
    name: register.in(language).charter(agency).name,
    href: urls.charter(language, agency),
    first: views.slice(0, FIRST),
    more: views.slice(FIRST),
    ...(missing.length > 0 ? { missing: m.missing({ provisions: namesOf(missing, options) }) } : {}),
    links: [
      { label: m.stillTrue, href: deskUrls.stillTrue(language, agency.id) },
      { label: m.brief, href: deskUrls.brief(language, agency.id) },
      { label: m.beside, href: deskUrls.beside(language, agency.id) },
      { label: m.published, href: deskUrls.published(language, agency.id) },
      { label: d.openEditor, href: editorAddress(language, agency.id) },
    ],
  };
}

function namesOf(missing: Provision[], { language }: ViewOptions): string {
  const names = pageTexts('quality', language).provision;
  return missing.map((provision) => names[provision]).join('; ');
}
