import { DecapCmsCore } from 'decap-cms-core';
import { DecapCmsWidgetBoolean } from 'decap-cms-widget-boolean';
import { DecapCmsWidgetList } from 'decap-cms-widget-list';
import { DecapCmsWidgetNumber } from 'decap-cms-widget-number';
import { DecapCmsWidgetObject } from 'decap-cms-widget-object';
import { DecapCmsWidgetSelect } from 'decap-cms-widget-select';
import { DecapCmsWidgetString } from 'decap-cms-widget-string';
import { DecapCmsWidgetText } from 'decap-cms-widget-text';

/* Decap's own check of a configuration; what may stand in a field is said by the widgets that the editor has. */
DecapCmsCore.registerWidget(
  [
    DecapCmsWidgetBoolean,
    DecapCmsWidgetList,
    DecapCmsWidgetNumber,
    DecapCmsWidgetObject,
    DecapCmsWidgetSelect,
    DecapCmsWidgetString,
    DecapCmsWidgetText,
  ].map((widget) => widget.Widget()),
);

export { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema';
