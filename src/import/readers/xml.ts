import { DOMParser, XMLSerializer } from '@xmldom/xmldom';

/*
 * The parts of an office document as XML. Elements are asked for by their local names, because programs choose their
 * own prefixes and the strict form of the standard has other namespaces.
 */

/** Reads a part. Throws an error for XML that is not well-formed. */
export function parseXml(bytes: Uint8Array): Document {
  const refuse = (message: string): never => {
    throw new Error(message);
  };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  return new DOMParser({
    errorHandler: { warning: () => undefined, error: refuse, fatalError: refuse },
  }).parseFromString(text, 'text/xml');
}

export function serializeXml(document: Document): Buffer {
  return Buffer.from(new XMLSerializer().serializeToString(document));
}

/** The elements directly within a node, of one local name or all. */
export function childrenOf(node: Node | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling)
    if (isElement(child) && (name === undefined || child.localName === name)) found.push(child);
  return found;
}

export function childOf(node: Node | undefined, name: string): Element | undefined {
  return childrenOf(node, name)[0];
}

/** All elements of one local name below a node, in their order. */
export function allOf(node: Node | undefined, name: string): Element[] {
  return childrenOf(node).flatMap((child) => [...(child.localName === name ? [child] : []), ...allOf(child, name)]);
}

/** An attribute by its local name; undefined when it is not there. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  for (let index = 0; index < (element?.attributes.length ?? 0); index++) {
    const one = element?.attributes.item(index);
    if (one && (one.localName ?? one.name) === name) return one.value;
  }
  return undefined;
}

/** True for an element that is there and does not say that it is off (ST_OnOff). */
export function isOn(element: Element | undefined, name = 'val'): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/.test(attribute(element, name) ?? '1');
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
