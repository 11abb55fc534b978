import type { Element, ElementContent } from 'hast';
import { KEEPINGS, partFor } from './case-keeping.ts';
import { telHref } from './format.ts';
import { livePlace, type LiveName } from './live-parts.ts';

/** A component that editors may use in prose: which attributes it takes and the HTML it becomes. */
export interface ProseComponent {
  attributes: Record<string, RegExp>;
  /** Attributes that cannot be left out; of the names in one list, exactly one is given. */
  needs?: string[][];
  /** It is a block: it stands on lines of its own, never within a sentence. */
  block?: boolean;
  /** It belongs into guides, and holds no other of its kind. */
  ofGuides?: boolean;
  /** It stands alone and holds no text. */
  empty?: boolean;
  usage: string;
  /** `line` is the line of the file on which it stands. */
  render(attributes: Record<string, string>, children: ElementContent[], line: number): Element;
}

const service = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const agency = /^[a-z0-9-]+$/;

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
  When: {
    attributes: { cases: KEEPINGS },
    needs: [['cases']],
    block: true,
    ofGuides: true,
    usage:
      'In a guide, write <When cases="kept"> … </When> on lines of its own; kept: where the portal keeps cases, mailed: where it only passes them on, none: where it takes nothing in, or several of them.',
    render: ({ cases = '' }, children) => partFor(cases, children),
  },
  ServiceCard: live('ServiceCard', {
    attributes: { service },
    needs: [['service']],
    block: true,
    usage: 'Write <ServiceCard service="inec/voter-registration" /> on a line of its own: agency, slash, service.',
  }),
  PromiseStrip: live('PromiseStrip', {
    attributes: { service },
    needs: [['service']],
    block: true,
    usage: 'Write <PromiseStrip service="inec/voter-registration" /> on a line of its own: agency, slash, service.',
  }),
  Ladder: live('Ladder', {
    attributes: { agency, service },
    needs: [['agency', 'service']],
    block: true,
    usage:
      'Write <Ladder agency="inec" /> or <Ladder service="inec/voter-registration" />, one of the two, on a line of its own.',
  }),
  Figure: live('Figure', {
    attributes: { service, of: /^(?:fee|time)$/ },
    needs: [['service'], ['of']],
    usage: 'Write <Figure service="inec/voter-registration" of="fee" />, or of="time".',
  }),
};

/** A component that shows live figures keeps a place for them; the page fills it. */
function live(name: LiveName, rules: Omit<ProseComponent, 'render' | 'empty'>): ProseComponent {
  return { ...rules, empty: true, render: (attributes, _, line) => livePlace(name, attributes, line) };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
