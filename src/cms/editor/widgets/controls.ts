import { amountControl, currencyControl } from './amount-control.ts';
import { choiceControl, choicesControl, yesNoControl } from './choice-controls.ts';
import type { MakeControl } from './control.ts';
import { evidenceControl } from './evidence.ts';
import { feesControl } from './fee-line.ts';
import { groupControl } from './group.ts';
import { idControl } from './id-control.ts';
import { linesControl } from './lines.ts';
import { listControl } from './list.ts';
import { durationControl } from './measure-line.ts';
import { proseControl } from './prose.ts';
import { referenceControl, referencesControl, successorControl } from './reference-controls.ts';
import { stepsControl } from './steps.ts';
import { lineControl, textControl } from './text-controls.ts';
import { timesControl } from './time-line.ts';
import { dateControl, dayControl, numberControl } from './typed-control.ts';

/** The control for each name that the configuration gives a field. */
export const controls: Record<string, MakeControl> = {
  'desk-amount': amountControl,
  'desk-choice': choiceControl,
  'desk-choices': choicesControl,
  'desk-currency': currencyControl,
  'desk-date': dateControl,
  'desk-day': dayControl,
  'desk-duration': durationControl,
  'desk-evidence': evidenceControl,
  'desk-fees': feesControl,
  'desk-group': groupControl,
  'desk-id': idControl,
  'desk-line': lineControl,
  'desk-lines': linesControl,
  'desk-list': listControl,
  'desk-number': numberControl,
  'desk-prose': proseControl,
  'desk-reference': referenceControl,
  'desk-references': referencesControl,
  'desk-steps': stepsControl,
  'desk-successor': successorControl,
  'desk-text': textControl,
  'desk-times': timesControl,
  'desk-yes-no': yesNoControl,
};

/** Draws any field; throws for a control that there is not. */
export const makeControl: MakeControl = (place, value, change) => {
  const { widget, name } = place.field;
  const make = controls[widget];
  if (!make)
    throw new Error(
      `There is no control "${widget}" for the field "${name}"; add it to src/cms/editor/widgets/controls.ts.`,
    );
  return make(place, value, change);
};
