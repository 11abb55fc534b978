import type { createElement } from 'react';
import type { Decap } from '../decap.ts';
import { DateControl } from './date-control.ts';
import { RawTextControl } from './raw-text-control.ts';

/** Registers the controls that the portal adds to those of Decap. */
export function registerWidgets(CMS: Decap, _h: typeof createElement): void {
  CMS.registerWidget('date', DateControl);
  CMS.registerWidget('markdown', RawTextControl);
}
