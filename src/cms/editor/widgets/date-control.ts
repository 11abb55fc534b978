import { Component, createElement, type ReactNode } from 'react';
import type { ControlProps } from '../decap.ts';

/** A day, by the browser's own calendar; kept as ISO 8601. */
export class DateControl extends Component<ControlProps<string>> {
  override render(): ReactNode {
    const { forID, value, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = this.props;
    return createElement('input', {
      type: 'date',
      id: forID,
      className: classNameWrapper,
      value: value ?? '',
      onChange: (event: { target: { value: string } }) => onChange(event.target.value),
      onFocus: setActiveStyle,
      onBlur: setInactiveStyle,
    });
  }
}
