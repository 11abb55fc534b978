/** An element of a parsed document. Texts are its text content, entities resolved. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN = /<\?xml [^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/**
 * Parses the XML that a feed may consist of (elements, attributes in double quotes, texts, the five entities) and
 * throws on anything else: an unclosed or wrongly nested element, a bare ampersand, a character XML 1.0 forbids, a
 * repeated attribute.
 */
export function parseXml(document: string): XmlElement {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(document))
    throw new Error('A character that XML does not allow.');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(document);
    if (!match) throw new Error(`Not well-formed at: ${document.slice(at, at + 60)}`);
    take(match, open);
  }
  const [element] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !element)
    throw new Error('Not exactly one closed root element.');
  return element;
}

/** The children of an element that have a name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function take([, closing, name, attributes = '', selfClosing, text]: RegExpExecArray, open: XmlElement[]): void {
  const parent = open.at(-1);
  if (!parent) throw new Error('Nothing is open.');
  if (text !== undefined) {
    const value = resolve(text);
    if (open.length === 1 && value.trim() !== '') throw new Error('Text outside the root element.');
    for (const element of open) element.text += value;
  } else if (name !== undefined && closing) {
    if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>.`);
    open.pop();
  } else if (name !== undefined) {
    const element: XmlElement = { name, attributes: {}, children: [], text: '' };
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (key in element.attributes) throw new Error(`Attribute ${key} twice.`);
      element.attributes[key] = resolve(value);
    }
    parent.children.push(element);
    if (!selfClosing) open.push(element);
  }
}

function resolve(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in a text.');
  return text.replace(/&([^;\s]*);?/g, (all, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined || !all.endsWith(';')) throw new Error(`Not an entity: ${all}`);
    return character;
  });
}
