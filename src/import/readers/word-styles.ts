import { attribute, childOf, childrenOf, isOn } from './xml.ts';

/** What run properties say that changes what words mean; undefined where they say nothing. */
export interface RunMarks {
  struck?: boolean;
  hidden?: boolean;
  vertical?: string;
}

/** Reads run properties (CT_RPr). */
export function marksOf(properties: Element | undefined): RunMarks {
  const [strike, double, vanish] = ['strike', 'dstrike', 'vanish'].map((name) => childOf(properties, name));
  const vertical = attribute(childOf(properties, 'vertAlign'), 'val');
  const raisedBy = Number(attribute(childOf(properties, 'position'), 'val') ?? 0);
  return {
    ...(strike || double ? { struck: isOn(strike) || isOn(double) } : {}),
    ...(vanish ? { hidden: isOn(vanish) } : {}),
    ...(vertical ? { vertical } : raisedBy ? { vertical: raisedBy > 0 ? 'superscript' : 'subscript' } : {}),
  };
}

/** The marks of each style by its id, those of the styles that it builds on included. */
export function styleMarks(styles: Document | undefined): Map<string, RunMarks> {
  const all = new Map(
    childrenOf(styles?.documentElement, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]),
  );
  const resolve = (id: string, depth: number): RunMarks => {
    const style = all.get(id);
    if (!style || depth > 20) return {};
    const base = attribute(childOf(style, 'basedOn'), 'val');
    return { ...(base ? resolve(base, depth + 1) : {}), ...marksOf(childOf(style, 'rPr')) };
  };
  return new Map([...all.keys()].map((id) => [id, resolve(id, 0)]));
}
