import { Component, createElement, type ReactNode } from 'react';
import type { ControlProps } from '../decap.ts';

/** Markdown as it is written: nothing rewrites the components that stand in it. */
export class RawTextControl extends Component<ControlProps<string>> {
  override render(): ReactNode {
    const { forID, value, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = this.props;
    return createElement('textarea', {
      id: forID,
      className: `${classNameWrapper} desk-raw-text`,
      rows: 12,
      value: value ?? '',
      onChange: (event: { target: { value: string } }) => onChange(event.target.value),
      onFocus: setActiveStyle,
      onBlur: setInactiveStyle,
    });
  }
}
