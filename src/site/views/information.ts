import type { Agency, Register } from '../../register/register.ts';
import { contactContext, contactOf, contactView, type ContactView } from './contact.ts';
import type { ViewOptions } from './evidence.ts';
import { ownRequestTimeView, type OwnRequestTimeView } from './own-request-time.ts';
import { statementView, type StatementView } from './statement.ts';

/** Where an agency is asked for information, and what it says of it itself. */
export interface InformationView {
  desk?: ContactView;
  /** The desk is there for requests: where none is, a general one stands in its place. */
  isOwnDesk: boolean;
  statement?: StatementView;
  ownTime?: OwnRequestTimeView;
}

export function informationView(register: Register, agency: Agency, options: ViewOptions): InformationView {
  const { contacts, information } = register.in(options.language).charter(agency);
  const context = contactContext(register, agency, options);
  const desk = contactOf(register, agency, ['foi'], options);
  const general = contacts.find(({ roles }) => roles.includes('general'));
  return {
    desk:
      desk ??
      (general ? contactView(general, context) : contactOf(register, agency, ['complaint', 'general'], options)),
    isOwnDesk: desk !== undefined,
    statement: statementView(information, context),
    ownTime: ownRequestTimeView(register, agency, options),
  };
}
