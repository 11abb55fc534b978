import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { contactRows, figureRows, type ConfirmRow } from './confirm-rows.ts';
import { deskTasks } from './tasks.ts';

export interface StillTrueView {
  /** Figures by the service that they are of, in the order of the oldest of each; a group goes in one commit. */
  groups: { service?: Text; rows: ConfirmRow[] }[];
  contacts: ConfirmRow[];
}

/** All figures and contacts of a body that nobody looked at within a year. */
export function stillTrueView(register: Register, agency: Agency, options: ViewOptions): StillTrueView {
  const { tasks } = deskTasks(agency, register, options.today);
  const figures = tasks.flatMap((task) => (task.kind === 'unconfirmed' ? task.figures : []));
  const contacts = tasks.flatMap((task) =>
    task.kind === 'unchecked' ? task.contacts : task.kind === 'contact-silent' ? [task.contact] : [],
  );
  const groups = Map.groupBy(figureRows(register, agency, figures, options), ({ serviceId }) => serviceId);
  return {
    groups: [...groups.values()].map((rows) => ({ ...(rows[0]?.service ? { service: rows[0].service } : {}), rows })),
    contacts: contactRows(register, agency, contacts, options),
  };
}
