import type { Element, ElementContent } from 'hast';
import { telHref } from './format.ts';

/** A component that editors may use in prose: which attributes it takes and the HTML it becomes. */
export interface ProseComponent {
  attributes: Record<string, RegExp>;
  usage: string;
  render(attributes: Record<string, string>, children: ElementContent[]): Element;
}

/** The whole list of components allowed in charters and guides. */
export const proseComponents: Record<string, ProseComponent> = {
  Callout: {
    attributes: { tone: /^(?:note|warning|good)$/ },
    usage: 'Write <Callout tone="note"> … </Callout>; the tone is note, warning or good.',
    render: (attributes, children) =>
      element('aside', { className: ['callout', `callout-${attributes.tone ?? 'note'}`] }, children),
  },
  Phone: {
    attributes: { number: /^[+*\d][\d\s()*#/-]{1,30}$/ },
    usage: 'Write <Phone number="+254 20 2270000" />.',
    render: (attributes) =>
      element('a', { href: telHref(attributes.number ?? '') }, [{ type: 'text', value: attributes.number ?? '' }]),
  },
};

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
